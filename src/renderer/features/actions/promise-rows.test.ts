import { expect, test } from 'vitest';
import { fc } from '../../../domain/test-laws/fast-check.ts';
import { inSteadyOrder } from './promise-rows.ts';

test('at first the order is that of the answer', () => {
  expect(inSteadyOrder([], ['b', 'a'])).toEqual(['b', 'a']);
});

test('what has a place keeps it, what is gone stays, what is new comes behind its neighbour', () => {
  expect(inSteadyOrder(['a', 'b', 'c'], ['c', 'x', 'a', 'y'])).toEqual(['a', 'y', 'b', 'c', 'x']);
  expect(inSteadyOrder(['a'], ['x', 'y', 'a'])).toEqual(['x', 'y', 'a']);
});

test('nothing is lost or doubled, and what was shown keeps its order', () => {
  const ids = fc.uniqueArray(fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g', 'h'));
  fc.assert(
    fc.property(ids, ids, (shown, answered) => {
      const order = inSteadyOrder(shown, answered);
      expect(order.toSorted()).toEqual([...new Set([...shown, ...answered])].toSorted());
      expect(order.filter((id) => shown.some((one) => one === id))).toEqual(shown);
    }),
  );
});
