import type { DndEvent, Options } from 'svelte-dnd-action';
import type { TalkingPoint } from '../../../domain/documents/meeting.ts';
import { Gripping } from './gripping.svelte.ts';
import type { ShownItem } from './item-edits.svelte.ts';

/** A row of the agenda, as the library that drags it wants it: with its id at the top. */
export interface AgendaRow extends ShownItem<TalkingPoint> {
  readonly id: string;
}

/**
 * Dragging a row by its grip. The library moves it; what the list is comes from the desk before and after. Its
 * own way by keyboard stays off: Alt with an arrow and the buttons are the one there is.
 */
export class AgendaDragging {
  #dragged = $state.raw<AgendaRow[] | null>(null);
  readonly #gripping = new Gripping();
  readonly #points: () => readonly ShownItem<TalkingPoint>[];
  readonly #ondrop: (pointId: string, toIndex: number) => void;

  constructor(
    points: () => readonly ShownItem<TalkingPoint>[],
    ondrop: (pointId: string, toIndex: number) => void,
  ) {
    this.#points = points;
    this.#ondrop = ondrop;
  }

  get rows(): AgendaRow[] {
    return this.#dragged ?? this.#points().map((shown) => ({ ...shown, id: shown.item.id }));
  }

  get options(): Options<AgendaRow> {
    return {
      items: this.rows,
      dragDisabled: !this.#gripping.isGripped && this.#dragged === null,
      flipDurationMs: 0,
      dropTargetStyle: {},
      zoneTabIndex: -1,
      zoneItemTabIndex: -1,
      autoAriaDisabled: true,
      // A row is where the pointer is, not where its middle is.
      useCursorForDetection: true,
    };
  }

  /** The pointer went down on a grip: from here on a move of it drags. */
  grip(): void {
    this.#gripping.begin();
  }

  readonly consider = ({ detail }: CustomEvent<DndEvent<AgendaRow>>): void => {
    this.#dragged = detail.items;
  };

  readonly finalize = ({ detail }: CustomEvent<DndEvent<AgendaRow>>): void => {
    this.#dragged = null;
    this.#gripping.end();
    const { id } = detail.info;
    const [from, to] = [this.rows, detail.items].map((rows) =>
      rows.findIndex((row) => row.id === id),
    );
    if (to !== undefined && to >= 0 && to !== from) this.#ondrop(id, to);
  };
}
