import { randomUUID } from 'node:crypto';
import { mkdir, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CalendarReport } from '../../domain/calendar/report.ts';
import { newSubscription } from '../../domain/calendar/refresh.ts';
import { BreakableDisk } from '../store/test-support/breakable-disk.ts';
import { systemError } from '../store/test-support/faulty-file-system.ts';
import { NotSavedError } from '../store/store.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import { createCalendarShelf } from './calendar-shelf.ts';

let folder: string;
let disk: BreakableDisk;
let problems: unknown[];
beforeEach(async () => {
  disk = new BreakableDisk();
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-shelf-'));
  problems = [];
});
afterEach(() => rm(folder, { recursive: true, force: true }));

/** A shelf as an app has it that was just started. */
const shelf = (): CalendarShelf =>
  createCalendarShelf({
    ...{ folder, files: disk.fileSystem, newId: randomUUID },
    report: (problem) => void problems.push(problem),
  });

const report = (taken: number, undecided: number): CalendarReport => ({
  ...{ version: 1, at: '2026-11-23T08:00:00Z', undecided },
  rows: Array.from({ length: taken }, () => ({
    ...{ title: 'Sam 1:1', when: null, outcome: 'taken', reason: null, notes: [], personId: null },
  })),
});

test('the figures of a report are those of the last one, also after a restart', async () => {
  const first = shelf();
  expect(await first.counts('work')).toBeNull();
  await first.saveReport('work', report(2, 7));
  expect(await first.counts('work')).toMatchObject({ taken: 2, skipped: 0, undecided: 7 });
  await first.saveReport('work', report(3, 0));
  for (const one of [first, shelf()])
    expect(await one.counts('work')).toMatchObject({ taken: 3, undecided: 0 });
});

test('a report that is saved while an older one is read has the last word', async () => {
  await shelf().saveReport('work', report(1, 1));
  const again = shelf();
  const reading = again.counts('work');
  await again.saveReport('work', report(5, 0));
  await reading;
  expect(await again.counts('work')).toMatchObject({ taken: 5, undecided: 0 });
});

test('the report is read once for its figures, and not every minute', async () => {
  await shelf().saveReport('work', report(1, 1));
  const again = shelf();
  await again.counts('work');
  await rm(join(folder, 'calendars', 'work-report.json'));
  expect(await again.counts('work')).toMatchObject({ taken: 1, undecided: 1 });
});

test('what is forgotten has no figures, and what cannot be read has none either', async () => {
  const one = shelf();
  await one.saveReport('work', report(1, 1));
  await one.forget('work');
  expect(await one.counts('work')).toBeNull();
  await one.saveReport('work', report(1, 1));
  await writeFile(join(folder, 'calendars', 'work-report.json'), '{');
  expect(await shelf().counts('work')).toBeNull();
  expect(problems).toHaveLength(1);
});

test('a state that cannot be written holds while the app runs, until one can be again', async () => {
  const one = shelf();
  const [first, second] = [0, 3].map((failures) => ({
    ...{ ...newSubscription('2026-11-23T08:00:00Z'), failures },
  }));
  if (first === undefined || second === undefined) throw new Error('There are two.');
  await one.saveState('work', first);
  disk.break(({ operation }) => (operation === 'writeFile' ? systemError('ENOSPC') : null));
  await expect(one.saveState('work', second)).rejects.toThrow(NotSavedError);
  expect(await one.state('work')).toEqual(second);
  expect(await shelf().state('work')).toEqual(first);
  disk.mend();
  await one.saveState('work', second);
  expect(await shelf().state('work')).toEqual(second);
});

test('a state that cannot even be asked for is none, and is made anew', async () => {
  await mkdir(join(folder, 'calendars', 'work.json'), { recursive: true });
  expect(await shelf().state('work')).toBeNull();
  await shelf().saveState('work', newSubscription('2026-11-23T08:00:00Z'));
  expect(await shelf().state('work')).not.toBeNull();
});
