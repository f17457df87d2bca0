import points from './points.json' with { type: 'json' };
import { countWords, readingGrade, proseOf } from './prose.ts';
import type { ShippedPage } from './read-pages.ts';
import { readShippedPages } from './read-pages.ts';

/** The school year in which every page must be readable: plain English is at or below the eighth. */
export const highestGrade = 8;

interface PageReport {
  readonly group: ShippedPage['group'];
  readonly id: string;
  readonly words: number;
  readonly grade: number;
  readonly points: number;
  readonly evidence: readonly string[];
  /** Each with who wrote it and when; a page on the web may be undated. */
  readonly sources: readonly string[];
}

/** What the shipped guide covers, and how it reads. */
export interface GuideReport {
  readonly points: number;
  readonly covered: number;
  /** The ids of points that no page makes. */
  readonly missing: readonly string[];
  readonly articleWords: number;
  readonly highestGrade: number;
  readonly pages: readonly PageReport[];
}

/** Reads the shipped pages and says what they cover, how long they are and how they read. */
export function guideReport(): GuideReport {
  const article = readShippedPages('article');
  const pages = [...article, ...readShippedPages('companions')];
  const made = new Set(pages.flatMap((page) => page.points));
  const missing = points.filter((point) => !made.has(point));
  return {
    points: points.length,
    covered: points.length - missing.length,
    missing,
    articleWords: article.reduce((sum, { markdown }) => sum + countWords(markdown), 0),
    highestGrade,
    pages: pages.map(pageReport),
  };
}

function pageReport({ group, id, markdown, ...page }: ShippedPage): PageReport {
  return {
    ...{ group, id },
    words: countWords(markdown),
    grade: Math.round(readingGrade(proseOf(markdown)) * 10) / 10,
    points: page.points.length,
    evidence: page.evidence,
    sources: page.sources.map(
      ({ authors, year, title }) =>
        `${authors} (${year === undefined ? 'undated' : String(year)}): ${title}`,
    ),
  };
}
