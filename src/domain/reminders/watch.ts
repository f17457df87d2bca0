import type { Series } from '../documents/series.ts';
import type { Occurrence } from '../series/occurrences.ts';
import { nextOccurrence, occurrencesBetween } from '../series/occurrences.ts';
import { addMinutes, epochOf, textOfEpoch } from '../time/instants.ts';
import type { Ledger } from './ledger-schema.ts';
import { keptDays } from './ledger.ts';

const dayMinutes = 24 * 60;
/** Preparing may be due a week before, where one day of the week is worked; and days for the same. */
export const aheadMinutes = 9 * dayMinutes;
/** A wrap-up is of use until the next working day is over; and some days for quiet hours and zones. */
const behindMinutes = 12 * dayMinutes;

/**
 * The occurrences that the planner has to judge at `now`: those not settled yet, those snoozed,
 * those that may be due to prepare, and of each series the next one beyond, so that the plan always
 * knows when to look again. What was over before its series was made is nobody's to be told.
 */
export function meetingsToWatch(
  series: readonly Series[],
  ledger: Ledger,
  now: string,
): readonly Occurrence[] {
  const from = watchFrom(ledger, now);
  const to = addMinutes(now, aheadMinutes);
  return series.flatMap((one) => {
    const beyond = nextOccurrence(one, addMinutes(to, -1));
    const near = occurrencesBetween(one, from, to).filter(
      ({ endsAt, startsAt }) =>
        epochOf(endsAt) > epochOf(one.createdAt) && startsAt !== beyond?.startsAt,
    );
    return beyond === null ? near : [...near, beyond];
  });
}

/** The instant from which on meetings are watched. */
export function watchFrom({ settledUntil, entries }: Ledger, now: string): string {
  const oldest = epochOf(now) - keptDays * dayMinutes * 60_000;
  const snoozed = entries
    .filter(({ snoozedUntil }) => snoozedUntil !== null)
    .map(({ startsAt }) => epochOf(startsAt));
  const unsettled = Math.min(epochOf(settledUntil), epochOf(now)) - behindMinutes * 60_000;
  return textOfEpoch(Math.max(Math.min(unsettled, ...snoozed), oldest));
}
