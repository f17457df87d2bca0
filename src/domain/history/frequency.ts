import { daysBetween } from '../time/dates.ts';
import { localDateOf } from '../time/instants.ts';

/** How often two people met in one month, beside how often they meant to. */
export interface MonthCount {
  /** Such as 2026-11. */
  readonly month: string;
  readonly held: number;
  /** Null where nothing is agreed, and before they first met. */
  readonly agreed: number | null;
}

/** Calendar days from one 1:1 to the next; null where there are too few to say. */
export interface Gaps {
  readonly averageDays: number | null;
  readonly longestDays: number | null;
  /** From the latest to today. */
  readonly daysSinceLast: number | null;
}

interface Reader {
  /** The zone in which days and months are counted. */
  readonly timeZone: string;
  /** UTC instant */
  readonly now: string;
}

/**
 * The 1:1s of each of the last twelve months, this one included, oldest first.
 * @param heldAt the instants (UTC) of all that took place, in any order
 * @param cadenceDays in how many days the two agreed to meet again; null for nothing agreed
 */
export function meetingsByMonth(
  heldAt: readonly string[],
  cadenceDays: number | null,
  { timeZone, now }: Reader,
): readonly MonthCount[] {
  const monthsShown = 12;
  const dates = datesOf(heldAt, timeZone);
  const firstMonth = dates[0]?.slice(0, 7);
  const today = Temporal.PlainDate.from(localDateOf(now, timeZone));
  const counts = Map.groupBy(dates, (date) => date.slice(0, 7));
  return Array.from({ length: monthsShown }, (_, index) => {
    const first = today.with({ day: 1 }).subtract({ months: monthsShown - 1 - index });
    const month = first.toString().slice(0, 7);
    const isNow = index === monthsShown - 1;
    // Of this month only what has been of it can be asked for.
    const days = isNow ? today.day : first.daysInMonth;
    const isAgreed = cadenceDays !== null && firstMonth !== undefined && month >= firstMonth;
    const agreed = isAgreed ? days / cadenceDays : null;
    return { month, held: counts.get(month)?.length ?? 0, agreed };
  });
}

/** The gaps between the 1:1s of the last twelve months, in calendar days where the user is. */
export function gapsBetween(heldAt: readonly string[], { timeZone, now }: Reader): Gaps {
  const today = Temporal.PlainDate.from(localDateOf(now, timeZone));
  const from = today.subtract({ months: 12 }).toString();
  const until = today.toString();
  const all = datesOf(heldAt, timeZone).filter((date) => date <= until);
  const recent = [...new Set(all.filter((date) => date >= from))];
  const gaps = recent.slice(1).map((date, index) => daysBetween(recent[index] ?? date, date));
  const latest = all.at(-1);
  const sum = gaps.reduce((total, days) => total + days, 0);
  return {
    averageDays: gaps.length === 0 ? null : sum / gaps.length,
    longestDays: gaps.length === 0 ? null : Math.max(...gaps),
    daysSinceLast: latest === undefined ? null : daysBetween(latest, until),
  };
}

const datesOf = (instants: readonly string[], timeZone: string): readonly string[] =>
  instants.map((instant) => localDateOf(instant, timeZone)).toSorted();
