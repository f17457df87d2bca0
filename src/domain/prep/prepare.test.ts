import { describe, expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { Topic } from '../documents/topics.ts';
import { buildQuestion } from '../questions/test-data/build-question.ts';
import { acceptSuggestion } from './accept.ts';
import type { PrepInput } from './prep-input.ts';
import { askForAnother, prepare } from './prepare.ts';
import { feedbackWith, heldOn, prepWith, promiseWith, today } from './test-data/prep-with.ts';

const textsOf = (given: Partial<PrepInput>): readonly string[] =>
  prepare(prepWith(given)).map(({ text }) => text);

const talked = (topic: Topic, id = `point-${topic}`) =>
  pointWith({ id, topic, discussedAt: '2026-01-05T10:20:00Z' });

const promises = [
  promiseWith({ id: 'theirs-late', owner: 'them', dueOn: '2026-11-01' }),
  promiseWith({ id: 'mine-some-day' }),
  promiseWith({ id: 'mine-soon', dueOn: '2026-11-30' }),
  promiseWith({ id: 'mine-late', dueOn: '2026-11-20' }),
  promiseWith({ id: 'mine-very-late', dueOn: '2026-10-01' }),
  promiseWith({ id: 'mine-kept', dueOn: '2026-11-02', doneAt: '2026-11-03T09:00:00Z' }),
];

test('with nothing known there is nothing to prepare', () => {
  expect(prepare(prepWith({}))).toEqual([]);
});

test('my promises come first, then theirs, feedback, quiet topics and one question', () => {
  const meetings = [
    heldOn('2026-01-05', { agenda: [talked('growth')] }),
    heldOn('2026-11-02', { actionItems: promises }),
  ];
  const feedback = [
    feedbackWith({ id: 'newer', noticedOn: '2026-11-20' }),
    feedbackWith({ id: 'older' }),
    feedbackWith({ id: 'given', deliveredAt: '2026-11-17T10:00:00Z' }),
  ];
  const questions = [buildQuestion({ id: 'team', topic: 'team' })];
  expect(textsOf({ meetings, feedback, questions })).toEqual([
    'Promise mine-very-late',
    'Promise mine-late',
    'Promise mine-soon',
    'Promise mine-some-day',
    'Promise theirs-late',
    'Noticed older',
    'Noticed newer',
    'About growth',
    'What about team?',
  ]);
});

describe('promises', () => {
  test('say where they were made, how old they are and whether they are overdue', () => {
    const meetings = [heldOn('2026-11-02', { actionItems: promises })];
    const [first, , third] = prepare(prepWith({ meetings }));
    expect(first).toMatchObject({
      key: 'action:meeting-2026-11-02:mine-very-late',
      source: { meetingId: 'meeting-2026-11-02', on: '2026-11-02' },
      isOverdue: true,
      ageDays: 21,
    });
    expect(third).toMatchObject({ dueOn: '2026-11-30', isOverdue: false });
  });

  test.each([
    ['Pacific/Auckland', 'was this morning', '2026-11-22T20:00:00Z', 0],
    ['America/Los_Angeles', 'was last night', '2026-11-23T03:00:00Z', 1],
  ])('in %s one that %s is as old as it is there', (timeZone, _when, createdAt, ageDays) => {
    const actionItems = [promiseWith({ id: 'p', createdAt })];
    const meetings = [heldOn('2026-11-22', { actionItems })];
    expect(prepare(prepWith({ meetings, timeZone }))).toMatchObject([{ ageDays }]);
  });

  test('due today is not overdue', () => {
    const actionItems = [promiseWith({ id: 'today', dueOn: today })];
    const [only] = prepare(prepWith({ meetings: [heldOn('2026-11-02', { actionItems })] }));
    expect(only).toMatchObject({ isOverdue: false });
  });

  test('take topic, stance and privacy from the point that they came from', () => {
    const point = pointWith({ id: 'from', topic: 'career', stance: 'lead', visibility: 'private' });
    const actionItems = [promiseWith({ id: 'p', fromPointId: 'from' })];
    const meetings = [heldOn('2026-11-02', { agenda: [point], actionItems })];
    const [only] = prepare(prepWith({ meetings }));
    expect(only).toMatchObject({ topic: 'career', stance: 'lead', visibility: 'private' });
  });

  test.each([
    ['a point that is not there any more', []],
    ['a point that tells feedback', [{ origin: { kind: 'feedback', feedbackId: 'f' } as const }]],
  ])('are private where they came from %s', (_what, points) => {
    const actionItems = [promiseWith({ id: 'p', fromPointId: 'from' })];
    const agenda = points.map((change) => pointWith({ id: 'from', ...change }));
    const [only] = prepare(prepWith({ meetings: [heldOn('2026-11-02', { agenda, actionItems })] }));
    expect(only).toMatchObject({ visibility: 'private' });
  });

  test('say their own stance where they have one', () => {
    const point = pointWith({ id: 'from', stance: 'lead' });
    const actionItems = [promiseWith({ id: 'p', fromPointId: 'from', stance: 'manage' })];
    const meetings = [heldOn('2026-11-02', { agenda: [point], actionItems })];
    expect(prepare(prepWith({ meetings }))[0]).toMatchObject({ stance: 'manage' });
  });

  test('of the meeting in hand are on its page already', () => {
    const own = heldOn(today, { id: 'meeting-now', actionItems: promises });
    expect(textsOf({ meetings: [own] })).toEqual([]);
  });

  test('stay the same promise when their meeting was deleted', () => {
    const actionItems = [promiseWith({ id: 'moved', carriedFrom: 'meeting-gone' })];
    const [only] = prepare(prepWith({ meetings: [heldOn('2026-11-09', { actionItems })] }));
    expect(only).toMatchObject({
      key: 'action:meeting-gone:moved',
      source: { meetingId: 'meeting-2026-11-09' },
    });
  });
});

test('feedback becomes one line that is private', () => {
  const feedback = [
    feedbackWith({ id: 'f', text: ' The note\non builds ', feedbackKind: 'adjusting' }),
  ];
  expect(prepare(prepWith({ feedback }))).toMatchObject([
    { text: 'The note on builds', visibility: 'private', topic: 'feedback', ageDays: 7 },
  ]);
});

describe('quiet topics', () => {
  test.each([
    ['2026-09-24', ['About growth']],
    ['2026-09-25', []],
  ])('last talked about on %s', (on, expected) => {
    expect(textsOf({ meetings: [heldOn(on, { agenda: [talked('growth')] })] })).toEqual(expected);
  });

  test('are counted from the last time, wherever it was', () => {
    const meetings = [
      heldOn('2026-01-05', { agenda: [talked('growth')] }),
      heldOn('2026-11-09', { agenda: [talked('growth', 'again')] }),
    ];
    expect(textsOf({ meetings })).toEqual([]);
  });

  test('were talked about: what was carried on or dropped was not', () => {
    const at = '2026-01-05T10:30:00Z';
    const agenda = [
      pointWith({ id: 'a', topic: 'growth', leftAs: { kind: 'dropped', at } }),
      pointWith({
        id: 'b',
        topic: 'team',
        leftAs: { kind: 'carried', toMeetingId: 'next-one', at },
      }),
      pointWith({ id: 'c', topic: 'process', leftAs: { kind: 'decision', text: 'Yes', at } }),
      pointWith({ id: 'd', topic: 'change' }),
    ];
    expect(textsOf({ meetings: [heldOn('2026-01-05', { agenda })] })).toEqual(['About process']);
  });

  test('are three at most, the quietest first, and the next comes up once one is dismissed', () => {
    const meetings = (['growth', 'team', 'process', 'change'] as const).map((topic, n) =>
      heldOn(`2026-0${String(n + 1)}-05`, { agenda: [talked(topic)] }),
    );
    expect(textsOf({ meetings })).toEqual(['About growth', 'About team', 'About process']);
    const person = { ...prepWith({}).person, dismissedSuggestions: ['topic:growth'] };
    expect(textsOf({ meetings, person })).toEqual(['About team', 'About process', 'About change']);
  });

  test('are left alone when a point on the agenda or a promise brings them up', () => {
    const meetings = [heldOn('2026-01-05', { agenda: [talked('growth')] })];
    const meeting = meetingWith({ agenda: [pointWith({ topic: 'growth' })] });
    expect(textsOf({ meetings, meeting })).toEqual([]);
    const actionItems = [promiseWith({ id: 'p', fromPointId: 'from' })];
    const agenda = [pointWith({ id: 'from', topic: 'growth' })];
    const promised = heldOn('2026-11-02', { agenda, actionItems });
    expect(textsOf({ meetings: [...meetings, promised] })).toEqual(['Promise p']);
  });
});

describe('the question', () => {
  const questions = [
    buildQuestion({ id: 'growth-one', topic: 'growth' }),
    buildQuestion({ id: 'team-one', topic: 'team' }),
    buildQuestion({ id: 'team-two', topic: 'team' }),
  ];
  const another = (meeting: PrepInput['meeting']): PrepInput['meeting'] => {
    const input = prepWith({ questions, meeting });
    const [question] = prepare(input);
    if (question?.group !== 'question') throw new Error('There is no question.');
    return { ...meeting, snoozedSuggestions: [...askForAnother(input, question.questionId)] };
  };

  test('opens another topic than those that come up anyway', () => {
    const feedback = [feedbackWith({ id: 'f' })];
    const two = [
      buildQuestion({ id: 'praise', topic: 'recognition' }),
      buildQuestion({ id: 'team', topic: 'team' }),
    ];
    expect(textsOf({ feedback, questions: two })).toEqual(['Noticed f', 'What about team?']);
  });

  test('says in truth how long its topic was not touched', () => {
    const agenda = [talked('growth')];
    const given = {
      meetings: [heldOn('2026-01-05', { agenda })],
      questions: questions.slice(0, 1),
    };
    expect(prepare(prepWith(given)).at(-1)).toMatchObject({
      reason: { kind: 'topic-untouched', topic: 'growth', sinceDays: 322 },
      source: { meetingId: 'meeting-2026-01-05' },
    });
  });

  test('is not asked again when it was talked about lately, and is when it was only on an agenda', () => {
    const origin = { kind: 'question', questionId: 'growth-one' } as const;
    const open = pointWith({ id: 'q', topic: 'growth', origin });
    const only = questions.slice(0, 1);
    const asked = { ...open, discussedAt: '2026-11-02T10:20:00Z' };
    const reasonAfter = (agenda: typeof open) =>
      prepare(
        prepWith({ questions: only, meetings: [heldOn('2026-11-02', { agenda: [agenda] })] }),
      );
    expect(reasonAfter(open)).toMatchObject([{ reason: { kind: 'topic-untouched' } }]);
    expect(reasonAfter(asked)).toMatchObject([
      { reason: { kind: 'asked-longest-ago' }, source: { on: '2026-11-02' } },
    ]);
  });

  test('is one: with one on the agenda there is no other', () => {
    const origin = { kind: 'question', questionId: 'growth-one' } as const;
    const meeting = meetingWith({ agenda: [pointWith({ origin })] });
    expect(textsOf({ questions, meeting })).toEqual([]);
  });

  test('another one shows each in turn, and begins again', () => {
    let meeting: PrepInput['meeting'] = meetingWith({ snoozedSuggestions: ['topic:team'] });
    const shown = [0, 1, 2, 3].map(() => {
      const [text = ''] = textsOf({ questions, meeting });
      meeting = another(meeting);
      return text;
    });
    expect(new Set(shown).size).toBe(3);
    expect(shown[3]).not.toBe(shown[2]);
    expect(meeting.snoozedSuggestions).toContain('topic:team');
  });

  test('fits the moment that the template is made for', () => {
    const under = buildQuestion({ id: 'press', topic: 'career', situations: ['under-pressure'] });
    const meeting = meetingWith({ templateId: 'pressure' });
    expect(textsOf({ questions: [...questions, under], meeting })).toEqual(['What about press?']);
  });

  test('that is not for us is not asked', () => {
    const person = {
      ...prepWith({}).person,
      questionsNotForUs: ['growth-one'],
      dismissedSuggestions: ['question:team-one'],
    };
    expect(textsOf({ questions, person })).toEqual(['What about team-two?']);
  });
});

test('an accepted suggestion is a point with all that it knew', () => {
  const [question] = prepare(
    prepWith({ questions: [buildQuestion({ id: 'team', topic: 'team', stance: 'lead' })] }),
  );
  if (question === undefined) throw new Error('There is no question.');
  const { agenda } = acceptSuggestion(meetingWith({}), question, {
    id: 'new-point',
    raisedOn: today,
  });
  expect(agenda).toMatchObject([
    {
      id: 'new-point',
      text: 'What about team?',
      addedBy: 'me',
      topic: 'team',
      stance: 'lead',
      origin: { kind: 'question', questionId: 'team' },
      firstRaisedOn: today,
    },
  ]);
});
