import { openActions } from '../agenda/actions.ts';
import { isSharedAction } from '../agenda/shared.ts';
import { compareTexts } from '../compare-texts.ts';
import type { ActionItem, Side } from '../documents/meeting.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import { daysSince } from '../time/dates.ts';
import { localDateOf } from '../time/instants.ts';
import { dateOf } from './past-talks.ts';
import type { PrepInput } from './prep-input.ts';
import type { PromiseSuggestion } from './suggestion.ts';
import { keyOf } from './suggestion.ts';

/**
 * What one side has promised and not kept: the overdue first, then by due date, then what has none,
 * the oldest first. Promises of the meeting in hand stand on its own page already.
 */
export function openPromises(owner: Side, input: PrepInput): readonly PromiseSuggestion[] {
  return input.meetings
    .filter(({ id }) => id !== input.meeting.id)
    .flatMap((meeting) =>
      openActions(meeting.actions)
        .filter((action) => action.owner === owner)
        .map((action) => ({ order: orderOf(action), promise: promiseOf(meeting, action, input) })),
    )
    .sort((one, other) => compareTexts(one.order, other.order))
    .map(({ promise }) => promise);
}

/** A due date in the past comes before one to come, so the overdue are first by themselves. */
const orderOf = ({ dueOn, createdAt, id }: ActionItem): string =>
  `${dueOn ?? '9999-99-99'} ${createdAt} ${id}`;

function promiseOf(
  meeting: MeetingSummary,
  action: ActionItem,
  { today, timeZone }: PrepInput,
): PromiseSuggestion {
  const { id: actionId, text, dueOn, owner } = action;
  // Still the same promise when its meeting was deleted and it lives on in the next one.
  const origin = {
    kind: 'action',
    meetingId: action.carriedFrom ?? meeting.id,
    actionId,
  } as const;
  // What the promise came from says what it is about, where it does not say so itself.
  const from = meeting.points.find(({ id }) => id === action.fromPointId);
  const madeOn = localDateOf(action.createdAt, timeZone);
  return {
    group: owner === 'me' ? 'my-promises' : 'their-promises',
    key: keyOf(origin),
    ...{ text, origin, actionId, dueOn },
    topic: from?.topic ?? null,
    stance: action.stance ?? from?.stance ?? null,
    // A promise that came from something private is nobody else's business either.
    visibility: isSharedAction(action, meeting.points) ? 'shared' : 'private',
    source: { meetingId: meeting.id, on: dateOf(meeting) ?? madeOn },
    isOverdue: dueOn !== null && dueOn < today,
    ageDays: daysSince(madeOn, today),
  };
}
