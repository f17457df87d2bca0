import type { Settings } from '../documents/settings.ts';
import { epochOf, instantOf } from '../time/instants.ts';

/** Milliseconds since the epoch. */
interface Span {
  readonly from: number;
  readonly until: number;
}

/**
 * The quiet hours that an instant lies in; null when it lies in none. They are wall times of the
 * computer's zone, over midnight where `until` is the earlier one. The same time twice is none.
 * @param epoch milliseconds since the epoch
 */
export function quietSpanAt(
  epoch: number,
  quietHours: Settings['quietHours'],
  timeZone: string,
): Span | null {
  if (quietHours === null || quietHours.from === quietHours.until) return null;
  const [from, until] = [minutesOf(quietHours.from), minutesOf(quietHours.until)];
  const local = Temporal.Instant.fromEpochMilliseconds(epoch).toZonedDateTimeISO(timeZone);
  const time = local.hour * 60 + local.minute;
  const isOvernight = from > until;
  const isInside = isOvernight ? time >= from || time < until : time >= from && time < until;
  if (!isInside) return null;
  const date = local.toPlainDate();
  const span = {
    from: epochAt(date, isOvernight && time < until ? -1 : 0, quietHours.from, timeZone),
    until: epochAt(date, isOvernight && time >= from ? 1 : 0, quietHours.until, timeZone),
  };
  // Where an autumn change repeats an hour, the end can lie behind: then it is over.
  return span.until > epoch ? span : null;
}

/** Minutes since midnight of a time such as 16:00. */
function minutesOf(time: string): number {
  return Number(time.slice(0, 2)) * 60 + Number(time.slice(3));
}

function epochAt(date: Temporal.PlainDate, days: number, time: string, timeZone: string): number {
  return epochOf(instantOf(`${date.add({ days }).toString()}T${time}`, timeZone));
}
