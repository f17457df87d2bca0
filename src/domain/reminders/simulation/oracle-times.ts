import type { Person } from '../../documents/person.ts';
import type { Settings } from '../../documents/settings.ts';
import type { RemindableMeeting } from '../schedule.ts';

// When reminders should be due, worked out apart from the planner: what both share is only what the
// product promises. Instants are milliseconds since the epoch.

/** What there is to know besides the meeting. */
export interface Promises {
  readonly people: readonly Person[];
  readonly settings: Settings;
  readonly timeZone: string;
}

/** What one stage of one meeting owes. */
export interface Owed {
  /** The identity and the start: a meeting that was moved is owed anew. */
  readonly key: string;
  readonly start: number;
  /** By minutes before the start, -1 where that says nothing. */
  readonly times: readonly { readonly lead: number; readonly at: number }[];
  readonly helpsUntil: number;
  readonly isStarting: boolean;
}

/** Everything that is owed for one meeting. */
export function owedFor(meeting: RemindableMeeting, promises: Promises): readonly Owed[] {
  const person = promises.people.find(({ id }) => id === meeting.personId);
  if (person?.archivedOn !== null) return [];
  const owed = [preparing(meeting, person, promises), starting(meeting, person, promises)];
  return [...owed, wrappingUp(meeting, person, promises)].filter((one) => one !== null);
}

/** The end of the quiet hours at an instant; null outside of them. */
export function quietEnd(at: number, { settings, timeZone }: Promises): number | null {
  const { quietHours } = settings;
  if (quietHours === null) return null;
  const now = zoned(at, timeZone);
  const time = now.toPlainTime().toString({ smallestUnit: 'minute' });
  const [isBegun, isEnded] = [time >= quietHours.from, time >= quietHours.until];
  const isOverMidnight = quietHours.until < quietHours.from;
  if (isOverMidnight ? !isBegun && isEnded : !isBegun || isEnded) return null;
  return nextAt(now, quietHours.until).epochMilliseconds;
}

function preparing(
  meeting: RemindableMeeting,
  { reminders }: Person,
  promises: Promises,
): Owed | null {
  const { settings, timeZone } = promises;
  const isWanted = reminders.prepares ?? settings.prepareAt !== null;
  if (!isWanted) return null;
  const start = Date.parse(meeting.startsAt);
  let day = zoned(start, timeZone).toPlainDate().subtract({ days: 1 });
  while (!settings.workingDays.includes(day.dayOfWeek)) day = day.subtract({ days: 1 });
  const plainTime = Temporal.PlainTime.from(settings.prepareAt ?? '16:00');
  const at = day.toZonedDateTime({ timeZone, plainTime }).epochMilliseconds;
  if (Date.parse(meeting.createdAt ?? '') >= at) return null;
  const due = shifted(at, (end) => end < start, promises);
  return owed(meeting, 'prepare', { times: [{ lead: -1, at: due }], helpsUntil: start });
}

function starting(
  meeting: RemindableMeeting,
  { reminders }: Person,
  promises: Promises,
): Owed | null {
  const leads = reminders.startingLeadMinutes ?? promises.settings.startingLeadMinutes;
  const start = Date.parse(meeting.startsAt);
  const times = leads.map((lead) => ({
    lead,
    at: shifted(start - lead * 60_000, (end) => end <= start, promises),
  }));
  if (times.length === 0) return null;
  return owed(meeting, 'starting', { times, helpsUntil: Date.parse(meeting.endsAt) });
}

function wrappingUp(
  meeting: RemindableMeeting,
  { reminders }: Person,
  promises: Promises,
): Owed | null {
  const { settings, timeZone } = promises;
  const isWanted = reminders.wrapsUp ?? settings.wrapUpAfterMinutes !== null;
  if (!isWanted || meeting.needsWrapUp !== true) return null;
  const after = settings.wrapUpAfterMinutes ?? 5;
  const at = shifted(Date.parse(meeting.endsAt) + after * 60_000, () => true, promises);
  let day = zoned(at, timeZone).add({ days: 1 });
  while (!settings.workingDays.includes(day.dayOfWeek)) day = day.add({ days: 1 });
  const helpsUntil = day.add({ days: 1 }).startOfDay().epochMilliseconds;
  return owed(meeting, 'wrap-up', { times: [{ lead: -1, at }], helpsUntil });
}

function owed(
  { seriesId, originalLocal, startsAt }: RemindableMeeting,
  stage: string,
  due: Pick<Owed, 'times' | 'helpsUntil'>,
): Owed {
  const key = `${seriesId ?? ''}/${originalLocal ?? ''}/${stage} ${startsAt}`;
  return { ...due, key, start: Date.parse(startsAt), isStarting: stage === 'starting' };
}

/** A time in quiet hours waits for their end where that is soon enough, else comes before them. */
function shifted(at: number, isSoonEnough: (end: number) => boolean, promises: Promises): number {
  const end = quietEnd(at, promises);
  if (end === null) return at;
  if (isSoonEnough(end)) return end;
  const { quietHours } = promises.settings;
  const begin = lastAt(zoned(at, promises.timeZone), quietHours?.from ?? '');
  return begin.epochMilliseconds - 60_000;
}

const zoned = (at: number, timeZone: string): Temporal.ZonedDateTime =>
  Temporal.Instant.fromEpochMilliseconds(at).toZonedDateTimeISO(timeZone);

/** The last time that the clock showed a time, now included. */
function lastAt(now: Temporal.ZonedDateTime, time: string): Temporal.ZonedDateTime {
  const today = now.withPlainTime(time);
  return Temporal.ZonedDateTime.compare(today, now) <= 0
    ? today
    : now.subtract({ days: 1 }).withPlainTime(time);
}

/** The next time that it will show it. */
function nextAt(now: Temporal.ZonedDateTime, time: string): Temporal.ZonedDateTime {
  const today = now.withPlainTime(time);
  return Temporal.ZonedDateTime.compare(today, now) > 0
    ? today
    : now.add({ days: 1 }).withPlainTime(time);
}
