import { describe, expect, test } from 'vitest';
import type { Answers } from './model.ts';
import { scoreAnswers } from './score.ts';
import { readShippedModel } from './test-data/shipped-model.ts';

const model = readShippedModel();

/** Nothing is needed anywhere, you are closest, they are not ready, and there is no room. */
const allLow: Answers = Object.fromEntries(
  model.questions.flatMap((question) => question.scales.map(({ id }) => [id, 0])),
);

/** The release slips every other Friday; everybody wants it fixed, nobody owns it. */
const slippingRelease: Answers = {
  'outcome-repeatable': 4,
  'outcome-changed': 1,
  'horizon-near': 4,
  'horizon-far': 1,
  'giving-compliance': 3,
  'giving-commitment': 1,
  'kind-routine': 4,
  'kind-new': 0,
  'foresight-known': 4,
  'foresight-unknown': 0,
  direction: 0,
  clarity: 4,
  reach: 0,
  closest: 2,
  readiness: 3,
  dissent: 0,
  stakes: 3,
};

/** Four teams should agree on one way to own services; most do not report to you. */
const ownershipAcrossTeams: Answers = {
  'outcome-repeatable': 1,
  'outcome-changed': 4,
  'horizon-near': 1,
  'horizon-far': 4,
  'giving-compliance': 0,
  'giving-commitment': 4,
  'kind-routine': 0,
  'kind-new': 3,
  'foresight-known': 1,
  'foresight-unknown': 3,
  direction: 4,
  clarity: 2,
  reach: 4,
  closest: 3,
  readiness: 3,
  dissent: 4,
  stakes: 4,
};

/** A migration with a fixed date that also changes how three teams work. */
const migration: Answers = {
  'outcome-repeatable': 4,
  'outcome-changed': 4,
  'horizon-near': 4,
  'horizon-far': 3,
  'giving-compliance': 2,
  'giving-commitment': 3,
  'kind-routine': 3,
  'kind-new': 3,
  'foresight-known': 3,
  'foresight-unknown': 2,
  direction: 1,
  clarity: 4,
  reach: 3,
  closest: 2,
  readiness: 2,
  dissent: 1,
  stakes: 2,
};

/** The person who owns the build asks nothing of you, and it runs. */
const buildThatRuns: Answers = {
  'outcome-repeatable': 1,
  'outcome-changed': 1,
  'horizon-near': 1,
  'horizon-far': 1,
  'giving-compliance': 2,
  'giving-commitment': 2,
  'kind-routine': 2,
  'kind-new': 2,
  'foresight-known': 2,
  'foresight-unknown': 2,
  direction: 0,
  clarity: 0,
  reach: 0,
  closest: 4,
  readiness: 4,
  dissent: 0,
  stakes: 4,
};

describe('with no answer', () => {
  test('nothing is said', () => {
    expect(scoreAnswers(model, {})).toEqual({
      manage: null,
      lead: null,
      delegation: null,
      level: null,
      stance: null,
      order: null,
      flags: [],
      weighedMost: [],
      flips: [],
      answeredCount: 0,
      questionCount: 12,
      confidence: null,
    });
  });
});

describe('the four stances', () => {
  test('a release that slips asks for managing', () => {
    expect(scoreAnswers(model, slippingRelease)).toMatchObject({ stance: 'manage', order: null });
  });

  test('one way of owning services across teams asks for leading', () => {
    expect(scoreAnswers(model, ownershipAcrossTeams)).toMatchObject({
      stance: 'lead',
      order: null,
    });
  });

  test('a migration that changes how people work asks for both, with both scores high', () => {
    const result = scoreAnswers(model, migration);
    expect(result.stance).toBe('both');
    expect(result.manage).toBeGreaterThan(0.55);
    expect(result.lead).toBeGreaterThan(0.55);
  });

  test('a build that runs is left with its owner, and that is to be said', () => {
    const result = scoreAnswers(model, buildThatRuns);
    expect(result).toMatchObject({ stance: 'leave', flags: ['neither'] });
    expect(result.level).toBe(7);
  });

  test('two middling scores that lie close together are both, not a toss-up', () => {
    const answers = { clarity: 2, 'outcome-repeatable': 2, direction: 2 } as const;
    expect(scoreAnswers(model, answers)).toMatchObject({ manage: 0.5, lead: 0.5, stance: 'both' });
  });

  test('one score alone gives no stance', () => {
    expect(scoreAnswers(model, { clarity: 4 })).toMatchObject({
      manage: 1,
      lead: null,
      stance: null,
      confidence: null,
      flips: [],
    });
  });
});

describe('which of both comes first', () => {
  test('steadying, when it is urgent and cannot be undone', () => {
    const answers: Answers = { ...migration, stakes: 1, direction: 4 };
    expect(scoreAnswers(model, answers).order).toEqual({ first: 'manage', rule: 'steady-first' });
  });

  test('direction, when it is not agreed and there is time', () => {
    const answers: Answers = { ...migration, direction: 3 };
    expect(scoreAnswers(model, answers).order).toEqual({ first: 'lead', rule: 'direction-first' });
  });

  test('the higher score otherwise', () => {
    expect(scoreAnswers(model, migration).order).toEqual({ first: 'manage', rule: null });
    expect(scoreAnswers(model, { clarity: 3, reach: 4 }).order).toEqual({
      first: 'lead',
      rule: null,
    });
  });

  test("the model's choice when the scores are equal", () => {
    expect(scoreAnswers(model, { clarity: 2, reach: 2 }).order).toEqual({
      first: 'lead',
      rule: null,
    });
  });
});

describe('the delegation level', () => {
  test.each([
    [1, { closest: 0, readiness: 0, stakes: 0 }],
    [2, { closest: 0, readiness: 2, stakes: 0 }],
    [4, { closest: 2, readiness: 2, stakes: 2 }],
    [6, { closest: 4, readiness: 3, stakes: 3 }],
    [7, { closest: 4, readiness: 4, stakes: 4 }],
  ] as const)('is %i', (level, answers) => {
    expect(scoreAnswers(model, answers).level).toBe(level);
  });

  test('falls when it becomes urgent and cannot be undone', () => {
    const roomy = scoreAnswers(model, { ...ownershipAcrossTeams, stakes: 4 });
    const tight = scoreAnswers(model, { ...ownershipAcrossTeams, stakes: 0 });
    expect(tight.level).toBeLessThan(roomy.level ?? 0);
  });
});

describe('flags', () => {
  test('the authority trap needs others who know more and no dissent', () => {
    expect(scoreAnswers(model, { closest: 3, dissent: 3 }).flags).toEqual(['authority-trap']);
    expect(scoreAnswers(model, { closest: 3, dissent: 2 }).flags).toEqual([]);
    expect(scoreAnswers(model, { closest: 2, dissent: 3 }).flags).toEqual([]);
  });

  test('a skipped answer raises no flag', () => {
    expect(scoreAnswers(model, { closest: 4 }).flags).toEqual([]);
  });

  test('authority where will is needed is named when the stance is manage', () => {
    const answers: Answers = { ...slippingRelease, 'giving-commitment': 4 };
    expect(scoreAnswers(model, answers)).toMatchObject({
      stance: 'manage',
      flags: ['commitment-by-authority'],
    });
  });

  test('authority where will is needed is named when the level is tell or sell', () => {
    const answers: Answers = { 'giving-commitment': 3, closest: 0, readiness: 0, stakes: 0 };
    expect(scoreAnswers(model, answers)).toMatchObject({
      level: 2,
      flags: ['commitment-by-authority'],
    });
  });
});

describe('why', () => {
  test('the three answers that pulled hardest are named, the hardest first', () => {
    const { weighedMost } = scoreAnswers(model, slippingRelease);
    expect(weighedMost.map(({ scaleId, score, direction }) => [scaleId, score, direction])).toEqual(
      [
        ['outcome-repeatable', 'manage', 'raises'],
        ['clarity', 'manage', 'raises'],
        ['kind-routine', 'manage', 'raises'],
      ],
    );
    expect(weighedMost[0]?.pull).toBeCloseTo(2 / 8.5);
  });

  test('an answer in the middle is not among them', () => {
    expect(scoreAnswers(model, { clarity: 2, reach: 0 }).weighedMost).toMatchObject([
      { questionId: 'reach', direction: 'lowers', pull: 1 },
    ]);
  });
});

describe('what would flip it', () => {
  test('every listed change does change the stance to the one it names', () => {
    const answers: Answers = { clarity: 2, 'outcome-repeatable': 3, direction: 2, reach: 2 };
    const { flips, stance } = scoreAnswers(model, answers);
    expect(flips.length).toBeGreaterThan(0);
    for (const flip of flips) {
      const after = scoreAnswers(model, { ...answers, [flip.scaleId]: flip.to });
      expect(after.stance).toBe(flip.stance);
      expect(after.stance).not.toBe(stance);
    }
  });

  test('the smallest change comes first', () => {
    const { flips } = scoreAnswers(model, { clarity: 3, reach: 1 });
    const sizes = flips.map(({ from, to }) => Math.abs(to - from));
    expect(sizes).toEqual(sizes.toSorted((one, other) => one - other));
    expect(new Set(sizes).size).toBeGreaterThan(1);
  });

  test('nothing is listed when no single answer could change it', () => {
    expect(scoreAnswers(model, allLow)).toMatchObject({ stance: 'leave', flips: [] });
  });
});

describe('how much was answered', () => {
  test('a question with two scales counts once', () => {
    const answers = { 'outcome-repeatable': 1, 'outcome-changed': 2, 'horizon-far': 0 } as const;
    expect(scoreAnswers(model, answers).answeredCount).toBe(2);
  });

  test('an answer to a question that the model no longer asks is ignored', () => {
    const { answeredCount, manage } = scoreAnswers(model, { 'asked-last-year': 4 });
    expect({ answeredCount, manage }).toEqual({ answeredCount: 0, manage: null });
  });

  test('confidence follows the less answered score', () => {
    expect(scoreAnswers(model, { ...allLow, clarity: 4 }).confidence).toBe('full');
    expect(scoreAnswers(model, { clarity: 4, reach: 4 }).confidence).toBe('thin');
    const managing = { 'outcome-repeatable': 4, clarity: 4, 'kind-routine': 4 } as const;
    expect(scoreAnswers(model, { ...managing, reach: 4 }).confidence).toBe('thin');
    const leading = { 'outcome-changed': 4, direction: 4, reach: 4 } as const;
    expect(scoreAnswers(model, { ...managing, ...leading }).confidence).toBe('fair');
  });
});
