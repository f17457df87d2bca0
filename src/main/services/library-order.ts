import { compareTexts } from '../../domain/compare-texts.ts';
import type { ArticleSummary } from '../../domain/documents/summaries.ts';

/** By folder, files that were added alone first; in each by path. */
export const inLibraryOrder = (articles: readonly ArticleSummary[]): readonly ArticleSummary[] =>
  articles.toSorted(
    (one, other) => compareTexts(one.folder, other.folder) || compareTexts(one.path, other.path),
  );
