import { describe, expect, test } from 'vitest';
import type { PickInput } from './pick-question.ts';
import { pickQuestion } from './pick-question.ts';
import { buildQuestion } from './test-data/build-question.ts';

const today = '2026-11-23';

const inputWith = (given: Partial<PickInput>): PickInput => ({
  questions: [],
  relationship: 'report',
  asked: [],
  notForUs: [],
  topicsTouched: {},
  today,
  situation: null,
  skip: [],
  seed: 'meeting-1',
  ...given,
});

const pickedId = (given: Partial<PickInput>): string | null =>
  pickQuestion(inputWith(given))?.question.id ?? null;

const reasonOf = (given: Partial<PickInput>) => pickQuestion(inputWith(given))?.reason;

/** Everything that "another one" gives, one after the other. */
function pickInTurn(given: Partial<PickInput>, times: number): readonly (string | null)[] {
  const skip: string[] = [];
  return Array.from({ length: times }, () => {
    const id = pickedId({ ...given, skip: [...skip] });
    if (id !== null) skip.push(id);
    return id;
  });
}

const opening = buildQuestion({ id: 'opening' });
const deeper = buildQuestion({ id: 'deeper', depth: 'deeper' });
const commitment = buildQuestion({ id: 'commitment', depth: 'commitment' });

describe('what fits', () => {
  test('an empty bank has nothing to ask', () => {
    expect(pickedId({})).toBeNull();
  });

  test('a question for another relationship is not asked', () => {
    const questions = [opening];
    expect(pickedId({ questions, relationship: 'report' })).toBe('opening');
    expect(pickedId({ questions, relationship: 'manager' })).toBeNull();
  });

  test('a question that is not for us is not asked, not even as the last one left', () => {
    expect(pickedId({ questions: [opening], notForUs: ['opening'] })).toBeNull();
  });

  test.each([
    ['2026-08-24', '91 days ago is asked again', 'opening'],
    ['2026-08-25', '90 days ago is not', 'other'],
  ])('a question asked on %s, %s', (on, _whether, expected) => {
    const questions = [opening, buildQuestion({ id: 'other', topic: 'team' })];
    // Team was touched yesterday, so growth comes first as soon as it may.
    const topicsTouched = { team: '2026-11-22' };
    const asked = [{ questionId: 'opening', on }];
    expect(pickedId({ questions, asked, topicsTouched })).toBe(expected);
  });

  test('the last time counts, in whatever order the meetings come', () => {
    const questions = [opening, buildQuestion({ id: 'other', topic: 'team' })];
    const asked = [
      { questionId: 'opening', on: '2026-11-16' },
      { questionId: 'opening', on: '2025-01-06' },
    ];
    const topicsTouched = { team: '2026-11-22' };
    expect(pickedId({ questions, asked, topicsTouched })).toBe('other');
    expect(pickedId({ questions, asked: asked.toReversed(), topicsTouched })).toBe('other');
  });

  test('when all were asked within 90 days, the one asked longest ago is asked', () => {
    const questions = [opening, buildQuestion({ id: 'other' })];
    const asked = [
      { questionId: 'opening', on: '2026-11-16' },
      { questionId: 'other', on: '2026-10-05' },
    ];
    expect(pickQuestion(inputWith({ questions, asked }))).toMatchObject({
      question: { id: 'other' },
      reason: { kind: 'asked-longest-ago', askedOn: '2026-10-05' },
    });
    expect(pickInTurn({ questions, asked }, 3)).toEqual(['other', 'opening', 'other']);
  });

  test('a question that is no longer in the bank changes nothing', () => {
    const asked = [{ questionId: 'gone', on: '2026-11-16' }];
    expect(pickedId({ questions: [opening], asked })).toBe('opening');
  });
});

describe('depth', () => {
  const questions = [deeper, commitment];

  test('nothing deep is asked before the topic was opened', () => {
    expect(pickedId({ questions })).toBeNull();
    expect(pickedId({ questions: [...questions, opening] })).toBe('opening');
  });

  test('after an opening comes a deeper one, and no commitment yet', () => {
    const asked = [{ questionId: 'opening', on: '2026-11-16' }];
    const all = [commitment, deeper, opening];
    expect(pickInTurn({ questions: all, asked }, 2)).toEqual(['deeper', 'deeper']);
  });

  test('after a deeper one a commitment may be asked, and other deeper ones too', () => {
    const another = buildQuestion({ id: 'another', depth: 'deeper' });
    const asked = [{ questionId: 'deeper', on: '2026-11-16' }];
    const given = { questions: [another, deeper, commitment], asked };
    expect(pickInTurn(given, 2).toSorted()).toEqual(['another', 'commitment']);
  });

  test('an opening of another topic opens nothing here', () => {
    const elsewhere = buildQuestion({ id: 'elsewhere', topic: 'team' });
    const asked = [{ questionId: 'elsewhere', on: '2026-11-16' }];
    expect(pickedId({ questions: [deeper, elsewhere], asked })).toBe('elsewhere');
  });

  test('what was opened more than a year ago is opened anew', () => {
    const all = [opening, deeper];
    const askedOn = (on: string) => [{ questionId: 'opening', on }];
    expect(pickInTurn({ questions: all, asked: askedOn('2025-11-22') }, 2)).toEqual([
      'opening',
      'opening',
    ]);
    // Never asked before asked a year ago.
    expect(pickInTurn({ questions: all, asked: askedOn('2025-11-23') }, 2)).toEqual([
      'deeper',
      'opening',
    ]);
  });
});

describe('topics', () => {
  const questions = [
    opening,
    buildQuestion({ id: 'on-team', topic: 'team' }),
    buildQuestion({ id: 'on-process', topic: 'process' }),
  ];

  test('one that never came up is first, and the reason says so', () => {
    const topicsTouched = { growth: '2026-01-05', team: '2025-06-02' };
    expect(pickQuestion(inputWith({ questions, topicsTouched }))).toMatchObject({
      question: { id: 'on-process' },
      reason: { kind: 'topic-untouched', topic: 'process', sinceDays: null },
    });
  });

  test('then the one not touched for longest, and the reason counts the days', () => {
    const topicsTouched = { growth: '2026-11-13', team: '2026-11-20', process: '2026-11-16' };
    expect(reasonOf({ questions, topicsTouched })).toEqual({
      kind: 'topic-untouched',
      topic: 'growth',
      sinceDays: 10,
    });
    expect(pickInTurn({ questions, topicsTouched }, 3)).toEqual([
      'opening',
      'on-process',
      'on-team',
    ]);
  });

  test('asking a question touches its topic', () => {
    const another = buildQuestion({ id: 'another' });
    const given = {
      questions: [another, opening, buildQuestion({ id: 'on-team', topic: 'team' })],
      asked: [{ questionId: 'opening', on: '2026-11-20' }],
      topicsTouched: { growth: '2026-01-05', team: '2026-10-05' },
    };
    expect(pickInTurn(given, 2)).toEqual(['on-team', 'another']);
  });

  test('a topic touched after the meeting in hand was touched 0 days ago', () => {
    const topicsTouched = { growth: '2026-12-07' };
    expect(reasonOf({ questions: [opening], topicsTouched })).toMatchObject({ sinceDays: 0 });
  });

  test('"another one" goes to another topic before it comes back to the same', () => {
    const more = [...questions, buildQuestion({ id: 'more-growth' })];
    const topicsTouched = { team: '2026-11-20', process: '2026-11-16' };
    const ids = pickInTurn({ questions: more, topicsTouched }, 4);
    expect(ids.slice(1, 3)).toEqual(['on-process', 'on-team']);
    expect([ids[0], ids[3]].toSorted()).toEqual(['more-growth', 'opening']);
  });
});

describe('a question that follows an earlier one', () => {
  const next = buildQuestion({ id: 'next', depth: 'deeper', follows: 'opening' });
  const plain = [deeper, buildQuestion({ id: 'plain' }), buildQuestion({ id: 'simple' })];
  const questions = [...plain, next, opening];

  test('comes first within its topic, and the reason names the earlier one', () => {
    const asked = [{ questionId: 'opening', on: '2026-09-07' }];
    for (const seed of ['a', 'b', 'c', 'd', 'e']) {
      expect(pickQuestion(inputWith({ questions, asked, seed }))).toMatchObject({
        question: { id: 'next' },
        reason: { kind: 'goes-deeper', questionId: 'opening', askedOn: '2026-09-07' },
      });
    }
  });

  test('does not come before another topic that was not touched for longer', () => {
    const elsewhere = buildQuestion({ id: 'elsewhere', topic: 'team' });
    const asked = [{ questionId: 'opening', on: '2026-09-07' }];
    expect(pickInTurn({ questions: [...questions, elsewhere], asked }, 2)).toEqual([
      'elsewhere',
      'next',
    ]);
  });

  test.each([
    ['2026-02-02', ['opening', 'next']],
    ['2025-12-22', ['next', 'opening']],
  ])('is one among others once it was asked itself, before or after: %s', (on, last) => {
    const asked = [
      { questionId: 'opening', on: '2026-01-05' },
      { questionId: 'next', on },
    ];
    expect(pickInTurn({ questions, asked }, 5).slice(3)).toEqual(last);
    expect(reasonOf({ questions: [next], asked })).toMatchObject({ kind: 'topic-untouched' });
  });
});

describe('a situation', () => {
  const incident = buildQuestion({ id: 'incident', situations: ['after-incident'] });
  const both = buildQuestion({ id: 'both', situations: ['any', 'after-incident'] });
  const questions = [opening, incident, both];

  test('puts first what belongs to it, even of a topic touched yesterday', () => {
    const elsewhere = buildQuestion({ id: 'elsewhere', topic: 'team' });
    const given: Partial<PickInput> = {
      questions: [elsewhere, ...questions],
      situation: 'after-incident',
      topicsTouched: { growth: '2026-11-22' },
    };
    expect(reasonOf(given)).toEqual({ kind: 'situation', situation: 'after-incident' });
    const ids = pickInTurn(given, 4);
    expect(ids.slice(0, 2).toSorted()).toEqual(['both', 'incident']);
    expect(ids.slice(2)).toEqual(['elsewhere', 'opening']);
  });

  test('leaves what fits any time when nothing belongs to it', () => {
    const given: Partial<PickInput> = { questions, situation: 'reorganisation' };
    expect(pickInTurn(given, 2).toSorted()).toEqual(['both', 'opening']);
    expect(reasonOf(given)).toMatchObject({ kind: 'topic-untouched' });
  });

  test('is needed for a question that names nothing else', () => {
    expect(pickedId({ questions: [incident] })).toBeNull();
    expect(pickedId({ questions: [incident], situation: 'conflict' })).toBeNull();
    expect(pickedId({ questions: [incident], situation: 'after-incident' })).toBe('incident');
  });
});

test('meetings differ in what they are proposed', () => {
  const questions = Array.from({ length: 20 }, (_question, index) =>
    buildQuestion({ id: `question-${String(index)}` }),
  );
  const seeds = Array.from({ length: 200 }, (_seed, index) => `meeting-${String(index)}`);
  const ids = new Set(seeds.map((seed) => pickedId({ questions, seed })));
  expect(ids.size).toBe(questions.length);
});
