import { expect, test } from 'vitest';
import { hasAllWords } from './text-filter.ts';

test.each([
  ['Weekly 1:1', ''],
  ['Weekly 1:1', '  '],
  ['Weekly 1:1', 'week'],
  ['Weekly 1:1', '1:1 WEEKLY'],
  ['Réunion d’équipe', 'reunion equipe'],
  ['Réunion d’équipe', "d'equipe"],
  ["O'Brien", 'O’Brien'],
])('%j has %j', (text, typed) => {
  expect(hasAllWords(text, typed)).toBe(true);
});

test.each([
  ['Weekly 1:1', 'monthly'],
  ['Weekly 1:1', 'weekly talk'],
])('%j has not %j', (text, typed) => {
  expect(hasAllWords(text, typed)).toBe(false);
});
