import { describe, expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { computeScores, scalesOf } from './arithmetic.ts';
import { answerValues } from './answer-values.ts';
import { parseDecisionModel } from './model.ts';
import type { Answers, DecisionModel, ScoreName } from './model.ts';
import { scoreAnswers } from './score.ts';
import { chooseLevel, chooseStance } from './stance.ts';
import { readShippedModel } from './test-data/shipped-model.ts';

const shipped = readShippedModel();
const scoreNames = ['manage', 'lead', 'delegation'] as const satisfies readonly ScoreName[];
const scaleIds = scalesOf(shipped).map(({ id }) => id);

const anyAnswer = fc.constantFrom(...answerValues);
const anyScaleId = fc.constantFrom(...scaleIds);
/** Any subset of the questions, each answered in any way. */
const anyAnswers: fc.Arbitrary<Answers> = fc.dictionary(anyScaleId, anyAnswer, {
  maxKeys: scaleIds.length,
  noNullPrototype: true,
});
const anyFullAnswers: fc.Arbitrary<Answers> = fc
  .array(anyAnswer, { minLength: scaleIds.length, maxLength: scaleIds.length })
  .map((values) => Object.fromEntries(scaleIds.map((id, index) => [id, values[index] ?? 0])));

const anyWeight = fc.double({ min: -5, max: 5, noNaN: true });
/** The shipped questions under any weights that a model may have, negative ones included. */
const anyModel: fc.Arbitrary<DecisionModel> = fc
  .array(fc.record({ manage: anyWeight, lead: anyWeight, delegation: anyWeight }), {
    minLength: scaleIds.length,
    maxLength: scaleIds.length,
  })
  .map((weights) => ({
    ...shipped,
    questions: shipped.questions.map((question) => ({
      ...question,
      scales: question.scales.map((scale) => {
        const drawn = weights[scaleIds.indexOf(scale.id)] ?? { manage: 1, lead: -1, delegation: 0 };
        const lead = drawn.manage * drawn.lead > 0 ? -drawn.lead : drawn.lead;
        return { ...scale, weights: { ...drawn, lead } };
      }),
    })),
  }))
  .filter((model) => parseDecisionModel(model).ok);
const shippedOrAnyModel = fc.oneof(fc.constant(shipped), anyModel);

describe('for any model and any answers', () => {
  test('every score is null or lies in 0 to 1', () => {
    fc.assert(
      fc.property(shippedOrAnyModel, anyAnswers, (model, answers) => {
        const scores = computeScores(model, answers);
        for (const name of scoreNames) {
          const score = scores[name];
          if (score === null) continue;
          expect(score).toBeGreaterThanOrEqual(0);
          expect(score).toBeLessThanOrEqual(1);
        }
      }),
    );
  });

  test('raising one answer moves each score the way its weight points, or not at all', () => {
    fc.assert(
      fc.property(shippedOrAnyModel, anyAnswers, anyScaleId, (model, answers, scaleId) => {
        const scale = scalesOf(model).find(({ id }) => id === scaleId);
        for (const lower of [0, 1, 2, 3] as const) {
          const before = computeScores(model, { ...answers, [scaleId]: lower });
          const after = computeScores(model, { ...answers, [scaleId]: lower + 1 } as Answers);
          for (const name of scoreNames) {
            const weight = scale?.weights[name] ?? 0;
            const [from, to] = [before[name] ?? 0, after[name] ?? 0];
            if (weight === 0) expect(to).toBe(from);
            else if (weight > 0) expect(to).toBeGreaterThanOrEqual(from);
            else expect(to).toBeLessThanOrEqual(from);
          }
        }
      }),
    );
  });

  test('a step towards one stance never raises the score of the other', () => {
    fc.assert(
      fc.property(shippedOrAnyModel, anyFullAnswers, anyScaleId, (model, answers, scaleId) => {
        for (const to of answerValues) {
          const before = computeScores(model, answers);
          const after = computeScores(model, { ...answers, [scaleId]: to });
          const managing = (after.manage ?? 0) - (before.manage ?? 0);
          const leading = (after.lead ?? 0) - (before.lead ?? 0);
          expect(managing > 0 && leading > 0).toBe(false);
          expect(managing < 0 && leading < 0).toBe(false);
        }
      }),
    );
  });

  test('a skipped answer is left out: the rest scores as if the question were not in the model', () => {
    fc.assert(
      fc.property(shippedOrAnyModel, anyAnswers, anyScaleId, (model, answers, skipped) => {
        const rest = Object.fromEntries(Object.entries(answers).filter(([id]) => id !== skipped));
        const smaller = {
          ...model,
          questions: model.questions.map((question) => ({
            ...question,
            scales: question.scales.filter(({ id }) => id !== skipped),
          })),
        };
        expect(computeScores(model, rest)).toEqual(computeScores(smaller, answers));
      }),
    );
  });

  test('the order in which answers were given does not matter', () => {
    const shuffled = anyAnswers.chain((answers) =>
      fc.tuple(
        fc.constant(answers),
        fc.shuffledSubarray(Object.entries(answers), {
          minLength: Object.keys(answers).length,
        }),
      ),
    );
    fc.assert(
      fc.property(shippedOrAnyModel, shuffled, (model, [answers, entries]) => {
        expect(scoreAnswers(model, Object.fromEntries(entries))).toEqual(
          scoreAnswers(model, answers),
        );
      }),
    );
  });

  test('a listed flip always leads to the stance it names, and none is missing', () => {
    fc.assert(
      fc.property(shippedOrAnyModel, anyAnswers, (model, answers) => {
        const { flips, stance } = scoreAnswers(model, answers);
        const listed = new Map(flips.map((flip) => [`${flip.scaleId} ${String(flip.to)}`, flip]));
        for (const scaleId of Object.keys(answers)) {
          for (const to of answerValues) {
            const after = scoreAnswers(model, { ...answers, [scaleId]: to }).stance;
            const flip = listed.get(`${scaleId} ${String(to)}`);
            expect(flip?.stance ?? stance).toBe(after);
          }
        }
      }),
      { numRuns: 20 },
    );
  });
});

describe('for the shipped model', () => {
  test('a skipped answer is not a vote for the middle', () => {
    expect(computeScores(shipped, { clarity: 4 }).manage).toBe(1);
    expect(computeScores(shipped, { clarity: 4, 'outcome-repeatable': 2 }).manage).toBe(0.75);
  });

  test('the two scores are independent: all four corners can be had', () => {
    for (const manage of [0, 4] as const) {
      for (const lead of [0, 4] as const) {
        const answers = Object.fromEntries(
          scalesOf(shipped).map(({ id, weights }) => [
            id,
            weights.lead === undefined ? manage : lead,
          ]),
        );
        expect(computeScores(shipped, answers)).toMatchObject({
          manage: manage / 4,
          lead: lead / 4,
        });
      }
    }
  });

  test.each(shipped.questions.map((question) => [question.id, question] as const))(
    'the answer to "%s" moves something',
    (_id, question) => {
      const dependants = question.scales.map(({ id }) => {
        const outcomes = answerValues.map((value) => {
          // The flag's other conditions hold, so that a question behind a flag can show itself.
          const { manage, lead, delegation, flags } = scoreAnswers(shipped, {
            closest: 4,
            [id]: value,
          });
          return JSON.stringify({ manage, lead, delegation, flags });
        });
        return new Set(outcomes).size;
      });
      for (const outcomes of dependants) expect(outcomes).toBeGreaterThan(1);
    },
  );

  test('all four stances and all seven levels are reached by somebody who answers everything', () => {
    const stances = new Set<string | null>();
    const levels = new Set<number | null>();
    for (const answers of fc.sample(anyFullAnswers, { numRuns: 4000, seed: 7 })) {
      const scores = computeScores(shipped, answers);
      stances.add(chooseStance(shipped, scores));
      levels.add(chooseLevel(shipped, scores.delegation));
    }
    expect([...stances].sort()).toEqual(['both', 'lead', 'leave', 'manage']);
    expect([...levels].sort()).toEqual([1, 2, 3, 4, 5, 6, 7]);
  });
});
