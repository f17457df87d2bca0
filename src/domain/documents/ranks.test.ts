import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import type { Ranked } from './ranks.ts';
import { inRankOrder, moveInRankOrder, rankBehind, ranksByPlace } from './ranks.ts';

const item = (id: string, rank: string): Ranked => ({ id, rank });
const idsOf = (items: readonly Ranked[]): readonly string[] => items.map(({ id }) => id);

/** A list in order in which some ranks may be the same, as after two people added at once. */
const listed = fc
  .uniqueArray(
    fc.record({
      id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f'),
      rank: fc.constantFrom('Zz', 'a0', 'a0V', 'a1', 'a2'),
    }),
    { selector: ({ id }) => id },
  )
  .map(inRankOrder);

test('the ranks say the order, the ids where two ranks are the same', () => {
  const items = [item('b', 'a1'), item('c', 'a0'), item('a', 'a1'), item('d', 'Zz')];
  expect(inRankOrder(items)).toEqual([items[3], items[1], items[2], items[0]]);
});

test.each([undefined, null, 7, '', '?', 'a', 'a00', 'é0', 'a0!'])(
  'when some rank is %j, all are given by the places',
  (rank) => {
    const items = [
      { id: 'b', rank: 'a7' },
      { id: 'a', rank, later: 'stays' },
    ];
    expect(inRankOrder(items)).toEqual([
      { id: 'b', rank: 'a0' },
      { id: 'a', rank: 'a1', later: 'stays' },
    ]);
  },
);

test('what is moved stands where it was put, for everybody who sorts by rank', () => {
  fc.assert(
    fc.property(listed, fc.nat(5), fc.integer({ min: -1, max: 8 }), (items, index, toIndex) => {
      const moving = items[index];
      fc.pre(moving !== undefined);
      const others = idsOf(items).filter((id) => id !== moving.id);
      const expected = others.toSpliced(Math.max(0, toIndex), 0, moving.id);
      const moved = moveInRankOrder(items, moving, toIndex);
      expect(idsOf(moved)).toEqual(expected);
      expect(idsOf(inRankOrder(moved.toReversed()))).toEqual(expected);
    }),
  );
});

test('a move changes the rank of nothing else, where no two ranks are the same', () => {
  const items = ranksByPlace(5).map((rank, place) => item(String(place), rank));
  const moving = items.find(({ id }) => id === '3') ?? item('3', 'a3');
  const moved = moveInRankOrder(items, moving, 1);
  expect(moved.filter(({ id }) => id !== '3')).toEqual(items.filter(({ id }) => id !== '3'));
});

test('what is added comes behind all', () => {
  fc.assert(
    fc.property(listed, (items) => {
      const added = item('0', rankBehind(items));
      expect(inRankOrder([added, ...items])).toEqual([...items, added]);
    }),
  );
});
