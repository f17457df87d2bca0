import type { Series } from '../documents/series.ts';
import type { Occurrence } from '../series/occurrences.ts';
import { nextOccurrence, occurrencesBetween } from '../series/occurrences.ts';
import { addMinutes, epochOf } from '../time/instants.ts';
import type { Ledger } from './ledger.ts';
import { isSnoozed, keptDays } from './ledger.ts';

const dayMinutes = 24 * 60;
/** Longer than the longest lead time, which is a day. */
const aheadMinutes = 2 * dayMinutes;

/**
 * The occurrences that the planner has to judge at `now`: those not settled yet, those snoozed,
 * those within the longest lead, and of each series the next one beyond, so that the plan always
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

function watchFrom({ settledUntil, entries }: Ledger, now: string): string {
  const oldest = epochOf(addMinutes(now, -keptDays * dayMinutes));
  const snoozed = entries
    .filter((entry) => isSnoozed(entry, now))
    .map(({ startsAt }) => epochOf(startsAt));
  const unsettled = Math.min(epochOf(settledUntil), epochOf(now), ...snoozed);
  return Temporal.Instant.fromEpochMilliseconds(Math.max(unsettled, oldest)).toString();
}
