import { compareTexts } from '../../domain/compare-texts.ts';
import type { ArticleSummary } from '../../domain/documents/summaries.ts';
import type { Store } from '../store/store.ts';
import { keptReading } from './kept-reading.ts';

/** All documents of the library: by folder, files that were added alone first; in each by path. */
export type LibraryOrder = () => Promise<readonly ArticleSummary[]>;

/**
 * Keeps the order between readings: a page asks for its neighbours each time it opens, and to bring a
 * thousand summaries over from the store's thread takes longer than all the rest.
 */
export const keepLibraryOrder = (store: Pick<Store, 'onChange' | 'summaries'>): LibraryOrder =>
  keptReading(store, ['article'], async () =>
    (await store.summaries('article')).toSorted(
      (one, other) => compareTexts(one.folder, other.folder) || compareTexts(one.path, other.path),
    ),
  ).read;
