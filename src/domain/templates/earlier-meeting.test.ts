import { expect, test } from 'vitest';
import { earlierMeeting } from './earlier-meeting.ts';

type Given = Parameters<typeof earlierMeeting>[1][number];
const meeting = (
  id: string,
  startLocal: string | null,
  status: Given['status'] = 'held',
): Given => ({ id, startLocal, status });

const now = meeting('now', '2026-11-23T10:00', 'planned');
const today = '2026-11-23';

test('it is the latest of those before, whatever their order', () => {
  const others = [
    meeting('a', '2026-11-09T10:00'),
    now,
    meeting('b', '2026-11-16T10:00', 'planned'),
    meeting('later', '2026-11-30T10:00', 'planned'),
  ];
  expect(earlierMeeting(now, others, today)).toMatchObject({
    meeting: { id: 'b' },
    daysBefore: 7,
  });
});

test('what did not take place, and what has no date, is none', () => {
  const others = [
    meeting('a', '2026-11-16T10:00', 'cancelled'),
    meeting('b', '2026-11-09T10:00', 'skipped'),
    meeting('c', null, 'planned'),
  ];
  expect(earlierMeeting(now, others, today)).toBeNull();
});

test('a 1:1 without a date is taken to be today', () => {
  const undated = meeting('undated', null, 'planned');
  const others = [meeting('a', '2026-11-20T16:00'), meeting('b', '2026-11-24T09:00', 'planned')];
  expect(earlierMeeting(undated, others, today)).toMatchObject({
    meeting: { id: 'a' },
    daysBefore: 3,
  });
});
