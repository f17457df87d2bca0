import { expect, test } from 'vitest';
import { isNameTyped } from './typed-name.ts';

test.each([
  ['Sam Okafor', true],
  ['  sam   OKAFOR ', true],
  ['Sam', false],
  ['Sam Okafor Jr', false],
  ['', false],
])('%j is taken for Sam Okafor: %s', (typed, isTaken) => {
  expect(isNameTyped(typed, 'Sam Okafor')).toBe(isTaken);
});

test('it does not matter how a keyboard composes its accents', () => {
  expect(isNameTyped('Zoe\u0308', 'Zo\u00eb')).toBe(true);
  expect(isNameTyped('Zoe', 'Zo\u00eb')).toBe(false);
});
