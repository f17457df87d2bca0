import type { ActionItem, Meeting, Side, Stance } from '../documents/meeting.ts';
import { rankBehind } from '../documents/ranks.ts';
import type { AgendaChange } from './change.ts';
import { givenOf } from './change.ts';

/** A promise as it is made; `now` is the UTC instant of making it. */
export interface NewAction {
  readonly id: string;
  readonly text: string;
  readonly owner: Side;
  readonly dueOn: string | null;
  /** What it is mostly about; left out for nothing said. */
  readonly stance?: Stance | null | undefined;
  /** The point, or the decision, that it came from; left out for none. */
  readonly fromPointId?: string | null | undefined;
  readonly now: string;
}

/** What may change in an action item; a part that is left out or undefined stays. */
export interface ActionChange {
  readonly text?: string | undefined;
  readonly owner?: Side | undefined;
  readonly dueOn?: string | null | undefined;
  readonly stance?: Stance | null | undefined;
  readonly isDone?: boolean | undefined;
}

/** Adds a promise at the end of the list. */
export function addAction(
  meeting: Meeting,
  { now, stance = null, fromPointId = null, ...given }: NewAction,
): Meeting {
  const { actionItems } = meeting;
  const rank = rankBehind(actionItems);
  const action: ActionItem = {
    ...given,
    ...{ rank, stance, fromPointId, doneAt: null, carriedFrom: null, createdAt: now },
  };
  return { ...meeting, actionItems: [...actionItems, action] };
}

/** Changes one action item. Marking done what is done keeps the first instant. */
export function changeAction(
  meeting: Meeting,
  actionId: string,
  { isDone, ...change }: ActionChange,
  now: string,
): AgendaChange {
  const action = meeting.actionItems.find(({ id }) => id === actionId);
  if (action === undefined) return noSuchAction;
  const changed = { ...action, ...givenOf(change) };
  if (isDone !== undefined) changed.doneAt = isDone ? (action.doneAt ?? now) : null;
  return withActions(
    meeting,
    meeting.actionItems.map((other) => (other === action ? changed : other)),
  );
}

/** Takes one action item away. */
export function removeAction(meeting: Meeting, actionId: string): AgendaChange {
  const others = meeting.actionItems.filter(({ id }) => id !== actionId);
  if (others.length === meeting.actionItems.length) return noSuchAction;
  return withActions(meeting, others);
}

/** Those of some promises that are not kept yet, in the order in which they stand. */
export function openActions(actions: readonly ActionItem[]): readonly ActionItem[] {
  return actions.filter(({ doneAt }) => doneAt === null);
}

const noSuchAction: AgendaChange = { ok: false, problem: 'no-such-action' };

function withActions(meeting: Meeting, actionItems: ActionItem[]): AgendaChange {
  return { ok: true, meeting: { ...meeting, actionItems } };
}
