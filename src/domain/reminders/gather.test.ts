import { expect, test } from 'vitest';
import { gatherReminders } from './gather.ts';
import type { Reminder } from './ledger-schema.ts';

const reminder = (stage: Reminder['stage'], hour: number): Reminder => {
  const startsAt = `2026-03-03T${String(hour).padStart(2, '0')}:00:00Z`;
  return {
    ...{ id: `${String(hour)}/once/${stage}`, stage, startsAt, endsAt: startsAt, dueAt: startsAt },
    ...{ personId: 'person-1', seriesId: null, meetingId: null, originalLocal: null },
    ...{ leadMinutes: null, lateMinutes: 0, isRepeat: false },
  };
};

test('a few come one by one', () => {
  const due = [reminder('prepare', 9), reminder('starting', 9), reminder('wrap-up', 10)];
  expect(gatherReminders(due)).toEqual({ alone: due, together: [] });
});

test('many that can wait come as one; what starts always comes alone', () => {
  const starting = [9, 10, 11].map((hour) => reminder('starting', hour));
  const waiting = [reminder('prepare', 9), reminder('prepare', 10), reminder('wrap-up', 8)];
  expect(gatherReminders([...waiting, ...starting])).toEqual({
    alone: starting,
    together: waiting,
  });
  expect(gatherReminders(starting)).toEqual({ alone: starting, together: [] });
});
