import { openActions } from '../../domain/agenda/actions.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import type { Attention } from '../../domain/people/attention.ts';
import { attentionFor } from '../../domain/people/attention.ts';
import { latestOf, metAtAmong } from '../../domain/people/last-met.ts';
import { addMinutes, localDateOf, midnightBefore } from '../../domain/time/instants.ts';
import type { UpcomingMeeting } from '../../ipc/views.ts';
import type { StoreReader } from '../store/store.ts';
import type { Calendar } from './upcoming.ts';
import { ofPerson } from './upcoming.ts';

/** A little over the longest cadence: whoever was met less than this ago is found without the rest. */
const yearMinutes = 400 * 24 * 60;

/** The moment of looking, and the zone in which its day is counted. */
export interface Moment {
  readonly now: string;
  readonly timeZone: string;
}

/**
 * The instant at which each of these people was last met, by id; without an entry for those of whom
 * nothing is known. Most were met lately, which the calendar has; of the others it looks back in
 * steps, so that a long past is read for nobody but those who were not met for long.
 */
export async function lastMeetings(
  reader: Pick<StoreReader, 'summaries'>,
  calendar: Calendar,
  personIds: readonly string[],
  now: string,
): Promise<ReadonlyMap<string, string>> {
  const fromLocal = midnightBefore(addMinutes(now, -yearMinutes));
  const found = await Promise.all(
    personIds.map(async (personId): Promise<readonly (readonly [string, string])[]> => {
      const own = ofPerson(calendar, personId);
      const last =
        lastOf(own, own.meetings, now) ??
        lastOf(own, await reader.summaries('meeting', { personId, fromLocal }), now) ??
        lastOf(own, await reader.summaries('meeting', { personId }), now);
      return last === null ? [] : [[personId, last]];
    }),
  );
  return new Map(found.flat());
}

/** The latest instant at which the two met in one of these meetings; null when they did not. */
export function lastOf(
  { series }: Pick<Calendar, 'series'>,
  meetings: readonly MeetingSummary[],
  now: string,
): string | null {
  return latestOf(meetings.map(metAtAmong(series, now)));
}

/** What a person needs, by what is stored of meeting them. */
export function attentionOf(
  { cadenceDays }: Person,
  known: {
    readonly lastMetAt: string | null;
    readonly next: UpcomingMeeting | null;
    readonly meetings: readonly Pick<MeetingSummary, 'actions'>[];
  },
  { now, timeZone }: Moment,
): Attention {
  const dateOf = (instant: string | null | undefined): string | null =>
    instant === null || instant === undefined ? null : localDateOf(instant, timeZone);
  return attentionFor({
    cadenceDays,
    lastMetOn: dateOf(known.lastMetAt),
    nextOn: dateOf(known.next?.startsAt),
    promisesDueOn: known.meetings.flatMap(({ actions }) =>
      openActions(actions).map(({ dueOn }) => dueOn),
    ),
    today: localDateOf(now, timeZone),
  });
}
