import type { Result } from '../../../ipc/result.ts';
import type { SaveState } from '../../api/save-state.svelte.ts';

/** An item as it is shown: with the edits that main has not acknowledged yet. */
export interface ShownItem<T> {
  readonly item: T;
  /** False until main knows of it: then it cannot be edited yet. */
  readonly isKnown: boolean;
}

/** What was changed of one item and is not acknowledged yet. */
interface Patch<T> {
  readonly id: string;
  /** Names the item and the fields: a newer change of the same takes the place of an older one. */
  readonly key: string;
  readonly fields: Partial<T>;
}

interface Parts<T> {
  /** The items as main has them. */
  readonly stored: () => readonly T[];
  /** Takes the items with what main has acknowledged. */
  readonly accept: (items: readonly T[]) => void;
  readonly save: SaveState;
}

/**
 * A list that shows every edit at once and keeps it in sight until main has acknowledged it.
 * Reading the list again meanwhile takes nothing away.
 */
export class ItemEdits<T extends { readonly id: string }> {
  #patches = $state.raw<readonly Patch<T>[]>([]);
  #added = $state.raw<readonly T[]>([]);
  #order = $state.raw<readonly string[] | null>(null);
  #movesUnderWay = 0;
  readonly #parts: Parts<T>;

  readonly items: readonly ShownItem<T>[] = $derived.by(() => {
    const known = inOrder(this.#parts.stored(), this.#order).map((item) => ({
      item: this.#patched(item),
      isKnown: true,
    }));
    return [...known, ...this.#added.map((item) => ({ item, isKnown: false }))];
  });

  constructor(parts: Parts<T>) {
    this.#parts = parts;
  }

  /**
   * Shows a new item and sends it. When that fails the item stays, for another try.
   * @param item with an id of its own making until main gives it one
   */
  async add(item: T, send: () => Promise<Result<T>>): Promise<void> {
    this.#added = [...this.#added, item];
    await this.#parts.save.run(async () => {
      const result = await send();
      if (result.ok) {
        this.#added = this.#added.filter((added) => added.id !== item.id);
        this.#acceptOne(result.value);
      }
      return result;
    }, item.id);
  }

  /** Shows a change and sends it. */
  change(id: string, fields: Partial<T>, send: () => Promise<Result<T>>): void {
    const patch = this.#patch(id, fields);
    void this.#parts.save.run(this.#changeTask(patch, send), patch.key);
  }

  /** The same for text that is being typed: it is sent when typing pauses. */
  type(id: string, fields: Partial<T>, send: () => Promise<Result<T>>): void {
    const patch = this.#patch(id, fields);
    this.#parts.save.later(this.#changeTask(patch, send), patch.key);
  }

  /** Shows an item at another place, counted from 0, and sends that. */
  async move(id: string, toIndex: number, send: () => Promise<Result<unknown>>): Promise<void> {
    const others = this.#knownIds().filter((other) => other !== id);
    this.#order = others.toSpliced(toIndex, 0, id);
    this.#movesUnderWay += 1;
    const order = this.#order;
    const result = await this.#parts.save.run(send, 'order');
    this.#movesUnderWay -= 1;
    if (result.ok) this.#parts.accept(inOrder(this.#parts.stored(), order));
    // A place that main did not take would be shown for a place that it is in.
    if (this.#movesUnderWay === 0) this.#order = null;
  }

  /** Takes an item away once main has. */
  async remove(id: string, send: () => Promise<Result<unknown>>): Promise<boolean> {
    const result = await this.#parts.save.run(send, `${id} removed`);
    if (result.ok) this.#parts.accept(this.#parts.stored().filter((item) => item.id !== id));
    return result.ok;
  }

  /** When main has acknowledged a change it is dropped, unless a newer one has replaced it. */
  #changeTask(patch: Patch<T>, send: () => Promise<Result<T>>) {
    return async (): Promise<Result<T>> => {
      const result = await send();
      if (result.ok) {
        this.#patches = this.#patches.filter((other) => other !== patch);
        this.#acceptOne(result.value);
      }
      return result;
    };
  }

  #acceptOne(value: T): void {
    const stored = this.#parts.stored();
    const isNew = !stored.some((item) => item.id === value.id);
    this.#parts.accept(
      isNew ? [...stored, value] : stored.map((item) => (item.id === value.id ? value : item)),
    );
  }

  #patch(id: string, fields: Partial<T>): Patch<T> {
    const key = `${id} ${Object.keys(fields).join(' ')}`;
    const patch = { id, key, fields };
    this.#patches = [...this.#patches.filter((other) => other.key !== key), patch];
    return patch;
  }

  #patched(item: T): T {
    const own = this.#patches.filter(({ id }) => id === item.id);
    return own.reduce((shown, { fields }) => ({ ...shown, ...fields }), item);
  }

  #knownIds(): readonly string[] {
    return inOrder(this.#parts.stored(), this.#order).map((item) => item.id);
  }
}

/** The items in a wanted order; those that it does not name keep their order at the end. */
function inOrder<T extends { readonly id: string }>(
  items: readonly T[],
  order: readonly string[] | null,
): readonly T[] {
  if (order === null) return items;
  const placeOf = (item: T): number => {
    const place = order.indexOf(item.id);
    return place < 0 ? order.length : place;
  };
  return items.toSorted((one, other) => placeOf(one) - placeOf(other));
}
