import { TRIGGERS, type DndEvent, type Options } from 'svelte-dnd-action';
import type { DelegationLevelNumber } from '../../../domain/decision/choices.ts';
import { Gripping } from '../meeting/gripping.svelte.ts';
import type { AreaCard } from './ledger-desk.svelte.ts';

type Level = DelegationLevelNumber | null;
/** What the library tells of a column while a card is dragged. */
export type Dragged = CustomEvent<DndEvent<AreaCard>>;

/** A column as the library has it for now. */
interface DraggedColumn {
  readonly level: Level;
  readonly cards: AreaCard[];
}

/**
 * Dragging a card by its grip from level to level. While it is dragged, the columns are what the
 * library makes of them; before and after, what the desk says. Its way by keyboard stays off: arrows
 * and digits are the one there is.
 */
export class CardDragging {
  #dragged = $state.raw<readonly DraggedColumn[]>([]);
  readonly #gripping = new Gripping();
  readonly #cards: (level: Level) => readonly AreaCard[];
  readonly #ondrop: (cardId: string, level: DelegationLevelNumber) => void;

  constructor(
    cards: (level: Level) => readonly AreaCard[],
    ondrop: (cardId: string, level: DelegationLevelNumber) => void,
  ) {
    this.#cards = cards;
    this.#ondrop = ondrop;
  }

  cards(level: Level): AreaCard[] {
    return this.#dragged.find((column) => column.level === level)?.cards ?? [...this.#cards(level)];
  }

  options(level: Level): Options<AreaCard> {
    return {
      items: this.cards(level),
      type: 'area',
      dragDisabled: !this.#gripping.isGripped && this.#dragged.length === 0,
      // What was agreed once has a level for good; the way back is undo.
      dropFromOthersDisabled: level === null,
      flipDurationMs: 0,
      dropTargetStyle: {},
      dropTargetClasses: ['target'],
      zoneTabIndex: -1,
      zoneItemTabIndex: -1,
      autoAriaDisabled: true,
      useCursorForDetection: true,
    };
  }

  grip(): void {
    this.#gripping.begin();
  }

  consider(level: Level, { detail }: Dragged): void {
    const others = this.#dragged.filter((column) => column.level !== level);
    this.#dragged = [...others, { level, cards: detail.items }];
  }

  /** Comes from the column that a card was dropped in, and from the one that it left. */
  finalize(level: Level, { detail }: Dragged): void {
    const { id, trigger } = detail.info;
    const isFromElsewhere = !this.#cards(level).some((card) => card.id === id);
    this.#dragged = [];
    this.#gripping.end();
    if (level !== null && trigger === TRIGGERS.DROPPED_INTO_ZONE && isFromElsewhere) {
      this.#ondrop(id, level);
    }
  }
}
