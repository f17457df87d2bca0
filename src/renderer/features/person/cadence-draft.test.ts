import { expect, test } from 'vitest';
import { cadenceChoiceOf, cadenceChoices, cadenceDaysOf } from './cadence-draft.ts';

test.each([
  [null, 'none'],
  [7, '7'],
  [30, '30'],
  [10, 'other'],
])('%j days are shown as %s', (days, choice) => {
  expect(cadenceChoiceOf(days)).toBe(choice);
});

test('every choice but a number of one’s own reads back as what it was chosen for', () => {
  for (const { value } of cadenceChoices()) {
    if (value === 'other') continue;
    const days = cadenceDaysOf(value, '');
    expect(days === undefined ? undefined : cadenceChoiceOf(days)).toBe(value);
  }
});

test.each(['', '0', '367', '-3', '2.5', 'ten', '1e2'])('%j is no number of days', (typed) => {
  expect(cadenceDaysOf('other', typed)).toBeUndefined();
});

test.each([
  ['1', 1],
  [' 10 ', 10],
  ['366', 366],
])('%j is %i days', (typed, days) => {
  expect(cadenceDaysOf('other', typed)).toBe(days);
});
