import type { HistoryEntry } from './timeline.ts';

/** The words of what was typed to search, as they are compared: without case and accents. */
export function wordsOf(text: string): readonly string[] {
  return plain(text)
    .split(/[^\p{L}\p{N}]+/u)
    .filter((word) => word !== '');
}

/** Whether an entry holds every word, each from its beginning, in what it says itself. */
export function isAbout(entry: HistoryEntry, words: readonly string[]): boolean {
  const held = wordsOf(textOf(entry));
  return words.every((word) => held.some((one) => one.startsWith(word)));
}

function textOf(entry: HistoryEntry): string {
  switch (entry.kind) {
    case 'meeting':
      return entry.points.map(({ text }) => text).join('\n');
    case 'decision':
      return `${entry.text}\n${entry.about}`;
    case 'promise':
    case 'feedback':
    case 'question':
    case 'helper':
    case 'level':
      return entry.text;
  }
}

const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase();
