import type { DelegationLevelNumber } from '../../../domain/decision/choices.ts';
import type { AreaView, PersonAreas } from '../../../ipc/views.ts';
import type { Api } from '../../api/client.ts';
import type { LiveResource } from '../../api/live.svelte.ts';
import type { SaveState } from '../../api/save-state.svelte.ts';
import { allLevels } from './levels.ts';

/** One area of one person, as a card. */
export interface AreaCard extends AreaView {
  readonly id: string;
  readonly personId: string;
  readonly personName: string;
}

/** One level, and the cards that stand at it; null for those without a level. */
interface Column {
  readonly level: DelegationLevelNumber | null;
  readonly cards: readonly AreaCard[];
}

interface Move {
  readonly id: string;
  readonly level: DelegationLevelNumber;
}

interface Parts {
  readonly api: Api;
  readonly resource: LiveResource<'delegation.read'>;
  readonly save: SaveState;
  /** Whose areas are shown; null for everybody's. */
  readonly personId: () => string | null;
}

/** The ledger on screen. A card that moves is where it goes at once, and back again if that fails. */
export class LedgerDesk {
  readonly save: SaveState;
  /** Cards whose new level is on its way. */
  #moving = $state.raw<readonly Move[]>([]);
  readonly #parts: Parts;

  readonly cards: readonly AreaCard[] = $derived.by(() => {
    const personId = this.#parts.personId();
    return (this.#parts.resource.value?.people ?? [])
      .filter(({ id }) => personId === null || id === personId)
      .flatMap(cardsOf)
      .map((card) => ({
        ...card,
        level: this.#moving.find(({ id }) => id === card.id)?.level ?? card.level,
      }));
  });
  readonly columns: readonly Column[] = $derived.by(() =>
    [null, ...allLevels].map((level) => ({
      ...{ level, cards: this.cards.filter((card) => card.level === level) },
    })),
  );

  constructor(parts: Parts) {
    this.#parts = parts;
    this.save = parts.save;
  }

  cardOf(id: string | null): AreaCard | null {
    return this.cards.find((card) => card.id === id) ?? null;
  }

  /** Agrees a level for the area of a card; whether it is agreed now. */
  async agree({ id, personId, area }: AreaCard, level: DelegationLevelNumber): Promise<boolean> {
    const { api, resource } = this.#parts;
    const move = { id, level };
    this.#moving = [...this.#moving.filter((one) => one.id !== id), move];
    const input = { personId, area, level };
    const agreed = await this.save.run(() => api.call('delegation.agree', input), id);
    await resource.reload();
    // A newer move of the same card has its own end.
    this.#moving = this.#moving.filter((one) => one !== move);
    return agreed.ok;
  }

  /** Takes an entry out of the history; whether it is gone. */
  async removeEntry({ personId }: AreaCard, entryId: string): Promise<boolean> {
    const { api } = this.#parts;
    const input = { personId, entryId };
    const removed = await this.save.run(
      () => api.call('delegation.removeEntry', input),
      `entry ${entryId}`,
    );
    return removed.ok;
  }
}

const cardsOf = ({ id: personId, name, areas }: PersonAreas): readonly AreaCard[] =>
  areas.map((area) => ({
    ...area,
    ...{ id: `${personId} ${area.area}`, personId, personName: name },
  }));
