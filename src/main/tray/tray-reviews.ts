import { routeHash } from '../../domain/routes.ts';
import { shortenLine } from '../../domain/shorten-line.ts';
import type { DueReview } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { TrayEntry } from './tray-content.ts';

/** A menu that is longer than a screen helps nobody; all are in the journal. */
const shownAtMost = 8;
const longestTitle = 60;

/** Which decisions are to be looked back on today; a click opens the review. */
export function reviewEntries(reviews: readonly DueReview[]): readonly TrayEntry[] {
  const [first] = reviews;
  if (first === undefined) return [];
  if (reviews.length === 1) return [reviewEntry(m.tray_review_one(), first)];
  const listed = reviews
    .slice(0, shownAtMost)
    .map((review) => reviewEntry(shortenLine(review.title, longestTitle), review));
  const journal: TrayEntry = {
    kind: 'action',
    label: m.tray_review_all(),
    action: { kind: 'show', route: routeHash({ place: 'journal' }) },
  };
  return [
    {
      kind: 'submenu',
      label: m.tray_review_many({ count: reviews.length }),
      entries: reviews.length > shownAtMost ? [...listed, journal] : listed,
    },
  ];
}

const reviewEntry = (label: string, { decisionId }: DueReview): TrayEntry => ({
  kind: 'action',
  label,
  action: { kind: 'show', route: routeHash({ place: 'decision-review', decisionId }) },
});
