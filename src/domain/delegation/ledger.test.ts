import { expect, test } from 'vitest';
import { delegationLevelField } from '../decision/choices.ts';
import type { DelegationLevelNumber } from '../decision/choices.ts';
import type { Delegation } from '../documents/person.ts';
import { fc } from '../test-laws/fast-check.ts';
import { agreedOn, agreeLevel, ledgerOf, withoutEntry } from './ledger.ts';

const entry = (id: string, change: Partial<Delegation> = {}): Delegation => ({
  ...{ id, area: 'Builds', level: 3, on: '2026-10-01', decisionId: null },
  ...change,
});
const nobody: { areas: string[]; delegations: Delegation[] } = { areas: [], delegations: [] };
const today = '2026-11-23';

test('areas that are looked after come first, then those that only the ledger knows', () => {
  const person = {
    areas: ['Releases', 'Builds'],
    delegations: [entry('one', { area: ' builds' }), entry('two', { area: 'On call' })],
  };
  const ledger = ledgerOf(person);
  expect(ledger.map(({ area, now }) => [area, now?.id ?? null])).toEqual([
    ...[['Releases', null] as const, ['Builds', 'one'] as const],
    ['On call', 'two'],
  ]);
  expect(ledger[0]).toMatchObject({ since: null, history: [] });
});

test('the level of the latest day holds, and of one day the one written down last', () => {
  const delegations = [
    entry('new', { on: '2026-11-01', level: 4 }),
    entry('newer', { on: '2026-11-01', level: 5 }),
    entry('old', { level: 2 }),
  ];
  const agreed = agreedOn({ delegations }, 'Builds');
  expect(agreed?.now?.id).toBe('newer');
  expect(agreed?.history.map(({ id }) => id)).toEqual(['newer', 'new', 'old']);
  expect(agreedOn({ delegations }, 'Releases')).toBeNull();
});

test('a level that is said again has held since it was said first', () => {
  const levels = [2, 4, 4, 4] as const;
  const delegations = levels.map((level, month) =>
    entry(`e${String(month)}`, { level, on: `2026-0${String(month + 1)}-01` }),
  );
  expect(agreedOn({ delegations }, 'Builds')?.since).toBe('2026-02-01');
  expect(agreedOn({ delegations: delegations.slice(1) }, 'Builds')?.since).toBe('2026-02-01');
  expect(agreedOn({ delegations: delegations.slice(0, 1) }, 'Builds')?.since).toBe('2026-01-01');
});

test('a level that is set by hand is an entry of today', () => {
  const set = { id: 'set', area: 'Builds', level: 5, on: today } as const;
  const person = agreeLevel({ ...nobody, delegations: [entry('old')] }, set);
  expect(person.delegations).toEqual([entry('old'), { ...set, decisionId: null }]);
});

test('moves of one day leave one entry, and none where they end where they began', () => {
  const person = { ...nobody, delegations: [entry('old', { level: 3 })] };
  const first = agreeLevel(person, { id: 'a', area: 'Builds', level: 4, on: today });
  const second = agreeLevel(first, { id: 'b', area: 'builds', level: 6, on: today });
  expect(second.delegations.map(({ id, level }) => [id, level])).toEqual([
    ['old', 3],
    ['a', 6],
  ]);
  expect(agreeLevel(second, { id: 'c', area: 'Builds', level: 3, on: today })).toEqual(person);
});

test('what a decision agreed today stays in the history when it is moved by hand', () => {
  const noted = entry('noted', { on: today, level: 4, decisionId: 'decision-1' });
  const moved = agreeLevel(
    { ...nobody, delegations: [noted] },
    { id: 'hand', area: 'Builds', level: 5, on: today },
  );
  expect(moved.delegations.map(({ id }) => id)).toEqual(['noted', 'hand']);
  expect(agreedOn(moved, 'Builds')?.now?.level).toBe(5);
  expect(withoutEntry(moved, 'hand').delegations).toEqual([noted]);
});

test('whatever was set before, what is set last holds, and other areas stay as they are', () => {
  const anyMove = fc.record({
    area: fc.constantFrom('Builds', 'builds ', 'Releases'),
    level: fc.constantFrom<DelegationLevelNumber>(...delegationLevelField.options),
    day: fc.nat({ max: 3 }),
  });
  fc.assert(
    fc.property(fc.array(anyMove, { minLength: 1, maxLength: 12 }), (moves) => {
      let person = nobody;
      const days = moves.map(({ day }) => day).toSorted();
      for (const [turn, { area, level }] of moves.entries()) {
        const other = area === 'Releases' ? 'Builds' : 'Releases';
        const otherBefore = agreedOn(person, other);
        const on = `2026-11-0${String((days[turn] ?? 0) + 1)}`;
        person = agreeLevel(person, { id: `move-${String(turn)}`, area, level, on });
        expect(agreedOn(person, area)?.now?.level).toBe(level);
        expect(agreedOn(person, other)).toEqual(otherBefore);
      }
      const perDay = Map.groupBy(
        person.delegations,
        ({ area, on }) => `${area.trim().toLowerCase()} ${on}`,
      );
      expect([...perDay.values()].every((entries) => entries.length === 1)).toBe(true);
    }),
  );
});
