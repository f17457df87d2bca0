import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { Meeting } from '../documents/meeting.ts';
import { summaryOfMeeting } from '../documents/summaries.ts';
import { buildQuestion } from '../questions/test-data/build-question.ts';
import { broughtBackBy, leftOpen, whereThingsWait } from './left-open.ts';
import type { PrepInput } from './prep-input.ts';
import { prepare } from './prepare.ts';
import { prepWith, promiseWith } from './test-data/prep-with.ts';

const now = '2026-11-23T08:00:00Z';
const before = (change: Partial<Meeting>) =>
  summaryOfMeeting(
    meetingWith({
      ...{ id: 'before', seriesId: null, originalLocal: null, startLocal: '2026-11-16T10:00' },
      ...{ agenda: [pointWith({ firstRaisedOn: '2026-11-09', carryCount: 1 })], ...change },
    }),
  );
const prepAfter = (change: Partial<Meeting>, given: Partial<PrepInput> = {}): PrepInput => {
  const meetings = [before(change)];
  const prepared = { seriesId: 'series-1', originalLocal: '2026-11-23T10:00' };
  const waitingIn = whereThingsWait(prepared, meetings, [], now);
  return prepWith({ meetings, waitingIn, ...given });
};

test('what a 1:1 that nobody wrapped up left open is suggested at the next, with its age', () => {
  expect(prepare(prepAfter({}))).toMatchObject([
    {
      ...{ group: 'left-open', key: 'left:point-1', text: 'How is the migration going?' },
      ...{ meetingId: 'before', carryCount: 1, ageDays: 14 },
      source: { meetingId: 'before', on: '2026-11-16' },
    },
  ]);
});

test.each<[string, Partial<Meeting>, number]>([
  ['one without a date', { startLocal: null }, 1],
  ['one that was held, and got a point on another computer', { status: 'held' }, 1],
  ['one that is going on', { startLocal: '2026-11-23T08:50' }, 0],
  ['one that is still to come', { startLocal: '2026-11-30T10:00' }, 0],
  [
    'a second plan of this one',
    {
      ...{ seriesId: 'series-1', originalLocal: '2026-11-23T10:00' },
      startLocal: '2026-11-23T10:00',
    },
    1,
  ],
  ['one in which all was talked about', { agenda: [pointWith({ discussedAt: now })] }, 0],
])('%s', (_, change, expected) => {
  expect(leftOpen(prepAfter(change))).toHaveLength(expected);
});

test('a point that is on this agenda already is not suggested, whatever became of it here', () => {
  const agenda = [pointWith({ discussedAt: now })];
  const meeting = meetingWith({ id: 'meeting-now', agenda });
  expect(leftOpen(prepAfter({}, { meeting }))).toEqual([]);
});

test('a point that two meetings have open comes from where it has come furthest', () => {
  const meetings = [
    before({ agenda: [pointWith({ carryCount: 2 })] }),
    before({ id: 'other', agenda: [pointWith({ carryCount: 1 })] }),
  ];
  for (const waitingIn of [meetings, meetings.toReversed()])
    expect(leftOpen(prepWith({ waitingIn }))).toMatchObject([{ meetingId: 'before' }]);
});

test('what the latest 1:1 left open comes first, and of each what was raised first', () => {
  const left = (id: string, firstRaisedOn: string) => pointWith({ id, firstRaisedOn });
  const waitingIn = [
    before({ id: 'older', startLocal: '2026-11-09T10:00', agenda: [left('d', '2026-10-01')] }),
    before({ agenda: [left('c', '2026-11-16'), left('b', '2026-11-09')] }),
    before({ id: 'undated', startLocal: null, agenda: [left('a', '2026-11-20')] }),
  ];
  const found = leftOpen(prepWith({ waitingIn }));
  expect(found.map(({ pointId }) => pointId)).toEqual(['a', 'b', 'c', 'd']);
});

test('a promise that was on the last agenda is suggested once, and brings its point back', () => {
  const origin = { kind: 'action', meetingId: 'before', actionId: 'send' } as const;
  const input = prepAfter({
    agenda: [pointWith({ origin })],
    actionItems: [promiseWith({ id: 'send' })],
  });
  const [only, ...others] = prepare(input);
  expect(only).toMatchObject({ group: 'my-promises' });
  expect(others).toEqual([]);
  if (only !== undefined) expect(broughtBackBy(input, only)?.pointId).toBe('point-1');
});

test('a question that was not asked last time comes before another one', () => {
  const questions = [
    buildQuestion({ id: 'team', topic: 'team' }),
    buildQuestion({ id: 'pay', topic: 'growth' }),
  ];
  const left = pointWith({ origin: { kind: 'question', questionId: 'team' }, topic: 'team' });
  const input = prepAfter({ agenda: [left] }, { questions });
  expect(prepare(input).map(({ key }) => key)).toEqual(['left:point-1']);
  const meeting = meetingWith({ id: 'meeting-now', snoozedSuggestions: ['left:point-1'] });
  expect(prepare({ ...input, meeting }).map(({ key }) => key)).toEqual(['question:pay']);
});
