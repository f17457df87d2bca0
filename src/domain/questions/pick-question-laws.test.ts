import { describe, expect, test } from 'vitest';
import type { Relationship } from '../documents/relationships.ts';
import { relationships } from '../documents/relationships.ts';
import { topics } from '../documents/topics.ts';
import { fc } from '../test-laws/fast-check.ts';
import { depthRank, depths } from './depths.ts';
import type { PickInput } from './pick-question.ts';
import { pickQuestion } from './pick-question.ts';
import type { Question } from './question-bank.ts';
import { particularSituations, situations } from './situations.ts';
import { buildQuestion } from './test-data/build-question.ts';
import { readShippedBank } from './test-data/shipped-bank.ts';

const shipped: readonly Question[] = Object.assign([...readShippedBank().questions], {
  // A counterexample names it rather than print it whole.
  [fc.toStringMethod]: () => 'the shipped questions',
});

/** Few topics and situations, so that questions get into each other's way. */
const anyQuestionParts = fc.record({
  topic: fc.constantFrom(...topics.slice(0, 3)),
  depth: fc.constantFrom(...depths),
  situations: fc.subarray([...situations.slice(0, 3)], { minLength: 1 }),
  relationships: fc.subarray([...relationships.slice(0, 2)], { minLength: 1 }),
  follows: fc.option(fc.nat(11), { nil: undefined }),
});
const anyBank: fc.Arbitrary<readonly Question[]> = fc
  .array(anyQuestionParts, { maxLength: 12, size: 'max' })
  .map((drawn) =>
    drawn.map(({ follows, ...parts }, index) =>
      buildQuestion({
        ...parts,
        id: `question-${String(index)}`,
        ...(follows === undefined ? {} : { follows: `question-${String(follows)}` }),
      }),
    ),
  );

const today = '2026-11-23';
const anyDate = fc
  .integer({ min: -30, max: 500 })
  .map((days) => Temporal.PlainDate.from(today).subtract({ days }).toString());

/** Any history of any bank, the shipped one included, as `skip` begins: with nothing shown. */
const anyInput: fc.Arbitrary<PickInput> = fc
  .oneof({ weight: 3, arbitrary: anyBank }, fc.constant(shipped))
  .chain((questions) => {
    const anyId = fc.constantFrom('gone', ...questions.map(({ id }) => id));
    return fc.record({
      questions: fc.constant(questions),
      relationship: fc.constantFrom(...relationships.slice(0, 2), ...relationships.slice(0, 3)),
      asked: fc.array(fc.record({ questionId: anyId, on: anyDate }), {
        maxLength: 40,
        size: 'max',
      }),
      notForUs: fc.array(anyId, { maxLength: 4 }),
      topicsTouched: fc.dictionary(fc.constantFrom(...topics), anyDate, { maxKeys: 5 }),
      today: fc.constant(today),
      situation: fc.constantFrom(null, null, null, ...particularSituations.slice(0, 3)),
      skip: fc.constant([]),
      seed: fc.string({ maxLength: 12 }),
    });
  });

/** The questions that "another one" shows, one after the other. */
function pickInTurn(input: PickInput, times: number): readonly Question[] {
  const shown: Question[] = [];
  while (shown.length < times) {
    const picked = pickQuestion({ ...input, skip: shown.map(({ id }) => id) });
    if (picked === null) break;
    shown.push(picked.question);
  }
  return shown;
}

/** Days from the last time that it was asked to the meeting; null when it never was. */
function daysSinceAsked({ id }: Question, { asked }: PickInput): number | null {
  const dates = asked.filter(({ questionId }) => questionId === id).map(({ on }) => on);
  const last = dates.toSorted().at(-1);
  return last === undefined ? null : Temporal.PlainDate.from(last).until(today).days;
}

/** Days from the last time that its topic came up, by a question or otherwise; null when it never did. */
function daysSinceTouched({ topic }: Question, input: PickInput): number | null {
  const { topicsTouched, asked, questions } = input;
  const ofTopic = questions.filter((one) => one.topic === topic).map(({ id }) => id);
  const dates = asked.filter(({ questionId }) => ofTopic.includes(questionId)).map(({ on }) => on);
  const last = [...dates, topicsTouched[topic] ?? ''].toSorted().at(-1) ?? '';
  // It may have come up at a meeting that is later than the one in hand.
  return last === '' ? null : Math.max(0, Temporal.PlainDate.from(last).until(today).days);
}

const isResting = (question: Question, input: PickInput): boolean =>
  (daysSinceAsked(question, input) ?? 91) <= 90;

/** Written another way than the code: what may be proposed at all. */
function isAllowed(question: Question, input: PickInput): boolean {
  const { relationship, notForUs, situation, questions } = input;
  const hasRankBefore = questions.some(
    (earlier) =>
      earlier.topic === question.topic &&
      depthRank(earlier.depth) >= depthRank(question.depth) - 1 &&
      (daysSinceAsked(earlier, input) ?? 366) <= 365,
  );
  return (
    question.relationships.some((one) => one === relationship) &&
    notForUs.every((id) => id !== question.id) &&
    question.situations.some((one) => one === 'any' || one === situation) &&
    (question.depth === 'opening' || hasRankBefore)
  );
}

describe('for any bank and any history', () => {
  test('nothing is proposed that is forbidden, and nothing forbidden is the only reason for none', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const allowed = input.questions.filter((question) => isAllowed(question, input));
        const rested = allowed.filter((question) => !isResting(question, input));
        const expected = rested.length > 0 ? rested : allowed;
        const shown = pickInTurn(input, expected.length + 1);
        const ids = new Set(shown.map(({ id }) => id));
        expect(ids).toEqual(new Set(expected.map(({ id }) => id)));
      }),
    );
  });

  test('"another one" shows each that fits once before it shows any again, in the same order', () => {
    fc.assert(
      fc.property(anyInput, (given) => {
        // As many as can be gone through twice in a moment.
        const input = { ...given, questions: given.questions.slice(0, 40) };
        const ids = pickInTurn(input, 80).map(({ id }) => id);
        const count = new Set(ids).size;
        expect(new Set(ids.slice(0, count)).size).toBe(count);
        expect(ids.slice(count)).toEqual(ids.slice(0, ids.length - count).slice(0, 80 - count));
      }),
    );
  });

  test('the same meeting is proposed the same, whatever the order of its history', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const again = { ...input, asked: input.asked.toReversed() };
        expect(pickQuestion(again)).toEqual(pickQuestion(input));
        const otherOrder = { ...input, questions: input.questions.toReversed() };
        expect(pickQuestion(otherOrder)).toEqual(pickQuestion(input));
      }),
    );
  });

  test('the reason is true', () => {
    fc.assert(
      fc.property(anyInput, (input) => {
        const picked = pickQuestion(input);
        if (picked === null) return;
        const { question, reason } = picked;
        switch (reason.kind) {
          case 'situation':
            expect(reason.situation).toBe(input.situation);
            expect(question.situations).toContain(reason.situation);
            break;
          case 'goes-deeper':
            expect(question.follows).toBe(reason.questionId);
            expect(input.asked).toContainEqual({
              questionId: reason.questionId,
              on: reason.askedOn,
            });
            break;
          case 'topic-untouched':
            expect(reason.topic).toBe(question.topic);
            expect(reason.sinceDays).toBe(daysSinceTouched(question, input));
            break;
          case 'asked-longest-ago':
            expect(input.asked).toContainEqual({ questionId: question.id, on: reason.askedOn });
        }
      }),
    );
  });
});

describe('over years of weekly meetings with the shipped bank', () => {
  interface Years {
    readonly relationship: Relationship;
    readonly seed: string;
    /** How often "another one" is pressed at each meeting, in turns. */
    readonly presses: readonly number[];
  }
  const anyYears: fc.Arbitrary<Years> = fc.record({
    relationship: fc.constantFrom(...relationships),
    seed: fc.string({ minLength: 1, maxLength: 8 }),
    presses: fc.array(fc.nat(3), { minLength: 1, maxLength: 7 }),
  });

  /** Asks what is picked, week after week, and gives what was asked, with its date. */
  function meetWeekly({ relationship, seed, presses }: Years) {
    const asked: { questionId: string; on: string; question: Question }[] = [];
    for (let week = 0; week < 110; week += 1) {
      const on = Temporal.PlainDate.from('2026-01-05').add({ weeks: week }).toString();
      const shown = pickInTurn(
        {
          questions: shipped,
          relationship,
          asked,
          notForUs: [],
          topicsTouched: {},
          today: on,
          situation: null,
          skip: [],
          seed: `${seed}-${String(week)}`,
        },
        1 + (presses[week % presses.length] ?? 0),
      );
      const question = shown.at(-1);
      if (question !== undefined) asked.push({ questionId: question.id, on, question });
    }
    return asked;
  }

  test('a topic goes deeper by one step at a time', { timeout: 120_000 }, () => {
    fc.assert(
      fc.property(anyYears, (years) => {
        const reached = new Map<string, number>();
        for (const { question } of meetWeekly(years)) {
          const before = reached.get(question.topic) ?? 0;
          expect(depthRank(question.depth)).toBeLessThanOrEqual(before + 1);
          reached.set(question.topic, Math.max(before, depthRank(question.depth)));
        }
      }),
      { numRuns: 15 },
    );
  });

  test('a report is asked about every topic, to its depth, and nothing twice in 90 weeks', () => {
    const asked = meetWeekly({ relationship: 'report', seed: 'sam', presses: [0] });
    expect(asked).toHaveLength(110);
    expect(new Set(asked.slice(0, 90).map(({ questionId }) => questionId)).size).toBe(90);
    const firstTopics = asked.slice(0, topics.length).map(({ question }) => question.topic);
    expect(new Set(firstTopics).size).toBe(topics.length);
    const committed = asked.filter(({ question }) => question.depth === 'commitment');
    expect(new Set(committed.map(({ question }) => question.topic)).size).toBe(topics.length);
  });
});
