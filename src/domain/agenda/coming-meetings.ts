import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import type { Occurrence } from '../series/occurrences.ts';
import { byStart, occurrencesBetween } from '../series/occurrences.ts';
import { horizonsDays } from '../series/rule-times.ts';
import { addMinutes, epochOf } from '../time/instants.ts';
import type { MeetingTimes } from './meeting-times.ts';
import { occurrenceKey, timesOf } from './meeting-times.ts';

/** What is to be known of a meeting to say whether and when it takes place. */
type Plan = Pick<
  Meeting,
  | 'id'
  | 'personId'
  | 'seriesId'
  | 'originalLocal'
  | 'startLocal'
  | 'timeZone'
  | 'durationMinutes'
  | 'status'
>;

/** The documents that say which 1:1s take place; meetings, or summaries of them. */
export interface Plans<M extends Plan> {
  readonly series: readonly Series[];
  readonly meetings: readonly M[];
}

/** An occurrence for which nobody has opened a plan. */
interface Unplanned extends Occurrence {
  readonly plan: null;
}

/** A 1:1 with its document. */
interface Planned<M> extends MeetingTimes, Pick<Plan, 'personId' | 'seriesId' | 'originalLocal'> {
  readonly plan: M;
}

/** A 1:1 that takes place. */
export type ComingMeeting<M> = Unplanned | Planned<M>;

/**
 * The 1:1s that overlap the time from `from` up to `to` (UTC instants), soonest first: those that a
 * series gives, wherever they were moved, and those that stand alone. What was cancelled, skipped or
 * held is not to come.
 */
export function comingBetween<M extends Plan>(
  plans: Plans<M>,
  from: string,
  to: string,
): readonly ComingMeeting<M>[] {
  const alone = standingAlone(plans).filter(
    ({ startsAt, endsAt }) => epochOf(startsAt) < epochOf(to) && epochOf(endsAt) > epochOf(from),
  );
  return [...givenBetween(plans, from, to), ...alone].sort(byStart);
}

/** Most people are met within a week, and a short look is a quick one. */
const looksDays = [7, ...horizonsDays];

/** The next 1:1 that has not ended and that a caller wants, however far off; null when none is to come. */
export function nextToCome<M extends Plan>(
  plans: Plans<M>,
  now: string,
  isWanted: (coming: ComingMeeting<M>) => boolean = () => true,
): ComingMeeting<M> | null {
  const alone = standingAlone(plans).filter(({ endsAt }) => epochOf(endsAt) > epochOf(now));
  const [next] = [...firstGiven(plans, now, isWanted), ...alone.filter(isWanted)].sort(byStart);
  return next ?? null;
}

/** The plan that has no date yet; undefined without one. */
export const undatedPlan = <M extends Plan>(meetings: readonly M[]): M | undefined =>
  meetings.find(
    ({ status, startLocal, originalLocal }) =>
      status === 'planned' && startLocal === null && originalLocal === null,
  );

/**
 * The documents of occurrences, by their keys. Two computers can have made one each: what is planned
 * in either of them takes place.
 */
export function byOccurrence<M extends Plan>(meetings: readonly M[]): ReadonlyMap<string, M> {
  const found = new Map<string, M>();
  for (const meeting of meetings) {
    const key = occurrenceKey(meeting);
    if (found.get(key)?.status !== 'planned') found.set(key, meeting);
  }
  return found;
}

/** Those meetings that no series gives: they were made alone, or their series is gone. */
export function withoutSeries<M extends Plan>({ series, meetings }: Plans<M>): readonly M[] {
  const known = new Set(series.map(({ id }) => id));
  return meetings.filter(({ seriesId }) => seriesId === null || !known.has(seriesId));
}

function firstGiven<M extends Plan>(
  plans: Plans<M>,
  now: string,
  isWanted: (coming: ComingMeeting<M>) => boolean,
): readonly ComingMeeting<M>[] {
  for (const days of looksDays) {
    const given = givenBetween(plans, now, addMinutes(now, days * 24 * 60)).filter(isWanted);
    if (given.length > 0) return given;
  }
  return [];
}

function givenBetween<M extends Plan>(
  { series, meetings }: Plans<M>,
  from: string,
  to: string,
): readonly ComingMeeting<M>[] {
  const planned = byOccurrence(meetings);
  return series
    .flatMap((one) => occurrencesBetween(one, from, to))
    .map((occurrence): ComingMeeting<M> => {
      const plan = planned.get(occurrenceKey(occurrence));
      return plan === undefined ? { ...occurrence, plan: null } : { ...occurrence, plan };
    })
    .filter(({ plan }) => plan === null || plan.status === 'planned');
}

function standingAlone<M extends Plan>(plans: Plans<M>): readonly Planned<M>[] {
  return withoutSeries(plans)
    .filter(({ status }) => status === 'planned')
    .flatMap((plan) => {
      const times = timesOf(plan, null);
      const { personId, seriesId, originalLocal } = plan;
      return times === null ? [] : [{ ...times, personId, seriesId, originalLocal, plan }];
    });
}
