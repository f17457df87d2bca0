import { routeHash } from '../../../domain/routes.ts';
import type { UpcomingMeeting } from '../../../ipc/views.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';

/** The address of a 1:1's plan, whether or not anybody has opened it before. */
export function planHref({ meetingId, seriesId, originalLocal }: UpcomingMeeting): string {
  if (meetingId !== null) return routeHash({ place: 'meeting', meetingId });
  // The contract's own rule: without a document there is a series that it comes from.
  if (seriesId === null || originalLocal === null) return routeHash({ place: 'today' });
  return routeHash({ place: 'plan', seriesId, originalLocal });
}

/** The calendar date of an instant in a zone. */
export function dateIn(instant: string, timeZone: string): Temporal.PlainDate {
  return Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate();
}

/** "Today", "Tomorrow" or the day by name. */
export function dayName(
  instant: string,
  now: string,
  { format, timeZone }: { format: Formatter; timeZone: string },
): string {
  const days = dateIn(now, timeZone).until(dateIn(instant, timeZone)).days;
  if (days === 0) return m.app_today();
  return days === 1 ? m.app_tomorrow() : format.day(instant, timeZone);
}

/** "in 2 hours", "now", or "until 10:30" while it runs. */
export function timeUntil(
  { startsAt, endsAt }: UpcomingMeeting,
  now: string,
  { format, timeZone }: { format: Formatter; timeZone: string },
): string {
  const minutes = minutesBetween(now, startsAt);
  if (minutes > 0) return m.app_in_duration({ duration: format.duration(minutes) });
  return m.app_running_until({ time: format.time(endsAt, timeZone) });
}

/** Whole minutes from one instant to another, rounded up: "in 1 minute" until it begins. */
function minutesBetween(from: string, to: string): number {
  return Math.ceil((Date.parse(to) - Date.parse(from)) / 60_000);
}
