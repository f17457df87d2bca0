import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { isJsonArray, isJsonObject, isSameJson } from './json.ts';
import { mergeThreeWay } from './three-way.ts';

interface Point {
  readonly id: string;
  readonly rank: string;
  readonly text: string;
  readonly carryCount: number;
}

const pointsArbitrary = fc.uniqueArray(
  fc.record({
    id: fc.constantFrom('a', 'b', 'c', 'd', 'e', 'f', 'g'),
    rank: fc.constantFrom('a0', 'a1', 'a2', 'a3'),
    text: fc.constantFrom('one', 'two', 'three'),
    carryCount: fc.nat(2),
  }),
  { selector: (point) => point.id, maxLength: 7 },
);
const documentArbitrary = fc.record({
  kind: fc.constant('meeting'),
  notes: fc.constantFrom('', 'x', 'y'),
  agenda: pointsArbitrary,
  areas: fc.uniqueArray(fc.constantFrom('build', 'hiring', 'review')),
  origin: fc.oneof(
    fc.record({ kind: fc.constant('typed') }),
    fc.record({ kind: fc.constant('template'), templateId: fc.constantFrom('weekly', 'first') }),
  ),
});
const anyJson = fc.oneof(documentArbitrary, fc.jsonValue({ maxDepth: 4 }));

const agendaOf = (value: unknown): readonly unknown[] =>
  isJsonObject(value) && isJsonArray(value.agenda) ? value.agenda : [];
const idsOf = (value: unknown): readonly string[] =>
  agendaOf(value).map((item) => (isJsonObject(item) ? String(item.id) : ''));
const point = (id: string, text = id): Point => ({ id, rank: `a${id}`, text, carryCount: 0 });

test('a change made on one side alone is taken whole', () => {
  fc.assert(
    fc.property(anyJson, anyJson, (base, changed) => {
      expect(isSameJson(mergeThreeWay(base, base, changed), changed)).toBe(true);
      expect(isSameJson(mergeThreeWay(base, changed, base), changed)).toBe(true);
    }),
  );
});

test('the same change made on both sides is that change', () => {
  fc.assert(
    fc.property(anyJson, anyJson, (base, changed) => {
      expect(isSameJson(mergeThreeWay(base, changed, changed), changed)).toBe(true);
    }),
  );
});

test('no item is lost that neither side removed, and none comes from nowhere', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, documentArbitrary, (base, ours, theirs) => {
      const merged = idsOf(mergeThreeWay(base, ours, theirs));
      const [before, left, right] = [idsOf(base), idsOf(ours), idsOf(theirs)];
      for (const id of new Set([...left, ...right])) {
        const wasRemoved = before.includes(id) && !(left.includes(id) && right.includes(id));
        if (!wasRemoved) expect(merged).toContain(id);
      }
      for (const id of merged) expect([...left, ...right]).toContain(id);
      expect(new Set(merged).size).toBe(merged.length);
    }),
  );
});

test('an item that one side removed and the other left alone is gone', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, (base, ours) => {
      const [removed, ...kept] = base.agenda;
      fc.pre(removed !== undefined);
      const theirs = { ...base, agenda: kept };
      const mine = {
        ...ours,
        agenda: [removed, ...ours.agenda.filter((item) => item.id !== removed.id)],
      };
      expect(idsOf(mergeThreeWay(base, mine, theirs))).not.toContain(removed.id);
    }),
  );
});

test('items that both sides changed stand by their ranks', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, documentArbitrary, (base, ours, theirs) => {
      const sides = [base, ours, theirs].map(({ agenda }) => ({ agenda }));
      fc.pre(sides.every((side, index) => !isSameJson(side, sides[(index + 1) % 3])));
      const merged = agendaOf(mergeThreeWay(...(sides as [unknown, unknown, unknown])));
      const placeOf = (item: unknown): string =>
        isJsonObject(item) ? `${String(item.rank)} ${String(item.id)}` : '';
      const places = merged.map(placeOf);
      expect(places).toEqual([...places].sort());
    }),
  );
});

test('merging what was merged once more changes nothing', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, documentArbitrary, (base, ours, theirs) => {
      const once = mergeThreeWay(base, ours, theirs);
      expect(isSameJson(mergeThreeWay(theirs, once, theirs), once)).toBe(true);
      expect(isSameJson(mergeThreeWay(ours, ours, once), once)).toBe(true);
    }),
  );
});

test('the arguments are left as they were', () => {
  fc.assert(
    fc.property(documentArbitrary, documentArbitrary, documentArbitrary, (base, ours, theirs) => {
      const before = JSON.stringify([base, ours, theirs]);
      mergeThreeWay(base, ours, theirs);
      expect(JSON.stringify([base, ours, theirs])).toBe(before);
    }),
  );
});

test('changes to different fields of the same item come together', () => {
  const base = [{ ...point('a'), carryCount: 0 }];
  const ours = [{ ...point('a'), text: 'clearer' }];
  const theirs = [{ ...point('a'), carryCount: 1 }];
  expect(mergeThreeWay(base, ours, theirs)).toEqual([{ ...point('a', 'clearer'), carryCount: 1 }]);
});

test('where both changed the same field, ours stays', () => {
  expect(mergeThreeWay({ text: 'a' }, { text: 'b' }, { text: 'c' })).toEqual({ text: 'b' });
});

test('an item removed there and changed here stays, changed', () => {
  const changed = [point('a', 'changed')];
  expect(mergeThreeWay([point('a')], changed, [])).toEqual(changed);
  expect(mergeThreeWay([point('a')], [], changed)).toEqual(changed);
});

test('an item that comes back stands where it stood, beside what was added since', () => {
  const merged = mergeThreeWay(
    [point('a'), point('c')],
    [point('a'), point('c'), point('d')],
    [point('a'), point('b'), point('c')],
  );
  expect(merged).toEqual([point('a'), point('b'), point('c'), point('d')]);
});

test('things of different kinds are never mixed', () => {
  const ours = { kind: 'moved', originalLocal: 'x', startLocal: 'y' };
  const theirs = { kind: 'cancelled', originalLocal: 'x' };
  expect(mergeThreeWay({ kind: 'moved', originalLocal: 'x' }, ours, theirs)).toEqual(ours);
});

test('lists of plain words are merged by word', () => {
  expect(mergeThreeWay(['a', 'b'], ['a', 'b', 'c'], ['b'])).toEqual(['b', 'c']);
});

test('a list in which two items are the same is one value', () => {
  expect(mergeThreeWay(['a'], ['a', 'a'], ['b'])).toEqual(['a', 'a']);
});

test('exceptions of a series are told apart by the wall time they replace', () => {
  const exception = (originalLocal: string) => ({ kind: 'cancelled', originalLocal });
  expect(
    mergeThreeWay(
      [exception('1')],
      [exception('1'), exception('2')],
      [exception('1'), exception('3')],
    ),
  ).toEqual([exception('1'), exception('2'), exception('3')]);
});
