import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { parseDecisionModel } from './model.ts';
import { chooseMoves, proposeReviewDate, stanceOfMove } from './moves.ts';
import { readShippedJson, readShippedModel } from './test-data/shipped-model.ts';

const model = readShippedModel();
const anyStance = fc.constantFrom('manage', 'lead', 'both', 'leave');
const anyFlags = fc.subarray(model.flags.map(({ id }) => id));

test('there are two to four moves for every stance and every set of flags, each once', () => {
  fc.assert(
    fc.property(anyStance, anyFlags, (stance, flags) => {
      const moves = chooseMoves(model, stance, flags);
      expect(moves.length).toBeGreaterThanOrEqual(2);
      expect(moves.length).toBeLessThanOrEqual(4);
      expect(new Set(moves).size).toBe(moves.length);
      const ofStance = moves.filter(({ when }) => when.kind === 'stance');
      expect(ofStance.length).toBeGreaterThanOrEqual(2);
      expect(ofStance.every(({ when }) => when.is === stance)).toBe(true);
    }),
  );
});

test('what a raised flag asks for comes first, and what a flag asks for comes only with it', () => {
  const [first, second] = chooseMoves(model, 'manage', ['authority-trap']);
  expect([first?.when.is, second?.when.is]).toEqual(['authority-trap', 'authority-trap']);
  const calm = chooseMoves(model, 'manage', []);
  expect(calm.map(({ when }) => when.kind)).toEqual(calm.map(() => 'stance'));
});

test('a move is of the stance that was decided; where both are needed, of the side it serves', () => {
  expect(stanceOfMove({ leans: 'lead' }, 'manage')).toBe('manage');
  expect(stanceOfMove({ leans: 'manage' }, 'lead')).toBe('lead');
  expect(stanceOfMove({ leans: 'manage' }, 'both')).toBe('manage');
  expect(stanceOfMove({ leans: 'lead' }, 'both')).toBe('lead');
  expect(stanceOfMove({ leans: 'lead' }, 'leave')).toBe('none');
});

test.each([
  [{}, '2026-12-21'],
  [{ stakes: 1 }, '2026-11-30'],
  [{ 'horizon-far': 4, 'horizon-near': 0 }, '2027-01-18'],
  [{ 'horizon-far': 4, 'horizon-near': 0, stakes: 0 }, '2026-11-30'],
] as const)('after the answers %j one looks back on %s', (answers, date) => {
  expect(proposeReviewDate(model, answers, '2026-11-23')).toBe(date);
});

function problemWith(change: object): string {
  const result = parseDecisionModel({ ...readShippedJson(), ...change });
  return result.ok ? 'none' : result.problem;
}

test('a model whose moves fit nothing is refused by name', () => {
  const [first, ...others] = model.moves;
  expect(problemWith({ moves: [...model.moves, first] })).toContain(
    'the move "ask-before-speaking" is there twice',
  );
  const astray = { ...first, when: { kind: 'flag', is: 'nobody' } };
  expect(problemWith({ moves: [astray, ...others] })).toContain('a flag that is not there');
  const withoutLead = model.moves.filter(({ when }) => when.is !== 'lead');
  expect(problemWith({ moves: withoutLead })).toContain('the stance "lead" does not have 2 to 4');
  const when = [{ kind: 'answer', scale: 'nowhere', atMost: 1 }];
  const review = { usualDays: 28, rules: [{ id: 'soon', when, days: 7 }] };
  expect(problemWith({ review })).toContain('no question has the scale "nowhere"');
});
