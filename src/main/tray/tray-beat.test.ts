import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFormatter } from '../../messages/format.ts';
import type { Beat } from '../platform/heartbeat.ts';
import { beginRun } from '../../domain/decision/decision-changes.ts';
import type { Decision } from '../../domain/documents/decision.ts';
import { put, write } from '../services/acts.ts';
import { createCalendarCache } from '../services/calendar-cache.ts';
import { waitingReviews } from '../services/due-reviews.ts';
import { createPeopleService } from '../services/people.ts';
import { createSeriesService } from '../services/series.ts';
import { createSettingsService } from '../services/settings.ts';
import { createNoticeBoard } from '../notices/notice-board.ts';
import { reminderBench, testScreen } from '../test-support/reminder-bench.ts';
import type { TrayEntry } from './tray-content.ts';
import type { TemporaryStore, TestClock } from '../test-support/temporary-store.ts';
import { temporaryStore, testClock } from '../test-support/temporary-store.ts';
import { trayBeat } from './tray-beat.ts';

let clock: TestClock;
let temporary: TemporaryStore;
let shown: string[];
let entries: readonly TrayEntry[];
let pausedUntil: string | null;
let beat: Beat;

beforeEach(async () => {
  clock = testClock('2026-11-23T06:00:00Z');
  temporary = await temporaryStore(clock);
  shown = [];
  pausedUntil = null;
  beat = trayBeat({
    calendar: createCalendarCache(temporary.store, clock),
    clock,
    reminders: () => Promise.resolve({ showing: [], unshown: [], missed: 0, pausedUntil }),
    reviews: waitingReviews(temporary.store).read,
    format: createFormatter('en-GB'),
    show: (content) => {
      shown.push(content.tooltip);
      entries = content.entries;
    },
  });
});
afterEach(() => temporary.dispose());

const beatAt = async (instant: string): Promise<string> => {
  clock.set(instant);
  const next = await beat(clock.now());
  return next === null ? 'never' : new Date(next).toISOString();
};

async function addSam(startLocal = '2026-11-23T10:00'): Promise<void> {
  const parts = { store: temporary.store, clock, newId: () => crypto.randomUUID() };
  const person = await createPeopleService(parts)['people.add']({
    name: 'Sam Okafor',
    relationship: 'report',
  });
  if (!person.ok) throw new Error(person.error.message);
  await createSeriesService(parts)['series.add']({
    personId: person.value.id,
    startLocal,
    timeZone: 'Europe/Berlin',
    durationMinutes: 30,
    rule: 'FREQ=WEEKLY',
    place: '',
  });
}

test('with nobody to meet it shows so and waits for nothing', async () => {
  expect(await beatAt('2026-11-23T06:00:00Z')).toBe('never');
  expect(shown).toEqual(['Evenkeel']);
});

test('far from a 1:1 it sleeps until the countdown, then follows it minute by minute', async () => {
  await addSam();
  expect(await beatAt('2026-11-23T06:00:00Z')).toBe('2026-11-23T07:59:00.000Z');
  expect(await beatAt('2026-11-23T08:35:20Z')).toBe('2026-11-23T08:36:00.000Z');
  expect(await beatAt('2026-11-23T08:36:00Z')).toBe('2026-11-23T08:37:00.000Z');
  expect(await beatAt('2026-11-23T09:10:00Z')).toBe('2026-11-23T09:11:00.000Z');
  expect(shown).toEqual([
    'Evenkeel: Sam Okafor at 10:00',
    'Evenkeel: Sam Okafor in 25 minutes',
    'Evenkeel: Sam Okafor in 24 minutes',
    'Evenkeel: Sam Okafor, until 10:30',
  ]);
});

test('a 1:1 later than it looks ahead is seen on the day on which it comes into sight', async () => {
  await addSam('2026-12-01T10:00');
  expect(await beatAt('2026-11-23T06:00:00Z')).toBe('2026-11-23T23:00:00.000Z');
  expect(shown).toEqual(['Evenkeel']);
  expect(await beatAt('2026-11-24T23:00:00Z')).toBe('2026-12-01T07:59:00.000Z');
  expect(shown.at(-1)).toContain('Sam Okafor');
});

test('with every reminder switched off it still wakes for the 1:1 that comes into sight', async () => {
  await addSam('2026-12-01T10:00');
  const { store, folder } = temporary;
  await createSettingsService(store)['settings.change']({
    ...{ startingLeadMinutes: [], prepareAt: null, wrapUpAfterMinutes: null },
  });
  const notices = createNoticeBoard();
  const { beat: remind } = reminderBench({ store, clock, notices, folder, screen: testScreen() });
  expect(await remind(clock.now())).toBeNull();
  expect(await beatAt('2026-11-23T06:00:00Z')).toBe('2026-11-23T23:00:00.000Z');
  expect(await beatAt('2026-11-24T23:00:00Z')).toBe('2026-12-01T07:59:00.000Z');
  expect(shown.at(-1)).toContain('Sam Okafor');
});

test('what is written meanwhile is seen at the next beat', async () => {
  await beatAt('2026-11-23T08:35:00Z');
  await addSam();
  await beatAt('2026-11-23T08:35:00Z');
  expect(shown).toEqual(['Evenkeel', 'Evenkeel: Sam Okafor in 25 minutes']);
});

test('the menu is set again only when something in it is another', async () => {
  await addSam();
  await beatAt('2026-11-23T06:00:00Z');
  for (const time of ['06:00:10', '06:01:00', '07:30:00']) await beatAt(`2026-11-23T${time}Z`);
  expect(shown).toHaveLength(1);
  await beatAt('2026-11-23T08:10:00Z');
  await beatAt('2026-11-23T08:10:30Z');
  expect(shown).toHaveLength(2);
});

test('it looks again when a pause ends', async () => {
  pausedUntil = '2026-11-23T06:30:00Z';
  expect(await beatAt('2026-11-23T06:00:00Z')).toBe('2026-11-23T06:30:00.000Z');
  expect(await beatAt('2026-11-23T06:30:00Z')).toBe('never');
  expect(shown).toEqual(['Evenkeel: reminders paused until 07:30', 'Evenkeel']);
});

test('a decision comes up on the day on which it is to be looked back on, and it wakes for it', async () => {
  await temporary.store.act(() => {
    const run = beginRun({ version: 1 }, { id: 'decision-1', now: '2026-11-01T09:00:00Z' });
    const decision: Decision = {
      ...{ ...run, title: 'Who writes the runbook', reviewOn: '2026-11-24' },
      finishedAt: '2026-11-01T09:02:00Z',
    };
    return Promise.resolve(write('Decide', [put(decision)], null));
  });
  const due = { kind: 'action', label: '1 decision to look back on' };
  expect(await beatAt('2026-11-23T06:00:00Z')).toBe('2026-11-23T23:00:00.000Z');
  expect(entries).not.toContainEqual(expect.objectContaining(due));
  expect(await beatAt('2026-11-23T23:00:00Z')).toBe('never');
  expect(entries).toContainEqual(expect.objectContaining(due));
});
