import type { Meeting, TalkingPoint } from '../documents/meeting.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import { summaryOfMeeting } from '../documents/summaries.ts';
import { isSameJson } from '../merge/json.ts';
import { occurrenceKey } from './meeting-times.ts';
import type { ThereAgain, UndoneMeeting } from './undone-meeting.ts';
import { has, hasAction, isHere, pointIn } from './undone-meeting.ts';
import { promisesBack, withPromised } from './undone-promises.ts';

/**
 * Puts right what an undo brings back of a person's meetings. A point or a promise that the act had
 * moved on, and that somebody has dealt with or moved further since, stays where it has come to: it is
 * not there twice. One whose meeting was deleted since stays there, too. So does a plan that was given
 * another date since; and one whose date was planned anew meanwhile stands beside that.
 * @param others the other meetings of the same people, as they are
 * @param now UTC instant
 * @returns those that are there then
 */
export function settleUndone(
  meetings: readonly UndoneMeeting[],
  others: readonly MeetingSummary[],
  now: string,
): readonly Meeting[] {
  const there = meetings.flatMap((one) => thereAgain(withLeft(one, meetings, others)));
  const taken = there.map((one) => ({ ...one, undone: withoutMoved(one, there) }));
  return taken.map((one) => {
    const known = taken.filter((other) => other !== one && other.found !== null);
    return settled(one, [...others, ...known.map(stayed)], now);
  });
}

const thereAgain = (one: UndoneMeeting): readonly ThereAgain[] =>
  one.undone === null ? [] : [{ ...one, undone: one.undone }];

function settled(one: ThereAgain, elsewhere: readonly MeetingSummary[], now: string): Meeting {
  const { undone } = inPlace(one, elsewhere);
  const actionItems = promisesBack({ ...one, undone }, elsewhere);
  const back = { ...one, undone: { ...undone, actionItems } };
  const agenda = undone.agenda.flatMap((point) => pointBack(point, back, elsewhere, now));
  return withPromised({ ...back.undone, agenda }, one.found, now);
}

/** What would go back from here to a meeting that is not there any more stays. */
function withLeft(
  one: UndoneMeeting,
  all: readonly UndoneMeeting[],
  others: readonly MeetingSummary[],
): UndoneMeeting {
  const { found, undone } = one;
  if (found === null) return one;
  const sources = all.filter((other) => other !== one);
  const points = found.agenda.filter(
    (point) =>
      isHere(point) &&
      sources.some(({ before }) => isHere(pointIn(before, point.id))) &&
      !all.some((each) => isHere(pointIn(each.undone, point.id))) &&
      !others.some((other) =>
        other.points.some(({ id, leftAs }) => id === point.id && isHere({ leftAs })),
      ),
  );
  const actions = found.actionItems.filter(
    ({ id }) =>
      sources.some(({ before }) => hasAction(before, id)) &&
      !all.some((each) => hasAction(each.undone, id)) &&
      !others.some((other) => has(other.actions, id)),
  );
  if (points.length + actions.length === 0) return one;
  const { agenda, actionItems, ...rest } = undone ?? { ...found, agenda: [], actionItems: [] };
  const ids = new Set(points.map(({ id }) => id));
  return {
    ...one,
    undone: {
      ...rest,
      agenda: [...agenda.filter(({ id }) => !ids.has(id)), ...points],
      actionItems: [...actionItems, ...actions],
    },
  };
}

/** A meeting that the act made and that was written in since stays, without what goes back from it. */
function withoutMoved(one: ThereAgain, all: readonly ThereAgain[]): Meeting {
  const { before, after, undone } = one;
  if (before !== null || after === null) return undone;
  const others = all.filter((other) => other !== one);
  const isAsItCame = (item: { readonly id: string }, came: { readonly id: string } | undefined) =>
    came !== undefined && isSameJson(item, came);
  return {
    ...undone,
    agenda: undone.agenda.filter(
      (point) =>
        !isAsItCame(point, pointIn(after, point.id)) ||
        !others.some((other) => isHere(pointIn(other.undone, point.id))),
    ),
    actionItems: undone.actionItems.filter(
      (action) =>
        !isAsItCame(
          action,
          after.actionItems.find(({ id }) => id === action.id),
        ) || !others.some((other) => hasAction(other.undone, action.id)),
    ),
  };
}

/** Of a meeting that is undone, what was in its place there before already. */
function stayed({ found, undone }: ThereAgain): MeetingSummary {
  const summary = summaryOfMeeting(undone);
  return {
    ...summary,
    points: summary.points.filter(({ id }) => isHere(pointIn(found, id))),
    actions: summary.actions.filter(({ id }) => hasAction(found, id)),
  };
}

/** A point as it comes back, unless it has come to be something else, or somewhere else. */
function pointBack(
  point: TalkingPoint,
  { found, undone }: ThereAgain,
  elsewhere: readonly MeetingSummary[],
  now: string,
): readonly TalkingPoint[] {
  const known = pointIn(found, point.id);
  const became = known?.leftAs ?? null;
  if (became?.kind === 'action' && hasAction(undone, became.actionId))
    return [{ ...point, leftAs: became }];
  if (!isHere(point) || isHere(known)) return [point];
  for (const { id: toMeetingId, points } of elsewhere) {
    const other = points.find(({ id, leftAs }) => id === point.id && isHere({ leftAs }));
    if (other === undefined) continue;
    // One that has gone back on its way since, by another undo, did not come from there.
    if (other.carryCount < point.carryCount) return [];
    return [{ ...point, leftAs: { kind: 'carried', toMeetingId, at: now } }];
  }
  return [point];
}

/** Where in its series a meeting comes back to. */
function inPlace(one: ThereAgain, elsewhere: readonly MeetingSummary[]): ThereAgain {
  const { after, found, undone } = one;
  if (undone.seriesId === null || undone.seriesId === found?.seriesId) return one;
  const key = occurrenceKey(undone);
  const isDatedSince = found !== null && found.startLocal !== after?.startLocal;
  if (!isDatedSince && !elsewhere.some((other) => occurrenceKey(other) === key)) return one;
  const { seriesId, originalLocal } = found ?? { seriesId: null, originalLocal: null };
  return { ...one, undone: { ...undone, seriesId, originalLocal } };
}
