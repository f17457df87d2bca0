import { expect, test } from 'vitest';
import { readInThread } from './read-in-thread.ts';
import { calendarText } from './test-support/calendar-texts.ts';
import { startCalendarWorker } from './test-support/start-calendar-worker.ts';

const options = { timeZone: 'Europe/Berlin', now: '2026-11-23T08:00:00Z' };
const input = (text: string) => ({
  ...{ bytes: new TextEncoder().encode(text), charset: null, options },
});
const calendar = calendarText('Work', [{ uid: 'sam', title: '1:1 Sam' }]);

test('a calendar is read in a thread of its own', async () => {
  const read = await readInThread(startCalendarWorker)(input(calendar));
  expect(read).toMatchObject({ ok: true, file: { name: 'Work', events: [{ uid: 'sam' }] } });
});

test('what is no calendar is refused with the reason', async () => {
  const read = await readInThread(startCalendarWorker)(input('<html>'));
  expect(read).toEqual({ ok: false, failure: 'web-page' });
});

test('a reading that takes too long is ended', async () => {
  const read = await readInThread(startCalendarWorker, 1)(input(calendar));
  expect(read).toEqual({ ok: false, failure: 'too-much-work' });
});
