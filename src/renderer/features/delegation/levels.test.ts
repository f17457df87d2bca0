import { expect, test } from 'vitest';
import { levelOfKey } from './levels.ts';

test.each([
  ['ArrowRight', null, 1],
  ['ArrowRight', 4, 5],
  ['ArrowRight', 7, 7],
  ['ArrowLeft', 4, 3],
  ['ArrowLeft', 1, 1],
  ['ArrowLeft', null, null],
  ['6', null, 6],
  ['1', 7, 1],
  ['8', 4, null],
  ['0', 4, null],
  ['Enter', 4, null],
  ['', 4, null],
] as const)('%j at level %j asks for %j', (key, level, asked) => {
  expect(levelOfKey(key, level)).toBe(asked);
});
