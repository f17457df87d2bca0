import { describe, expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { parseQuestionBank } from './question-bank.ts';
import type { Question, QuestionBank } from './question-bank.ts';
import { readShippedBank, readShippedJson } from './test-data/shipped-bank.ts';

function problemOf(json: unknown): string {
  const result = parseQuestionBank(json);
  return result.ok ? 'no problem' : result.problem;
}

/** The shipped bank as it would come from disk with one question changed. */
function withQuestion(id: string, change: Record<string, unknown>): unknown {
  const { questions, ...rest } = readShippedBank();
  return {
    ...rest,
    questions: questions.map((question) =>
      question.id === id ? { ...question, ...change } : question,
    ),
  };
}

const questionOf = (bank: QuestionBank, isMeant: (question: Question) => boolean): Question => {
  const question = bank.questions.find(isMeant);
  if (question === undefined) throw new Error('the shipped bank has no such question');
  return question;
};

test('the shipped bank parses, and says what each situation means', () => {
  expect(problemOf(readShippedJson())).toBe('no problem');
  expect(readShippedBank().situations['after-incident']).toMatch(/\.$/);
});

describe('a question that is not usable is named, with what is wrong', () => {
  const { id } = questionOf(readShippedBank(), ({ topic }) => topic === 'growth');

  test.each([
    ['topic', 'weather'],
    ['depth', 'deepest'],
    ['stance', 'both'],
    ['text', 'A statement.'],
    ['text', `${'very '.repeat(30)}long?`],
    ['text', '   '],
    ['situations', []],
    ['situations', ['any', 'any']],
    ['relationships', []],
    ['relationships', ['report', 'report']],
    ['follows', 'Not An Id'],
  ])('%s: %j', (field, value) => {
    const problem = problemOf(withQuestion(id, { [field]: value }));
    expect(problem).toContain(`${field} of the question "${id}"`);
    expect(problem).toMatch(/^The question bank is not usable at .+\.$/);
  });

  test('a tag that is not known', () => {
    expect(problemOf(withQuestion(id, { situations: ['any', 'full-moon'] }))).toContain(
      `situations.1 of the question "${id}"`,
    );
  });

  test('a field that is not known', () => {
    expect(problemOf(withQuestion(id, { mood: 5 }))).toContain(`mood of the question "${id}"`);
  });

  test('a question without an id is named by its place', () => {
    expect(problemOf(withQuestion(id, { id: 7 }))).toMatch(/at questions\.\d+\.id/);
  });
});

describe('questions that contradict one another', () => {
  const bank = readShippedBank();
  const opening = questionOf(bank, ({ depth }) => depth === 'opening');
  const deeper = questionOf(
    bank,
    ({ follows, topic }) => follows !== undefined && topic === opening.topic,
  );
  const elsewhere = questionOf(
    bank,
    ({ depth, topic }) => depth === 'opening' && topic !== opening.topic,
  );

  test.each([
    ['an id twice', elsewhere.id, { id: opening.id }, opening.id, 'is there twice'],
    ['nothing to follow', deeper.id, { follows: 'gone' }, deeper.id, 'which is not there'],
    [
      'another topic',
      deeper.id,
      { follows: elsewhere.id },
      deeper.id,
      `follows "${elsewhere.id}", which has another topic`,
    ],
    ['itself', deeper.id, { follows: deeper.id }, deeper.id, 'which is not shallower'],
    ['not deeper', deeper.id, { depth: 'opening' }, deeper.id, 'which is not shallower'],
    [
      'never the same person',
      deeper.id,
      { relationships: ['manager'] },
      deeper.id,
      'which is never asked of the same person',
    ],
  ])('%s', (_case, id, change, named, clause) => {
    const problem = problemOf(withQuestion(id, change));
    expect(problem).toContain(`the question "${named}"`);
    expect(problem).toContain(clause);
    expect(problem).toMatch(/^The question bank contradicts itself: .+\.$/);
  });
});

describe('a file that is no question bank', () => {
  test.each([
    [null],
    [[]],
    ['text'],
    [{}],
    [{ version: 2, situations: {}, questions: [] }],
    [{ ...readShippedJson(), questions: [] }],
    [{ ...readShippedJson(), situations: { any: 'Only one.' } }],
    [{ ...readShippedJson(), questions: [null] }],
  ])('is told in one sentence: %j', (json) => {
    expect(problemOf(json)).toMatch(/^The question bank is not usable at .+\.$/s);
  });

  test('never throws, whatever it holds', () => {
    fc.assert(
      fc.property(fc.jsonValue(), (json) => {
        expect(parseQuestionBank(json).ok).toBe(false);
        expect(parseQuestionBank({ ...readShippedJson(), questions: json }).ok).toBe(false);
      }),
    );
  });
});
