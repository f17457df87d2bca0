import type { TextHeading } from '../markdown/headings.ts';
import { headingAbove } from './page-place.ts';

/** A passage of the page that may go on an agenda. */
export interface Passage {
  readonly text: string;
  /** The heading above it, to lead back to; null for the beginning of the page. */
  readonly anchor: string | null;
}

/**
 * What is selected within a text; null for nothing. Three clicks on the last paragraph select up to
 * the beginning of what follows the text, which does not count.
 */
export function selectionIn(text: HTMLElement): Range | null {
  const selection = document.getSelection();
  if (selection === null || selection.isCollapsed || selection.rangeCount === 0) return null;
  const range = selection.getRangeAt(0).cloneRange();
  if (!text.contains(range.startContainer)) return null;
  if (!text.contains(range.endContainer)) range.setEnd(text, text.childNodes.length);
  return wordsOf(range) === '' ? null : range;
}

/** The passage that is selected within a text; null for none. */
export function selectedPassage(
  text: HTMLElement,
  headings: readonly TextHeading[],
): Passage | null {
  const range = selectionIn(text);
  if (range === null) return null;
  const anchor = headingAbove(headings, range.startContainer)?.slug ?? null;
  return { text: wordsOf(range), anchor };
}

/** The words alone: labels of evidence and numbers of notes are about the passage, not in it. */
function wordsOf(range: Range): string {
  const content = range.cloneContents();
  for (const label of content.querySelectorAll('[data-evidence], sup')) label.remove();
  return content.textContent
    .replace(/\s+/g, ' ')
    .replace(/ (?=[.,;:!?])/g, '')
    .trim();
}
