import { expect, test } from 'vitest';
import { lineRange } from './line-range.ts';

test.each([
  [1, 'one'],
  [2, ''],
  [3, 'three'],
  [9, 'three'],
])('line %i is %j', (line, words) => {
  const text = 'one\n\nthree';
  const { start, end } = lineRange(text, line);
  expect(text.slice(start, end)).toBe(words);
});
