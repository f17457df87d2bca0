import type { ReadingPlace } from '../../../domain/guide/reading-progress.ts';
import { headingId, type TextHeading } from '../markdown/headings.ts';

/** Where somebody is on the page, but for which page it is. */
export type PagePlace = Omit<ReadingPlace, 'pageId'>;

/** Rounding of pixels must not keep a page from ever being read. */
const slackPixels = 4;

/**
 * Where the reading line is in a text: counted in its blocks, so that it is the same place at any
 * size of the text and any width of the window.
 * @param linePixels how far below the top of the window one reads
 */
export function placeIn(
  text: HTMLElement,
  headings: readonly TextHeading[],
  linePixels: number,
): PagePlace {
  const isAtEnd = text.getBoundingClientRect().bottom <= window.innerHeight + slackPixels;
  return {
    portion: isAtEnd ? 1 : portionAbove(text, linePixels),
    anchor: headingAt(headings, linePixels)?.slug ?? null,
    isAtEnd,
  };
}

function portionAbove(text: HTMLElement, linePixels: number): number {
  const blocks = [...text.children].map((block) => block.getBoundingClientRect());
  const index = blocks.findIndex(({ bottom }) => bottom > linePixels);
  const block = blocks[index];
  if (block === undefined) return 0;
  const within = Math.max(0, linePixels - block.top) / Math.max(1, block.height);
  const portion = (index + Math.min(1, within)) / blocks.length;
  return Math.round(portion * 10_000) / 10_000;
}

/** How far down the page a portion of a text is, in pixels. */
export function pixelsOf(text: HTMLElement, portion: number, linePixels: number): number {
  const place = portion * text.children.length;
  const block = text.children.item(Math.floor(place))?.getBoundingClientRect();
  if (block === undefined) return 0;
  const within = (place - Math.floor(place)) * block.height;
  return Math.max(0, window.scrollY + block.top + within - linePixels);
}

/** The chapter that the reading line is in; null before the first one. */
export const headingAt = (
  headings: readonly TextHeading[],
  linePixels: number,
): TextHeading | null => {
  const begun = chaptersOf(headings).filter(({ slug }) => topOf(slug) <= linePixels + slackPixels);
  return begun.at(-1) ?? null;
};

/** The chapter after or before the reading line; null where there is none. */
export function chapterBeside(
  headings: readonly TextHeading[],
  step: 1 | -1,
  linePixels: number,
): TextHeading | null {
  const chapters = chaptersOf(headings);
  if (step === 1) {
    return chapters.find(({ slug }) => topOf(slug) > linePixels + slackPixels) ?? null;
  }
  // One that was gone to has come to rest a little above the line.
  return chapters.findLast(({ slug }) => topOf(slug) < linePixels / 2) ?? null;
}

/** The nearest heading above something in the text; null for what stands before the first one. */
export function headingAbove(headings: readonly TextHeading[], node: Node): TextHeading | null {
  const above = headings.filter(({ slug }) => {
    const heading = document.getElementById(headingId(slug));
    if (heading === null) return false;
    const order = heading.compareDocumentPosition(node);
    return heading.contains(node) || (order & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
  });
  return above.at(-1) ?? null;
}

/** What a page is divided into: its headings of the second level. */
export const chaptersOf = (headings: readonly TextHeading[]): readonly TextHeading[] =>
  headings.filter(({ level }) => level === 2);

const topOf = (slug: string): number =>
  document.getElementById(headingId(slug))?.getBoundingClientRect().top ?? Infinity;
