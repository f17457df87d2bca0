import { describe, expect, test } from 'vitest';
import { scalesOf } from './arithmetic.ts';
import { chooseMoves } from './moves.ts';
import { parseDecisionModel } from './model.ts';
import type { DecisionModel } from './model.ts';
import { readShippedJson, readShippedModel } from './test-data/shipped-model.ts';

/** The shipped model with one part replaced, as it would come from disk. */
function damaged(change: (model: DecisionModel) => unknown): unknown {
  return JSON.parse(JSON.stringify(change(readShippedModel())));
}

function problemOf(json: unknown): string {
  const result = parseDecisionModel(json);
  return result.ok ? 'no problem' : result.problem;
}

describe('the shipped model', () => {
  test('parses', () => {
    expect(problemOf(readShippedJson())).toBe('no problem');
  });

  test('has two to four moves for every stance, each short enough for an agenda', () => {
    const model = readShippedModel();
    for (const stance of ['manage', 'lead', 'both', 'leave'] as const) {
      const flags = stance === 'leave' ? ['neither'] : [];
      const moves = chooseMoves(model, stance, flags);
      expect(moves.length, stance).toBeGreaterThanOrEqual(2);
      expect(moves.length, stance).toBeLessThanOrEqual(4);
    }
    for (const { id, text } of model.moves) expect(text.length, id).toBeLessThanOrEqual(90);
  });

  test('asks twelve questions in order', () => {
    const orders = readShippedModel().questions.map((question) => question.order);
    expect(orders).toEqual([1, 2, 3, 4, 5, 6, 7, 8, 9, 10, 11, 12]);
  });

  test('asks 1 to 5 on two scales each, one per score, so that both scores can be high', () => {
    for (const question of readShippedModel().questions.slice(0, 5)) {
      const [first, second] = question.scales;
      expect(first?.weights.manage, question.id).toBeGreaterThan(0);
      expect(first?.weights.lead, question.id).toBeUndefined();
      expect(second?.weights.lead, question.id).toBeGreaterThan(0);
      expect(second?.weights.manage, question.id).toBeUndefined();
    }
  });

  test('gives every score of a scale to manage or to lead, never to both', () => {
    for (const { id, weights } of scalesOf(readShippedModel())) {
      expect((weights.manage ?? 0) * (weights.lead ?? 0), id).toBe(0);
    }
  });

  test('raises delegation when will is needed, others are closer and able, and there is room', () => {
    const raising = scalesOf(readShippedModel())
      .filter(({ weights }) => (weights.delegation ?? 0) > 0)
      .map(({ id }) => id);
    expect(raising).toEqual(['giving-commitment', 'closest', 'readiness', 'stakes']);
  });

  test('has an example in every help text, in one sentence', () => {
    for (const { id, help } of readShippedModel().questions) {
      expect(help.match(/[.!?](\s|$)/g), id).toHaveLength(1);
    }
  });

  test('can be asked in one breath', () => {
    for (const { id, text } of readShippedModel().questions) {
      expect(text.split(' ').length, id).toBeLessThanOrEqual(12);
      expect(text.endsWith('?'), id).toBe(true);
    }
  });

  test('lets the other person say "I intend to" from level 5 on, and not before', () => {
    for (const { level, sentence } of readShippedModel().delegation.levels) {
      expect(sentence.includes('I intend to'), `level ${String(level)}`).toBe(level >= 5);
    }
  });

  test('names the seven levels of delegation in order', () => {
    expect(readShippedModel().delegation.levels.map(({ id }) => id)).toEqual([
      'tell',
      'sell',
      'consult',
      'agree',
      'advise',
      'inquire',
      'delegate',
    ]);
  });

  test('carries the three flags', () => {
    expect(readShippedModel().flags.map(({ id }) => id)).toEqual([
      'authority-trap',
      'commitment-by-authority',
      'neither',
    ]);
  });

  test('says that it is not a validated test', () => {
    expect(readShippedModel().notice).toContain('not a validated test');
  });

  test('does not lean on Situational Leadership', () => {
    expect(JSON.stringify(readShippedJson())).not.toMatch(
      /hersey|blanchard|situational leadership/i,
    );
  });

  test('cites every source that it lists', () => {
    const model = readShippedModel();
    const cited = new Set(
      [...model.questions, ...model.flags, model.delegation].flatMap((part) => part.sources),
    );
    expect(model.sources.filter(({ id }) => !cited.has(id))).toEqual([]);
  });
});

describe('a model that is not usable', () => {
  test.each([[null], [undefined], [7], ['text'], [[]], [{}]])(
    'is refused with a sentence: %j',
    (json) => {
      expect(problemOf(json)).toMatch(/^The decision model is not usable at .+\.$/);
    },
  );

  test('is refused at the place where it is wrong', () => {
    const json = damaged((model) => ({ ...model, version: 'one' }));
    expect(problemOf(json)).toMatch(/at version: /);
  });

  test('is refused when a key is misspelt', () => {
    const json = damaged((model) => ({ ...model, flagz: [] }));
    expect(problemOf(json)).toMatch(/at flagz: /);
  });

  test('is refused when a link to a source is not https', () => {
    const json = damaged((model) => ({
      ...model,
      sources: model.sources.map((source) => ({ ...source, url: 'http://example.org' })),
    }));
    expect(problemOf(json)).toMatch(/at sources\.0\.url: /);
  });
});

describe('a model that contradicts itself', () => {
  test.each<[string, string, (model: DecisionModel) => unknown]>([
    [
      'a question twice',
      'the question "outcome" is there twice',
      (model) => ({ ...model, questions: [...model.questions, ...model.questions.slice(0, 1)] }),
    ],
    [
      'one order number twice',
      'the question order "1" is there twice',
      (model) => ({ ...model, questions: model.questions.map((each) => ({ ...each, order: 1 })) }),
    ],
    [
      'an unlisted source',
      'the source "source-article" is cited but not listed',
      (model) => ({ ...model, sources: model.sources.slice(1) }),
    ],
    [
      'a flag on an unknown scale',
      'no question has the scale "dissent"',
      (model) => ({ ...model, questions: model.questions.filter(({ id }) => id !== 'dissent') }),
    ],
    [
      'a question that moves nothing',
      'the scale "clarity" moves nothing',
      (model) => withWeights(model, 'clarity', {}),
    ],
    [
      'a scale that drags both scores along',
      'the scale "clarity" pulls both scores the same way',
      (model) => withWeights(model, 'clarity', { manage: -1, lead: -2 }),
    ],
    [
      'a second scale without its statement',
      'the scale "outcome-repeatable" shares a question and does not say what it asks',
      (model) => ({
        ...model,
        questions: model.questions.map((question) => ({
          ...question,
          scales: question.scales.map((scale) => ({ ...scale, statement: undefined })),
        })),
      }),
    ],
    [
      'no question for a score',
      'no question moves the lead score',
      (model) => ({
        ...model,
        questions: model.questions.map((question) => ({
          ...question,
          scales: question.scales.map((scale) => ({ ...scale, weights: { manage: 1 } })),
        })),
      }),
    ],
    [
      'thresholds that overlap',
      'leaveBelow is above bothFrom',
      (model) => ({ ...model, stance: { ...model.stance, leaveBelow: 0.9 } }),
    ],
    [
      'levels out of order',
      'the delegation levels are not listed from 1 to 7',
      (model) => ({
        ...model,
        delegation: { ...model.delegation, levels: model.delegation.levels.toReversed() },
      }),
    ],
    [
      'levels that leave the bottom uncovered',
      'the delegation levels do not rise from 0',
      (model) => ({
        ...model,
        delegation: {
          ...model.delegation,
          levels: model.delegation.levels.map((level) => ({
            ...level,
            from: Math.max(level.from, 0.05),
          })),
        },
      }),
    ],
    [
      'confidence steps that fall',
      'the confidence steps do not rise from 0',
      (model) => ({ ...model, confidence: model.confidence.toReversed() }),
    ],
  ])('is refused: %s', (_name, clause, change) => {
    expect(problemOf(damaged(change))).toBe(`The decision model contradicts itself: ${clause}.`);
  });
});

function withWeights(model: DecisionModel, scaleId: string, weights: object): unknown {
  return {
    ...model,
    questions: model.questions.map((question) => ({
      ...question,
      scales: question.scales.map((scale) =>
        scale.id === scaleId ? { ...scale, weights } : scale,
      ),
    })),
  };
}
