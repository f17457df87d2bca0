import { expect, test } from 'vitest';
import type { Decision, DecisionReview } from '../documents/decision.ts';
import { fc } from '../test-laws/fast-check.ts';
import type { JournalWish } from './journal.ts';
import { anybody, fittingEntries, nobody, overrideFigures } from './journal.ts';
import { decisionWith } from './test-data/decision-with.ts';

const today = '2026-11-23';
const all: JournalWish = {
  ...{ text: '', personId: anybody, stance: 'any', review: 'any', choice: 'any' },
};
const reviewed = (change: Partial<DecisionReview> = {}): DecisionReview => ({
  ...{ on: '2026-11-20', whatHappened: 'Two releases on time.', process: 'yes', outcome: 'no' },
  wouldChooseAgain: 'yes',
  ...change,
});
const chosen = { stance: 'lead', level: 5, reason: 'Sam asked for a try' } as const;

const entries = [
  decisionWith({ id: 'due-one' }),
  decisionWith({ id: 'overridden-one', chosen, reviewOn: '2026-12-01', area: 'Crème builds' }),
  decisionWith({ id: 'reviewed-one', review: reviewed() }),
  decisionWith({ id: 'nobody-one', personId: null, reviewOn: null, title: 'On call' }),
].map((decision) => ({
  ...{ decision, personName: decision.personId === null ? null : 'Sam Okafor' },
}));

const found = (wish: Partial<JournalWish>): readonly string[] =>
  fittingEntries(entries, { ...all, ...wish }, today).map(({ decision }) => decision.id);

test('nothing wished for is all of it, in its order', () => {
  expect(found({})).toEqual(['due-one', 'overridden-one', 'reviewed-one', 'nobody-one']);
});

test.each<[Partial<JournalWish>, readonly string[]]>([
  [{ personId: nobody }, ['nobody-one']],
  [{ personId: 'person-1' }, ['due-one', 'overridden-one', 'reviewed-one']],
  [{ stance: 'lead' }, ['overridden-one']],
  [{ stance: 'manage' }, ['due-one', 'reviewed-one', 'nobody-one']],
  [{ review: 'due' }, ['due-one']],
  [{ review: 'to-come' }, ['overridden-one', 'nobody-one']],
  [{ review: 'done' }, ['reviewed-one']],
  [{ choice: 'overridden' }, ['overridden-one']],
  [{ choice: 'followed' }, ['due-one', 'reviewed-one', 'nobody-one']],
  [{ text: 'CREME try' }, ['overridden-one']],
  [{ text: 'okafor releases' }, ['reviewed-one']],
  [{ choice: 'overridden', review: 'done' }, []],
])('%j finds %j', (wish, ids) => {
  expect(found(wish)).toEqual(ids);
});

test('what was followed and what was not are counted apart, and so are way and end', () => {
  const figures = overrideFigures([
    decisionWith({ review: reviewed() }),
    decisionWith({ review: reviewed({ outcome: 'yes', process: 'partly' }) }),
    decisionWith(),
    decisionWith({ chosen, review: reviewed({ outcome: 'too-early' }) }),
    decisionWith({ finishedAt: null, suggested: null }),
  ]);
  expect(figures).toEqual({
    followed: {
      ...{ decisions: 3, lookedBack: 2 },
      process: { yes: 1, partly: 1, no: 0 },
      outcome: { yes: 1, partly: 0, no: 1, 'too-early': 0 },
    },
    overridden: {
      ...{ decisions: 1, lookedBack: 1 },
      process: { yes: 1, partly: 0, no: 0 },
      outcome: { yes: 0, partly: 0, no: 0, 'too-early': 1 },
    },
    canCompare: false,
  });
});

test('the two can be read beside each other from five on either side', () => {
  const many = (count: number, change: Partial<Decision>): Decision[] =>
    Array.from({ length: count }, () => decisionWith({ review: reviewed(), ...change }));
  expect(overrideFigures([...many(5, {}), ...many(4, { chosen })]).canCompare).toBe(false);
  expect(overrideFigures([...many(5, {}), ...many(5, { chosen })]).canCompare).toBe(true);
});

test('every decision is counted once, and every answer too', () => {
  const anyDecision = fc.record({
    isOverridden: fc.boolean(),
    review: fc.option(
      fc.record({
        process: fc.constantFrom('yes', 'partly', 'no'),
        outcome: fc.constantFrom('yes', 'partly', 'no', 'too-early'),
      }),
      { nil: null },
    ),
  });
  fc.assert(
    fc.property(fc.array(anyDecision), (drawn) => {
      const { followed, overridden } = overrideFigures(
        drawn.map(({ isOverridden, review }) =>
          decisionWith({
            chosen: isOverridden ? chosen : null,
            review: review === null ? null : reviewed(review),
          }),
        ),
      );
      expect(followed.decisions + overridden.decisions).toBe(drawn.length);
      for (const { lookedBack, process, outcome } of [followed, overridden])
        for (const counts of [process, outcome])
          expect(Object.values(counts).reduce((sum, count) => sum + count, 0)).toBe(lookedBack);
    }),
  );
});
