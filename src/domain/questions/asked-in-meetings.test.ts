import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { TalkingPoint } from '../documents/meeting.ts';
import { summaryOfMeeting } from '../documents/summaries.ts';
import { askedInMeetings, waitingQuestions } from './asked-in-meetings.ts';

const at = '2026-03-03T08:10:00Z';
const asking = (questionId: string, more: Partial<TalkingPoint> = {}): TalkingPoint =>
  pointWith({ id: `point-${questionId}`, origin: { kind: 'question', questionId }, ...more });
const carried = { kind: 'carried', toMeetingId: 'meeting-2', at } as const;

const before = summaryOfMeeting(
  meetingWith({
    status: 'held',
    agenda: [
      asking('asked', { discussedAt: at }),
      asking('carried', { leftAs: carried }),
      asking('dropped', { leftAs: { kind: 'dropped', at } }),
      asking('forgotten'),
      pointWith({ id: 'point-typed', discussedAt: at }),
    ],
  }),
);
const next = summaryOfMeeting(
  meetingWith({
    id: 'meeting-2',
    startLocal: '2026-03-10T09:00',
    agenda: [asking('carried', { carriedFrom: 'meeting-1', carryCount: 1 })],
  }),
);
const undated = summaryOfMeeting(
  meetingWith({ id: 'meeting-3', startLocal: null, agenda: [asking('a', { discussedAt: at })] }),
);

test('asked is what was talked about, on the day of its 1:1', () => {
  expect(askedInMeetings([before, next, undated])).toEqual([
    { questionId: 'asked', on: '2026-03-03' },
    { questionId: 'a', on: '2026-03-03' },
  ]);
});

test('what waits is open on the agenda of a 1:1 that is to come, once', () => {
  expect([...waitingQuestions([before, next])]).toEqual([['carried', 'meeting-2']]);
});
