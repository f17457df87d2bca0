import { expect, test } from 'vitest';
import { usualReminders } from '../documents/person.ts';
import { seriesWith } from '../series/test-data/series-with.ts';
import { addMinutes } from '../time/instants.ts';
import { parseLedger } from './ledger-schema.ts';
import type { Ledger } from './ledger-schema.ts';
import { emptyLedger, snooze } from './ledger.ts';
import type { ReminderState } from './plan.ts';
import { planReminders } from './plan.ts';
import { settleReminders } from './settle.ts';
import { occurrenceWith, settingsWith, stateWith } from './test-data/state-with.ts';
import { meetingsToWatch } from './watch.ts';

// What users of other reminders suffered, and what must not happen here.

/** The ledger of an app that was quit and started again. */
const afterRestart = (ledger: Ledger): Ledger => parseLedger(JSON.parse(JSON.stringify(ledger)));

const at = (state: ReminderState, time: string): ReturnType<typeof planReminders> =>
  planReminders({ ...state, now: `2026-03-03T${time}:00Z` });

/** Half-hour 1:1s with one person, each in a series of its own. */
const meetingsAt = (times: readonly string[]): ReminderState['occurrences'] =>
  times.map((time) =>
    occurrenceWith({
      seriesId: `series-${time}`,
      originalLocal: `2026-03-03T${time}`,
      startsAt: `2026-03-03T${time}:00Z`,
    }),
  );

test('due during sleep or while quit, never shown: on waking it is shown, or listed as missed', () => {
  const state = stateWith({ occurrences: meetingsAt(['09:00', '11:30']) });
  const plan = at({ ...state, ledger: afterRestart(state.ledger) }, '11:45');
  expect(plan.due).toMatchObject([{ seriesId: 'series-11:30', lateMinutes: 25 }]);
  expect(plan.missed).toMatchObject([{ seriesId: 'series-09:00' }]);
});

test('no list of what was missed: the ledger keeps each with when it was found', () => {
  const { ledger } = settleReminders({ ...stateWith({}), now: '2026-03-03T12:00:00Z' });
  expect(ledger.entries).toMatchObject([
    { missedAt: '2026-03-03T12:00:00Z', shownAt: null, readAt: null },
  ]);
});

test('a flood after waking: of a week asleep, one plan lists all, and nothing is shown twice', () => {
  const occurrences = meetingsAt(['06:00', '07:00', '08:00', '09:00']);
  const state = stateWith({ occurrences, now: '2026-03-10T12:00:00Z' });
  const { plan, ledger } = settleReminders(state);
  expect([plan.due.length, plan.missed.length]).toEqual([0, 4]);
  expect(planReminders({ ...state, ledger })).toMatchObject({ due: [], missed: [] });
});

test('days-old alarms replayed: what is over is never shown, however many starts later', () => {
  const { ledger } = settleReminders({ ...stateWith({}), now: '2026-03-06T12:00:00Z' });
  const again = stateWith({ ledger: afterRestart(ledger), now: '2026-03-07T12:00:00Z' });
  expect(planReminders(again)).toMatchObject({ due: [], missed: [], nextAt: null });
});

test('a countdown that stops in suspend: what is due is an instant, whatever ran in between', () => {
  expect(at(stateWith({}), '08:00').nextAt).toBe('2026-03-03T08:50:00Z');
  expect(at(stateWith({}), '08:53').due).toMatchObject([{ lateMinutes: 3 }]);
});

test('clock and zone changes: only the wall clock of now counts, and days are those of the new zone', () => {
  const settings = settingsWith({ prepareAt: '16:00', startingLeadMinutes: [] });
  const state = stateWith({ settings, now: '2026-03-02T12:00:00Z' });
  const nextIn = (timeZone: string): string | null => planReminders({ ...state, timeZone }).nextAt;
  expect(nextIn('Europe/Berlin')).toBe('2026-03-02T15:00:00Z');
  expect(nextIn('America/New_York')).toBe('2026-03-02T21:00:00Z');
});

test('back-to-back meetings swallow one: two that are three minutes apart both fire', () => {
  const state = stateWith({ occurrences: meetingsAt(['09:00', '09:03']) });
  const first = settleReminders({ ...state, now: '2026-03-03T08:50:00Z' });
  expect(first.plan).toMatchObject({
    due: [{ seriesId: 'series-09:00' }],
    nextAt: '2026-03-03T08:53:00Z',
  });
  expect(at({ ...state, ledger: first.ledger }, '08:53').due).toMatchObject([
    { seriesId: 'series-09:03' },
  ]);
});

test('snooze of the wrong length, or in a loop: ten minutes are ten, over a restart, once', () => {
  const state = stateWith({ settings: settingsWith({ startingLeadMinutes: [30] }) });
  const shown = settleReminders({ ...state, now: '2026-03-03T08:30:00Z' });
  const until = addMinutes('2026-03-03T08:30:00Z', 10);
  const snoozed = shown.plan.due.reduce((kept, one) => snooze(kept, one, until), shown.ledger);
  const restarted = { ...state, ledger: afterRestart(snoozed) };
  expect(at(restarted, '08:39')).toMatchObject({ due: [], nextAt: '2026-03-03T08:40:00Z' });
  const again = settleReminders({ ...restarted, now: '2026-03-03T08:40:00Z' });
  expect(again.plan.due).toHaveLength(1);
  expect(at({ ...state, ledger: again.ledger }, '08:50')).toMatchObject({ due: [], nextAt: null });
});

test('a snooze that was slept through is not forgotten: it is listed as missed', () => {
  const shown = settleReminders({ ...stateWith({}), now: '2026-03-03T08:50:00Z' });
  const until = '2026-03-03T08:55:00Z';
  const snoozed = shown.plan.due.reduce((kept, one) => snooze(kept, one, until), shown.ledger);
  expect(at(stateWith({ ledger: snoozed }), '12:00')).toMatchObject({
    due: [],
    missed: [{ dueAt: until }],
  });
});

test('one reminder is not enough: several lead times, and again until somebody answers', () => {
  const settings = settingsWith({ startingLeadMinutes: [60, 10], repeatsUntilAcknowledged: true });
  let state = stateWith({ settings });
  const comes = ['08:00', '08:30', '08:50', '08:52'].map((time) => {
    const settled = settleReminders({ ...state, now: `2026-03-03T${time}:00Z` });
    state = { ...state, ledger: settled.ledger };
    return settled.plan.due.map(({ isRepeat }) => isRepeat);
  });
  expect(comes).toEqual([[false], [], [false], [true]]);
});

test('ended early: a held meeting says nothing more, and the next one is not touched by it', () => {
  const [first, second] = meetingsAt(['09:00', '09:30']);
  if (first === undefined || second === undefined) throw new Error('Two meetings are missing.');
  const held = stateWith({ occurrences: [{ ...first, isHeld: true }, second] });
  expect(at(held, '09:20').due).toMatchObject([{ seriesId: 'series-09:30' }]);
});

test('quiet for some: a person may have none, or other minutes, and nothing comes in quiet hours', () => {
  const reminders = { ...usualReminders, startingLeadMinutes: [] };
  const people = [{ id: 'person-1', archivedOn: null, reminders }];
  expect(at(stateWith({ people }), '08:50').due).toEqual([]);
  const settings = settingsWith({ quietHours: { from: '08:30', until: '08:55' } });
  expect(at(stateWith({ settings }), '08:50').due).toEqual([]);
  expect(at(stateWith({ settings }), '08:55').due).toMatchObject([{ lateMinutes: 0 }]);
});

test('edited meetings fire again, and a series read anew does not', () => {
  const now = '2026-03-03T08:00:00Z';
  const ledger = emptyLedger('2026-03-02T00:00:00Z');
  const ofSeries = (startLocal: string): ReminderState => {
    const exception = { kind: 'moved', originalLocal: '2026-03-03T09:00', durationMinutes: 30 };
    const series = seriesWith({
      timeZone: 'UTC',
      exceptions: [{ ...exception, kind: 'moved', startLocal }],
    });
    return stateWith({ occurrences: meetingsToWatch([series], ledger, now), ledger });
  };
  const state = ofSeries('2026-03-03T09:00');
  const { ledger: told } = settleReminders({ ...state, now: '2026-03-03T08:50:00Z' });
  expect(at({ ...ofSeries('2026-03-03T09:00'), ledger: told }, '08:51').due).toEqual([]);
  expect(at({ ...ofSeries('2026-03-03T15:00'), ledger: told }, '14:50').due).toHaveLength(1);
});
