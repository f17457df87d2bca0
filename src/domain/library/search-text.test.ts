import { expect, test } from 'vitest';
import { foldText } from '../guide/find-in-text.ts';
import { excerptOf, holdsWords } from './search-text.ts';

test('a text is found by all words, in any order, accents or not', () => {
  const { text } = foldText('Zürich and the board');
  expect(holdsWords(text, 'board zür')).toBe(true);
  expect(holdsWords(text, 'board zur')).toBe(true);
  expect(holdsWords(text, 'board salary')).toBe(false);
  expect(holdsWords(text, ' ?! ')).toBe(false);
});

test('an excerpt stands around what was found, without the marks of Markdown', () => {
  const text = `# Start\n\n${'before '.repeat(40)}\n\n- [ ] ask **the [board](b.md)** first ${'after '.repeat(40)}`;
  const excerpt = excerptOf(text, 'the board');
  expect(excerpt).toContain('ask the board first');
  expect(excerpt).toMatch(/^… before .* after …$/);
  expect(excerpt.length).toBeLessThan(250);
});

test('what is not in the text itself gets its beginning', () => {
  expect(excerptOf('Short text[^1]\n\n[^1]: noted', 'elsewhere')).toBe('Short text noted');
});
