import type { ActionItem } from '../../../domain/documents/meeting.ts';
import type { ListedAction } from '../../../ipc/views.ts';

/** A promise as it is shown, with the edits that main has not acknowledged yet. */
export interface ShownPromise extends ListedAction {
  /** It was changed here: it stays in sight, even when it fits the filters no more. */
  readonly isTouched: boolean;
}

interface Parts {
  /** Ids, in the order of the rows. */
  readonly order: readonly string[];
  readonly known: readonly ListedAction[];
  /** The promises as they are now, edits included. */
  readonly actions: readonly ActionItem[];
  /** Ids of those that were changed here. */
  readonly touched: readonly string[];
}

/** The rows of the list; one that is not known any more has none. */
export function shownRows({ order, known, actions, touched }: Parts): readonly ShownPromise[] {
  const rows = new Map(known.map((row) => [row.action.id, row]));
  const shown = new Map(actions.map((action) => [action.id, action]));
  const changed = new Set(touched);
  return order.flatMap((id) => {
    const [row, action] = [rows.get(id), shown.get(id)];
    if (row === undefined || action === undefined) return [];
    return [{ ...row, action, isTouched: changed.has(id) }];
  });
}

/** What main answered, and what was changed here that is not in it. */
export function withTouched(
  answered: readonly ListedAction[],
  known: readonly ListedAction[],
  touched: readonly string[],
): readonly ListedAction[] {
  const ids = new Set(answered.map(({ action }) => action.id));
  const kept = known.filter(({ action }) => touched.includes(action.id) && !ids.has(action.id));
  return [...answered, ...kept];
}

/** The known rows with what became of their promises; those that are not named have gone. */
export function withActions(
  known: readonly ListedAction[],
  actions: readonly ActionItem[],
): readonly ListedAction[] {
  const changed = new Map(actions.map((action) => [action.id, action]));
  return known.flatMap((row) => {
    const action = changed.get(row.action.id);
    return action === undefined ? [] : [{ ...row, action }];
  });
}

/**
 * The order in which a list is shown while its answers change: what has a place keeps it, what is
 * new stands behind the one that precedes it in the answer.
 * @param shown ids in the order of now; those that the answer has no more stay
 * @param answered ids in the order of the answer
 */
export function inSteadyOrder(
  shown: readonly string[],
  answered: readonly string[],
): readonly string[] {
  const hasPlace = new Set(shown);
  const followers = new Map<string | null, string[]>();
  let anchor: string | null = null;
  for (const id of answered) {
    if (hasPlace.has(id)) anchor = id;
    else followers.set(anchor, [...(followers.get(anchor) ?? []), id]);
  }
  return [
    ...(followers.get(null) ?? []),
    ...shown.flatMap((id) => [id, ...(followers.get(id) ?? [])]),
  ];
}
