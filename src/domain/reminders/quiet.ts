import type { Settings } from '../documents/settings.ts';
import { epochOf, instantOf, localOf, textOfEpoch } from '../time/instants.ts';

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
  const { from, until } = quietHours;
  const [date = '', time = ''] = localOf(textOfEpoch(epoch), timeZone).split('T');
  const isOvernight = from > until;
  const isInside = isOvernight ? time >= from || time < until : time >= from && time < until;
  if (!isInside) return null;
  const begins = isOvernight && time < until ? dayAfter(date, -1) : date;
  const ends = isOvernight && time >= from ? dayAfter(date, 1) : date;
  const span = {
    from: epochOf(instantOf(`${begins}T${from}`, timeZone)),
    until: epochOf(instantOf(`${ends}T${until}`, timeZone)),
  };
  // Where an autumn change repeats an hour, the end can lie behind: then it is over.
  return span.until > epoch ? span : null;
}

const dayAfter = (date: string, days: number): string =>
  Temporal.PlainDate.from(date).add({ days }).toString();
