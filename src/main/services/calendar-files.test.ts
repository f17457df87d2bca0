import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CalendarBench, sam, standUp, work } from '../test-support/calendar-bench.ts';
import { errorOf, sentenceOf, valueOf } from '../test-support/test-services.ts';

let bench: CalendarBench;
beforeEach(async () => {
  bench = await CalendarBench.start();
});
afterEach(() => bench.dispose());

test.each([
  ['a new copy', false],
  ['that there is no new one', true],
])(
  'a full disk: %s cannot be noted, which is said, and nobody asks each minute',
  async (_, isKnown) => {
    if (isKnown) bench.serveTagged(work(sam));
    else bench.serve(work(sam));
    await bench.subscribe();
    const beatAt = async (time: string): Promise<void> => {
      bench.services.clock.set(`2026-11-23T${time}Z`);
      const { beat, refresh, isReading } = bench.services.calendars.desk();
      const { calendarId } = await bench.freshness();
      await beat(bench.services.clock.now());
      if (isReading(calendarId)) await refresh(calendarId);
    };
    bench.fillDisk();
    await beatAt('09:00:00');
    expect((await bench.freshness()).problem).toMatch(/could not be saved/);
    expect(bench.server.asked).toHaveLength(2);
    await beatAt('09:01:00');
    await beatAt('09:03:59');
    expect(bench.server.asked).toHaveLength(2);
    bench.services.calendars.disk.mend();
    await beatAt('09:04:00');
    expect(await bench.freshness()).toMatchObject({
      problem: null,
      nextTryAt: '2026-11-23T10:04:00Z',
    });
  },
);

test('subscribing while the disk is full says what was kept and what to do, and goes on by itself', async () => {
  bench.serve(work(sam));
  bench.fillDisk();
  const { address } = bench;
  const failed = await bench.call['calendars.subscribe']({ address });
  expect(errorOf(failed)).toBe('not-saved');
  expect(sentenceOf(failed)).toMatch(/^The calendar Work is in your list, but not all .*be kept\./);
  expect(sentenceOf(failed)).toMatch(/disk that holds .* is full.*Make some room/);
  expect(sentenceOf(failed)).toMatch(/reads it again by itself\.$/);
  bench.services.calendars.disk.mend();
  const { calendarId } = await bench.freshness();
  const { beat, refresh } = bench.services.calendars.desk();
  await beat(bench.services.clock.now());
  await refresh(calendarId);
  expect(await bench.freshness()).toMatchObject({ problem: null });
  expect((await bench.preview(calendarId)).events).toHaveLength(1);
});

test('a file that is dropped while the disk is full is taken whole when it is dropped again', async () => {
  bench.fillDisk();
  const failed = await bench.drop(work(sam));
  expect(errorOf(failed)).toBe('not-saved');
  expect(sentenceOf(failed)).toMatch(
    /^The calendar Work is in your list.* is full.*import the file again/,
  );
  bench.services.calendars.disk.mend();
  const { calendarId } = valueOf(await bench.drop(work(sam)));
  expect((await bench.calendars()).map(({ id }) => id)).toEqual([calendarId]);
  expect((await bench.preview(calendarId)).events).toHaveLength(1);
});

test('a file that is opened while the disk is full is not said to be one that cannot be opened', async () => {
  const path = join(bench.services.temporary.folder, 'work.ics');
  await writeFile(path, work(sam));
  bench.services.calendars.chosenFile = path;
  bench.fillDisk();
  const failed = await bench.call['calendars.importFile'](undefined);
  expect(sentenceOf(failed)).toMatch(/^The calendar Work is in your list/);
});

test('a choice that is made while the disk is full is made, shown and can be taken back', async () => {
  bench.serve(work(sam));
  const calendarId = await bench.subscribe();
  const personId = await bench.addPerson('Sam Okafor');
  bench.fillDisk();
  const chosen = valueOf(await bench.choose(calendarId, sam.uid, personId));
  expect(await bench.outcomes(calendarId)).toEqual({ 'Sam / Ada 1:1': 'taken' });
  expect((await bench.upcoming(personId)).length).toBeGreaterThan(0);
  valueOf(await bench.call['undo.undo']({ undoId: chosen.undo.id }));
  expect(await bench.upcoming(personId)).toEqual([]);
});

test('a file that is imported again is the same calendar, and brings only what has changed', async () => {
  const personId = await bench.addPerson('Sam Okafor');
  const { calendarId } = valueOf(await bench.drop(work(sam, standUp)));
  valueOf(await bench.choose(calendarId, sam.uid, personId));
  const series = await bench.series();
  expect(valueOf(await bench.drop(work(sam, standUp), 'copy.ics')).calendarId).toBe(calendarId);
  expect(await bench.outcomes(calendarId)).toEqual({
    'Sam / Ada 1:1': 'unchanged',
    'Stand-up': 'skipped',
  });
  expect(await bench.series()).toEqual(series);
  // A file need not hold all of a calendar.
  valueOf(await bench.drop(work(standUp)));
  expect(await bench.series()).toEqual(series);
});

test('a file is asked for, and thinking better of it changes nothing', async () => {
  const path = join(bench.services.temporary.folder, 'chosen.ics');
  await writeFile(path, work(sam).replace('X-WR-CALNAME:Work\r\n', ''));
  expect(valueOf(await bench.call['calendars.importFile'](undefined))).toBeNull();
  bench.services.calendars.chosenFile = path;
  expect(valueOf(await bench.call['calendars.importFile'](undefined))?.name).toBe('chosen');
  bench.services.calendars.chosenFile = join(bench.services.temporary.folder, 'missing.ics');
  expect(errorOf(await bench.call['calendars.importFile'](undefined))).toBe('unavailable');
});
