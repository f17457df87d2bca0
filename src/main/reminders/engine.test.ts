import { randomUUID } from 'node:crypto';
import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { defaultSettings } from '../../domain/documents/settings.ts';
import type { Settings } from '../../domain/documents/settings.ts';
import { createFormatter } from '../../messages/format.ts';
import { createNoticeBoard } from '../notices/notice-board.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Beat } from '../platform/heartbeat.ts';
import { createCalendarCache } from '../services/calendar-cache.ts';
import { createMeetingsService } from '../services/meetings.ts';
import { createPeopleService } from '../services/people.ts';
import { createResources } from '../services/resources.ts';
import { createSeriesService } from '../services/series.ts';
import type { TemporaryStore, TestClock } from '../test-support/temporary-store.ts';
import { temporaryStore, testClock } from '../test-support/temporary-store.ts';
import { reminderBeat } from './engine.ts';
import { createLedgerFile } from './ledger-file.ts';
import type { Message } from './notifier.ts';

let clock: TestClock;
let temporary: TemporaryStore;
let notices: NoticeBoard;
let shown: Message[];
let opened: string[];
let settings: Settings;
let canShow: boolean;
let problems: unknown[];

beforeEach(async () => {
  clock = testClock('2026-11-23T08:00:00Z');
  temporary = await temporaryStore(clock);
  notices = createNoticeBoard();
  [shown, opened, problems] = [[], [], []];
  settings = defaultSettings;
  canShow = true;
});
afterEach(() => temporary.dispose());

/** The engine as a start of the app makes it. */
function startEngine(): Beat {
  const report = (problem: unknown): void => {
    problems.push(problem);
  };
  return reminderBeat({
    calendar: createCalendarCache(temporary.store, clock),
    settings: () => Promise.resolve(settings),
    ledger: createLedgerFile({ folder: temporary.folder, newId: () => randomUUID(), report }),
    notifier: {
      show: (message) => {
        shown.push(message);
        return Promise.resolve(canShow);
      },
    },
    notices,
    clock,
    format: createFormatter('en-GB'),
    open: (route) => opened.push(route),
    report,
  });
}

const parts = () => ({ store: temporary.store, clock, newId: () => randomUUID() });

/** A weekly 1:1 on Mondays at ten in Berlin, which is nine UTC. */
async function addSam(): Promise<{ personId: string; seriesId: string }> {
  const person = await createPeopleService(parts())['people.add']({
    name: 'Sam Okafor',
    relationship: 'report',
  });
  if (!person.ok) throw new Error(person.error.message);
  const series = await createSeriesService(parts())['series.add']({
    personId: person.value.id,
    startLocal: '2026-11-23T10:00',
    timeZone: 'Europe/Berlin',
    durationMinutes: 30,
    rule: 'FREQ=WEEKLY',
    place: '',
  });
  if (!series.ok) throw new Error(series.error.message);
  return { personId: person.value.id, seriesId: series.value.id };
}

function beatAt(beat: Beat, instant: string): ReturnType<Beat> {
  clock.set(instant);
  return beat(clock.now());
}

test('with nothing planned there is nothing to wait for', async () => {
  expect(await startEngine()(clock.now())).toBeNull();
});

test('ten minutes before, and not before that, the reminder comes, once', async () => {
  await addSam();
  const beat = startEngine();
  const next = await beatAt(beat, '2026-11-23T08:00:00Z');
  expect(next).toBe(Date.parse('2026-11-23T08:50:00Z'));
  await beatAt(beat, '2026-11-23T08:49:59Z');
  expect(shown).toEqual([]);
  await beatAt(beat, '2026-11-23T08:50:00Z');
  expect(shown).toMatchObject([
    {
      title: '1:1 with Sam Okafor in 10 minutes',
      body: '10:00 to 10:30. Open the plan to prepare.',
    },
  ]);
  await beatAt(beat, '2026-11-23T08:50:00Z');
  await beatAt(beat, '2026-11-23T08:51:00Z');
  expect(shown).toHaveLength(1);
});

test('opening it leads to the plan, whether it has been opened before or not', async () => {
  const { seriesId } = await addSam();
  await beatAt(startEngine(), '2026-11-23T08:50:00Z');
  shown[0]?.open();
  const meetings = createMeetingsService({
    ...parts(),
    resources: createResources('nowhere', notices),
  });
  const plan = await meetings['meetings.plan']({ seriesId, originalLocal: '2026-11-30T10:00' });
  await beatAt(startEngine(), '2026-11-30T08:50:00Z');
  shown[1]?.open();
  expect(opened).toEqual([
    `#/plan/${seriesId}/2026-11-23T10%3A00`,
    `#/meetings/${plan.ok ? plan.value.meeting.id : ''}`,
  ]);
});

test('a restart does not remind again', async () => {
  await addSam();
  await beatAt(startEngine(), '2026-11-23T08:50:00Z');
  await beatAt(startEngine(), '2026-11-23T08:52:00Z');
  expect(shown).toHaveLength(1);
});

test('a computer that slept past the start is told that the 1:1 has begun', async () => {
  await addSam();
  const beat = startEngine();
  await beatAt(beat, '2026-11-23T08:00:00Z');
  await beatAt(beat, '2026-11-23T09:05:00Z');
  expect(shown).toMatchObject([{ title: '1:1 with Sam Okafor has begun' }]);
});

test('what was missed altogether is listed once and not shown', async () => {
  await addSam();
  const beat = startEngine();
  await beatAt(beat, '2026-11-23T08:00:00Z');
  await beatAt(beat, '2026-11-23T12:00:00Z');
  await beatAt(beat, '2026-11-23T12:01:00Z');
  expect(shown).toEqual([]);
  expect(notices.list().map(({ message }) => message)).toEqual([
    'While you were away: Sam Okafor, Mon 23 Nov, 10:00.',
  ]);
});

test('names stay out of it when the user wants that', async () => {
  settings = { ...defaultSettings, hidesTitles: true };
  await addSam();
  await beatAt(startEngine(), '2026-11-23T08:50:00Z');
  expect(shown[0]?.title).toBe('Your next 1:1 is in 10 minutes');
  expect(JSON.stringify(shown)).not.toContain('Sam');
});

test('where notifications fail the window says it', async () => {
  canShow = false;
  await addSam();
  await beatAt(startEngine(), '2026-11-23T08:50:00Z');
  await Promise.resolve();
  expect(notices.list().map(({ message }) => message)).toEqual([
    '1:1 with Sam Okafor in 10 minutes. 10:00 to 10:30. Open the plan to prepare.',
  ]);
});

test('a held, cancelled or archived 1:1 is not reminded of', async () => {
  const { seriesId, personId } = await addSam();
  const meetings = createMeetingsService({
    ...parts(),
    resources: createResources('nowhere', notices),
  });
  const plan = await meetings['meetings.plan']({ seriesId, originalLocal: '2026-11-23T10:00' });
  if (!plan.ok) throw new Error(plan.error.message);
  const { meeting } = plan.value;
  await temporary.store.act(() =>
    Promise.resolve({
      act: {
        label: 'Cancel',
        changes: [{ kind: 'put', document: { ...meeting, status: 'cancelled' } }],
      },
      value: null,
    }),
  );
  await beatAt(startEngine(), '2026-11-23T08:55:00Z');
  await createPeopleService(parts())['people.archive']({ personId });
  await beatAt(startEngine(), '2026-11-30T08:55:00Z');
  expect(shown).toEqual([]);
});

test('a ledger that cannot be read is put aside and told of, and reminders go on', async () => {
  await addSam();
  const path = join(temporary.folder, 'reminders.json');
  await writeFile(path, '{"version": 7');
  await beatAt(startEngine(), '2026-11-23T08:50:00Z');
  expect(shown).toHaveLength(1);
  expect(problems).toHaveLength(1);
  expect(await readFile(`${path}.unreadable`, 'utf8')).toBe('{"version": 7');
  expect(JSON.parse(await readFile(path, 'utf8'))).toMatchObject({ version: 2 });
});
