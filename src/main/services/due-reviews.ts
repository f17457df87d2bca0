import { dueReviews } from '../../domain/decision/due-reviews.ts';
import type { DueReview } from '../../ipc/views.ts';
import type { Store, StoreReader } from '../store/store.ts';
import type { KeptReading } from './kept-reading.ts';
import { keptReading } from './kept-reading.ts';

/**
 * The decisions to look back on by a calendar date, the one due longest first. Those about somebody archived wait in the archive.
 */
export async function readDueReviews(
  reader: StoreReader,
  date: string,
): Promise<readonly DueReview[]> {
  const [decisions, people] = await Promise.all([
    reader.summaries('decision'),
    reader.summaries('person'),
  ]);
  const byId = new Map(people.map((person) => [person.id, person]));
  return dueReviews(decisions, date).flatMap(({ id, title, personId, reviewOn }) => {
    const person = byId.get(personId ?? '');
    if (reviewOn === null || (person?.archivedOn ?? null) !== null) return [];
    return [{ decisionId: id, title, personName: person?.name ?? null, reviewOn }];
  });
}

/** Later than any review. */
const endOfDates = '9999-12-31';

/** Every decision that waits to be looked back on, whenever that is due, as the beats read it. */
export const waitingReviews = (store: Store): KeptReading<readonly DueReview[]> =>
  keptReading(store, ['decision', 'person'], () => readDueReviews(store, endOfDates));
