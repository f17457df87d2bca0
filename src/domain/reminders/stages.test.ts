import { describe, expect, test } from 'vitest';
import { acknowledge, emptyLedger, snooze } from './ledger.ts';
import type { ReminderPlan, ReminderState } from './plan.ts';
import { planReminders } from './plan.ts';
import { settleReminders } from './settle.ts';
import { occurrenceWith, settingsWith, stateWith } from './test-data/state-with.ts';

const key = { id: 'series-1/2026-03-03T09:00/starting', startsAt: '2026-03-03T09:00:00Z' };

/** Looks at some instants, one after the other, as the engine does. */
function live(state: ReminderState, instants: readonly string[]): readonly ReminderPlan[] {
  let { ledger } = state;
  return instants.map((time) => {
    const settled = settleReminders({ ...state, ledger, now: `2026-03-${time}:00Z` });
    ledger = settled.ledger;
    return settled.plan;
  });
}

const stagesOf = (plan: ReminderPlan): unknown => [
  plan.due.map(({ stage }) => stage),
  plan.missed.map(({ stage }) => stage),
];

describe('three stages of one meeting', () => {
  const state = stateWith({
    occurrences: [{ ...occurrenceWith({}), needsWrapUp: true }],
    settings: settingsWith({ prepareAt: '16:00', wrapUpAfterMinutes: 5 }),
  });

  test('each comes at its time, and each plan says when the next is', () => {
    const plans = live(state, ['02T12:00', '02T16:00', '03T08:50', '03T09:35', '04T12:00']);
    expect(plans.map(stagesOf)).toEqual([
      [[], []],
      [['prepare'], []],
      [['starting'], []],
      [['wrap-up'], []],
      [[], []],
    ]);
    expect(plans.map(({ nextAt }) => nextAt)).toEqual([
      '2026-03-02T16:00:00Z',
      '2026-03-03T08:50:00Z',
      '2026-03-03T09:35:00Z',
      null,
      null,
    ]);
  });

  test('asleep from Monday on: what still helps is shown, the rest is listed', () => {
    expect(live(state, ['02T12:00', '03T09:10']).map(stagesOf)[1]).toEqual([
      ['starting'],
      ['prepare'],
    ]);
    expect(live(state, ['02T12:00', '04T10:00']).map(stagesOf)[1]).toEqual([
      ['wrap-up'],
      ['prepare', 'starting'],
    ]);
    expect(live(state, ['02T12:00', '06T10:00']).map(stagesOf)[1]).toEqual([
      [],
      ['prepare', 'starting', 'wrap-up'],
    ]);
  });

  test('a stage that has come does not come again when its hour or the zone is changed', () => {
    const { ledger } = settleReminders({ ...state, now: '2026-03-02T16:00:00Z' });
    const later = settingsWith({ prepareAt: '18:00' });
    const changed = { ...state, settings: later, ledger, now: '2026-03-02T18:00:00Z' };
    expect(planReminders(changed).due).toEqual([]);
    const travelled = { ...state, ledger, timeZone: 'America/New_York' };
    expect(planReminders({ ...travelled, now: '2026-03-02T21:00:00Z' }).due).toEqual([]);
  });
});

describe('paused', () => {
  const state = stateWith({
    settings: settingsWith({ remindersPausedUntil: '2026-03-03T09:10:00Z' }),
  });

  test('nothing comes, and the plan says when to look again', () => {
    expect(live(state, ['03T08:00', '03T08:50'])).toMatchObject([
      { due: [], nextAt: '2026-03-03T09:10:00Z', heldUntil: '2026-03-03T09:10:00Z' },
      { due: [], nextAt: '2026-03-03T09:10:00Z' },
    ]);
  });

  test('what still helps afterwards is shown with how late it is', () => {
    const [, after] = live(state, ['03T08:50', '03T09:10']);
    expect(after).toMatchObject({ due: [{ lateMinutes: 20 }], heldUntil: null });
  });

  test('what does not is listed then, and not before', () => {
    const settings = settingsWith({ remindersPausedUntil: '2026-03-03T12:00:00Z' });
    const plans = live({ ...state, settings }, ['03T08:50', '03T10:00', '03T12:00', '03T12:01']);
    expect(plans.map(({ missed }) => missed.length)).toEqual([0, 0, 1, 0]);
  });

  test('with nothing planned there is nothing to wait for', () => {
    const [plan] = live({ ...state, occurrences: [] }, ['03T08:00']);
    expect(plan?.nextAt).toBeNull();
  });
});

describe('in quiet hours', () => {
  const settings = settingsWith({ quietHours: { from: '08:52', until: '10:00' } });
  const late = stateWith({ settings });

  test('what is late by then is held until they are over', () => {
    expect(live(late, ['03T08:00', '03T08:55', '03T10:00'])).toMatchObject([
      { due: [], nextAt: '2026-03-03T08:50:00Z' },
      { due: [], missed: [], nextAt: '2026-03-03T10:00:00Z' },
      { due: [], missed: [{ stage: 'starting' }] },
    ]);
  });

  test('a pause that ends in them ends with them', () => {
    const paused = settingsWith({ ...settings, remindersPausedUntil: '2026-03-03T09:10:00Z' });
    const [plan] = live({ ...late, settings: paused }, ['03T08:55']);
    expect(plan?.heldUntil).toBe('2026-03-03T10:00:00Z');
  });

  test('a snooze comes all the same, since it was asked for', () => {
    const { ledger } = settleReminders({ ...late, now: '2026-03-03T08:50:00Z' });
    const snoozed = { ...late, ledger: snooze(ledger, key, '2026-03-03T09:00:00Z') };
    expect(planReminders({ ...snoozed, now: '2026-03-03T09:00:00Z' }).due).toHaveLength(1);
  });
});

describe('repeated until it is answered', () => {
  const state = stateWith({ settings: settingsWith({ repeatsUntilAcknowledged: true }) });
  const minutes = ['03T08:50', '03T08:51', '03T08:52', '03T08:54'];

  test('every two minutes, under the same identity', () => {
    const plans = live(state, minutes);
    expect(plans.map(({ due }) => due.map(({ isRepeat }) => isRepeat))).toEqual([
      [false],
      [],
      [true],
      [true],
    ]);
    expect(plans[0]?.nextAt).toBe('2026-03-03T08:52:00Z');
    expect(new Set(plans.flatMap(({ due }) => due.map(({ id }) => id))).size).toBe(1);
  });

  test('until five minutes after the start, and nothing is missed then', () => {
    const plans = live(state, ['03T08:50', '03T09:04', '03T09:05', '03T09:40']);
    expect(plans.map(({ due, missed }) => [due.length, missed.length])).toEqual([
      [1, 0],
      [1, 0],
      [0, 0],
      [0, 0],
    ]);
  });

  test('not after an answer', () => {
    const { ledger } = settleReminders({ ...state, now: '2026-03-03T08:50:00Z' });
    const answered = acknowledge(ledger, key, '2026-03-03T08:51:00Z');
    const after = { ...state, ledger: answered, now: '2026-03-03T08:53:00Z' };
    expect(planReminders(after)).toMatchObject({ due: [], nextAt: null });
  });

  test('one that came long before begins to repeat ten minutes before the start', () => {
    const settings = settingsWith({ startingLeadMinutes: [1440], repeatsUntilAcknowledged: true });
    const { plan } = settleReminders({ ...state, settings, now: '2026-03-02T09:00:00Z' });
    expect(plan).toMatchObject({ due: [{ isRepeat: false }], nextAt: '2026-03-03T08:50:00Z' });
  });

  test('and not at all where nobody wants it', () => {
    const { plan } = settleReminders(stateWith({}));
    expect(plan).toMatchObject({ due: [{ isRepeat: false }], nextAt: null });
  });
});

test('what was over before the app first ran needs no wrapping up that it did not see', () => {
  const settings = settingsWith({ wrapUpAfterMinutes: 5 });
  const occurrences = [{ ...occurrenceWith({}), needsWrapUp: true }];
  const ledger = emptyLedger('2026-03-10T00:00:00Z');
  const { plan } = settleReminders({
    ...stateWith({ settings, occurrences, ledger }),
    now: '2026-03-10T00:00:00Z',
  });
  expect(plan).toMatchObject({ due: [], missed: [] });
});
