import type { Stretch } from '../guide/find-in-text.ts';
import { foldText, stretchesIn } from '../guide/find-in-text.ts';

/** What stands around what was found reaches so far on either side. */
const reachCharacters = 90;
/** A place further down is not looked for. */
const searchedCharacters = 300_000;

const wordsOf = (typed: string): readonly string[] => typed.match(/[\p{L}\p{N}\p{M}]+/gu) ?? [];

/** Whether a text, as `foldText` makes it, holds every word of what was typed. */
export function holdsWords(foldedText: string, typed: string): boolean {
  const words = wordsOf(typed);
  return words.length > 0 && words.every((word) => foldedText.includes(foldText(word).text));
}

/** Some words around the first place of what was typed, without Markdown's marks; else the beginning. */
export function excerptOf(markdown: string, typed: string): string {
  const text = plain(markdown.slice(0, searchedCharacters));
  const found = firstPlace(text, [typed, ...wordsOf(typed)]);
  const from = Math.max(0, (found?.start ?? 0) - reachCharacters);
  const to = (found?.end ?? 0) + reachCharacters;
  const begin = from === 0 ? 0 : text.indexOf(' ', from) + 1;
  const end = to >= text.length ? text.length : text.lastIndexOf(' ', to);
  const cut = text.slice(begin, Math.max(begin, end)).trim();
  return `${begin > 0 ? '… ' : ''}${cut}${end < text.length ? ' …' : ''}`;
}

function firstPlace(text: string, wanted: readonly string[]): Stretch | undefined {
  const folded = foldText(text);
  for (const one of wanted) {
    const { value } = stretchesIn(folded, one).next();
    if (value !== undefined) return value;
  }
  return undefined;
}

// No part of a link may hold what begins one: else each bracket that is not closed reads on to the end.
const plain = (markdown: string): string =>
  markdown
    .replaceAll(/\[\^[^[\]\n]+\]:?/g, '')
    .replaceAll(/!?\[([^[\]\n]*)\]\([^()\n]*\)/g, '$1')
    .replaceAll(/^[ \t]*(?:#{1,6}|>|[-*+]|\d+\.)[ \t]+(?:\[[ xX]\][ \t])?/gm, '')
    .replaceAll(/[*_`~|]+/g, '')
    .replaceAll(/\s+/g, ' ')
    .trim();
