import { findInText } from '../../../domain/guide/find-in-text.ts';

/** Blocks: a match does not go from one into the next. */
const blocks = 'p, li, h1, h2, h3, h4, h5, h6, td, th, pre, blockquote, cite';
/** What stands around the text. */
const beside = 'nav, [data-screen-only]';
const names = { all: 'guide-found', current: 'guide-found-now' } as const;

interface Piece {
  readonly node: Text;
  /** Where it begins in the text as a whole. */
  readonly start: number;
}

/**
 * Finds words in what the page shows. Matches are marked by the browser's own highlights, which leave
 * the page's elements as they are.
 */
export class TextFinder {
  typed = $state('');
  matches = $state.raw<readonly Range[]>([]);
  /** Which match is the current one, counted from 0. */
  index = $state(0);
  /** How far down the page one looks from: as long as one types, that stays. */
  #from = window.scrollY;

  /** Finds what is typed, and shows the first match from where one was on. */
  find(root: Element): void {
    const { text, pieces } = readText(root);
    this.matches = findInText(text, this.typed).map(({ start, end }) =>
      rangeOf(pieces, start, end),
    );
    this.index = Math.max(
      0,
      this.matches.findIndex((match) => topOf(match) >= this.#from),
    );
    this.#show();
  }

  /** Goes on to the next or the previous match; after the last comes the first. */
  step(by: 1 | -1): void {
    const count = this.matches.length;
    if (count === 0) return;
    this.index = (this.index + by + count) % count;
    this.#show();
    const current = this.matches[this.index];
    if (current !== undefined) this.#from = topOf(current);
  }

  /** Takes the marks away. */
  end(): void {
    this.matches = [];
    CSS.highlights.delete(names.all);
    CSS.highlights.delete(names.current);
  }

  #show(): void {
    const current = this.matches[this.index];
    const others = this.matches.filter((match) => match !== current);
    CSS.highlights.set(names.all, new Highlight(...others));
    CSS.highlights.set(names.current, new Highlight(...(current ? [current] : [])));
    if (current !== undefined) bringIntoSight(current);
  }
}

const topOf = (match: Range): number => match.getBoundingClientRect().top + window.scrollY;

function bringIntoSight(match: Range): void {
  const { top, bottom } = match.getBoundingClientRect();
  const isInSight = top > window.innerHeight * 0.2 && bottom < window.innerHeight * 0.85;
  if (!isInSight) window.scrollBy(0, top - window.innerHeight * 0.4);
}

/** What stands in an element, one line for each block, and the pieces that it is made of. */
function readText(root: Element): { readonly text: string; readonly pieces: readonly Piece[] } {
  const walker = document.createTreeWalker(root, NodeFilter.SHOW_TEXT);
  const pieces: Piece[] = [];
  const parts: string[] = [];
  let length = 0;
  let before: Element | null = null;
  const add = (part: string): void => {
    parts.push(part);
    length += part.length;
  };
  for (let node = walker.nextNode(); node !== null; node = walker.nextNode()) {
    const block = node.parentElement?.closest(blocks) ?? null;
    if (!(node instanceof Text) || block?.closest(beside) !== null) continue;
    if (block !== before) add('\n');
    before = block;
    pieces.push({ node, start: length });
    add(node.data.replace(/\s/g, ' '));
  }
  return { text: parts.join(''), pieces };
}

function rangeOf(pieces: readonly Piece[], start: number, end: number): Range {
  const range = new Range();
  const first = pieceAt(pieces, start);
  const last = pieceAt(pieces, end - 1);
  if (first === undefined || last === undefined) return range;
  range.setStart(first.node, start - first.start);
  range.setEnd(last.node, Math.min(last.node.length, end - last.start));
  return range;
}

const pieceAt = (pieces: readonly Piece[], place: number): Piece | undefined =>
  pieces.findLast(({ start }) => start <= place);
