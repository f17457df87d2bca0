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
  /** Levels that are on their way, by the ids of the cards. */
  #moving = $state.raw<ReadonlyMap<string, DelegationLevelNumber>>(new Map());
  readonly #parts: Parts;

  readonly cards: readonly AreaCard[] = $derived.by(() => {
    const personId = this.#parts.personId();
    return (this.#parts.resource.value?.people ?? [])
      .filter(({ id }) => personId === null || id === personId)
      .flatMap(cardsOf)
      .map((card) => ({ ...card, level: this.#moving.get(card.id) ?? card.level }));
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
    this.#moving = new Map(this.#moving).set(id, level);
    const input = { personId, area, level };
    const agreed = await this.save.run(() => api.call('delegation.agree', input), id);
    await resource.reload();
    // A newer move of the same card has its own end.
    if (this.#moving.get(id) === level) {
      this.#moving = new Map([...this.#moving].filter(([other]) => other !== id));
    }
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
