import { untrack } from 'svelte';
import type { ActionItem } from '../../../domain/documents/meeting.ts';
import type { ListedAction } from '../../../ipc/views.ts';
import type { Api } from '../../api/client.ts';
import type { SaveState } from '../../api/save-state.svelte.ts';
import { ItemEdits } from '../meeting/item-edits.svelte.ts';
import { inSteadyOrder, shownRows, withActions, withTouched } from './promise-rows.ts';
import type { ShownPromise } from './promise-rows.ts';

type Change = Partial<Pick<ActionItem, 'owner' | 'dueOn' | 'stance'>>;

/**
 * The promises on screen. While somebody works in the list nothing jumps: a row keeps its place when
 * its date changes, and stays when it is done, until another question is asked.
 */
export class PromiseList {
  readonly save: SaveState;
  readonly #api: Api;
  readonly #edits: ItemEdits<ActionItem>;
  #known = $state.raw<readonly ListedAction[]>([]);
  #order = $state.raw<readonly string[]>([]);
  #touched = $state.raw<readonly string[]>([]);
  #answered: readonly ListedAction[] = [];
  #question: string;

  readonly rows: readonly ShownPromise[] = $derived.by(() =>
    shownRows({
      order: this.#order,
      known: this.#known,
      actions: this.#edits.items.map(({ item }) => item),
      touched: this.#touched,
    }),
  );

  /** @param question what is asked of the list at first, in any words */
  constructor(api: Api, save: SaveState, question: string) {
    this.#api = api;
    this.save = save;
    this.#question = question;
    this.#edits = new ItemEdits({
      save,
      stored: () => this.#known.map(({ action }) => action),
      accept: (items) => {
        this.#known = withActions(this.#known, items);
      },
    });
  }

  /** Takes what main answered. */
  take(answered: readonly ListedAction[]): void {
    this.#answered = answered;
    untrack(() => {
      this.#known = withTouched(answered, this.#known, this.#touched);
      this.#order = inSteadyOrder(
        this.#order,
        answered.map(({ action }) => action.id),
      );
    });
  }

  /**
   * Another question puts everything in its place again, and what does not belong here leaves.
   * The same one changes nothing, and is answered with false.
   */
  ask(question: string): boolean {
    if (question === this.#question) return false;
    this.#question = question;
    untrack(() => {
      this.#touched = [];
      this.#order = [];
      this.#known = [];
      this.take(this.#answered);
    });
    return true;
  }

  markDone(row: ListedAction, isDone: boolean): void {
    const doneAt = isDone ? Temporal.Now.instant().toString() : null;
    this.#change(row, { doneAt }, { isDone });
  }

  change(row: ListedAction, change: Change): void {
    this.#change(row, change, change);
  }

  /** Takes a promise away; false when main did not. */
  remove({ action, meetingId }: ListedAction): Promise<boolean> {
    const input = { meetingId, actionId: action.id };
    return this.#edits.remove(action.id, () => this.#api.call('meetings.removeAction', input));
  }

  #change(
    { action, meetingId }: ListedAction,
    fields: Partial<ActionItem>,
    change: Change & { readonly isDone?: boolean },
  ): void {
    if (!this.#touched.includes(action.id)) this.#touched = [...this.#touched, action.id];
    const input = { meetingId, actionId: action.id, ...change };
    this.#edits.change(action.id, fields, () => this.#api.call('meetings.changeAction', input));
  }
}
