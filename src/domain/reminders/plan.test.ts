import { describe, expect, test } from 'vitest';
import { usualReminders } from '../documents/person.ts';
import { emptyLedger, pruneLedger, recordMissed, recordShown, snooze } from './ledger.ts';
import type { Ledger } from './ledger-schema.ts';
import type { ReminderState } from './plan.ts';
import { planReminders } from './plan.ts';
import { occurrenceWith, settingsWith, stateWith } from './test-data/state-with.ts';

const nothingAtAll = { due: [], missed: [], nextAt: null, heldUntil: null };

/** The ledger after the plan of a state has been shown and listed. */
function afterwards(state: ReminderState): Ledger {
  const { due, missed } = planReminders(state);
  return recordMissed(recordShown(state.ledger, due, state.now), missed, state.now);
}

test('before its time nothing is due, and the plan says when to look again', () => {
  expect(planReminders(stateWith({ now: '2026-03-03T08:49:59Z' }))).toEqual({
    due: [],
    missed: [],
    nextAt: '2026-03-03T08:50:00Z',
    heldUntil: null,
  });
});

test('at its time a reminder is due, with all that a notification needs', () => {
  expect(planReminders(stateWith({}))).toEqual({
    due: [
      {
        id: 'series-1/2026-03-03T09:00/starting',
        stage: 'starting',
        leadMinutes: 10,
        personId: 'person-1',
        seriesId: 'series-1',
        meetingId: null,
        originalLocal: '2026-03-03T09:00',
        startsAt: '2026-03-03T09:00:00Z',
        endsAt: '2026-03-03T09:30:00Z',
        dueAt: '2026-03-03T08:50:00Z',
        lateMinutes: 0,
        isRepeat: false,
      },
    ],
    missed: [],
    nextAt: null,
    heldUntil: null,
  });
});

test('a meeting outside any series is known by its own id', () => {
  const occurrences = [
    { ...occurrenceWith({}), seriesId: null, originalLocal: null, meetingId: 'meeting-1' },
  ];
  const { due } = planReminders(stateWith({ occurrences }));
  expect(due).toMatchObject([{ id: 'meeting-1/once/starting', meetingId: 'meeting-1' }]);
});

test.each([
  ['nothing is planned', { occurrences: [] }],
  ['no lead times are set', { settings: settingsWith({ startingLeadMinutes: [] }) }],
  [
    'the person was archived',
    { people: [{ id: 'person-1', archivedOn: '2026-03-01', reminders: usualReminders }] },
  ],
  ['the person is gone', { people: [] }],
])('nothing at all is scheduled when %s', (_, change) => {
  expect(planReminders(stateWith(change))).toEqual(nothingAtAll);
});

describe('late', () => {
  test('asleep at its time: while the meeting runs it is shown, with how late it is', () => {
    const { due, missed } = planReminders(stateWith({ now: '2026-03-03T09:29:59Z' }));
    expect(due).toMatchObject([{ lateMinutes: 39 }]);
    expect(missed).toEqual([]);
  });

  test('asleep through the meeting: it is listed as missed, once', () => {
    const state = stateWith({ now: '2026-03-03T09:30:00Z' });
    const { due, missed } = planReminders(state);
    expect(due).toEqual([]);
    expect(missed).toMatchObject([{ id: 'series-1/2026-03-03T09:00/starting' }]);
    const again = { ...state, ledger: afterwards(state) };
    expect(planReminders(again)).toEqual(nothingAtAll);
  });

  test('what was over before the app first ran is not missed', () => {
    const ledger = emptyLedger('2026-03-03T09:30:00Z');
    const { missed } = planReminders(stateWith({ ledger, now: '2026-03-03T12:00:00Z' }));
    expect(missed).toEqual([]);
  });
});

describe('several lead times', () => {
  const settings = settingsWith({ startingLeadMinutes: [10, 60, 10] });

  test('each comes at its time', () => {
    const first = stateWith({ settings, now: '2026-03-03T08:00:00Z' });
    expect(planReminders(first)).toMatchObject({
      due: [{ leadMinutes: 60 }],
      nextAt: '2026-03-03T08:50:00Z',
    });
    const ledger = afterwards(first);
    expect(planReminders({ ...first, ledger, now: '2026-03-03T08:49:00Z' }).due).toEqual([]);
    expect(planReminders({ ...first, ledger, now: '2026-03-03T08:50:00Z' })).toMatchObject({
      due: [{ leadMinutes: 10 }],
      nextAt: null,
    });
  });

  test('when all have passed, the latest is shown and stands for the others', () => {
    const state = stateWith({ settings, now: '2026-03-03T08:55:00Z' });
    expect(planReminders(state).due).toMatchObject([{ leadMinutes: 10, lateMinutes: 5 }]);
    expect(planReminders({ ...state, ledger: afterwards(state) }).due).toEqual([]);
  });

  test('whoever was told an hour before, and then slept through the rest, missed nothing', () => {
    const told = afterwards(stateWith({ settings, now: '2026-03-03T08:00:00Z' }));
    const state = stateWith({ settings, ledger: told, now: '2026-03-03T12:00:00Z' });
    expect(planReminders(state)).toEqual(nothingAtAll);
  });

  test('a lead time that is added later still comes, one that has passed does not', () => {
    const ledger = afterwards(stateWith({}));
    const settings = settingsWith({ startingLeadMinutes: [10, 30, 5] });
    const state = stateWith({ settings, ledger, now: '2026-03-03T08:51:00Z' });
    expect(planReminders(state)).toMatchObject({ due: [], nextAt: '2026-03-03T08:55:00Z' });
  });
});

test('back-to-back and overlapping meetings each have their reminder', () => {
  const occurrences = ['09:03', '09:00', '09:01'].map((time) =>
    occurrenceWith({
      seriesId: `series-${time.slice(3)}`,
      originalLocal: `2026-03-03T${time}`,
      startsAt: `2026-03-03T${time}:00Z`,
    }),
  );
  const { due } = planReminders(stateWith({ occurrences, now: '2026-03-03T08:53:00Z' }));
  expect(due.map(({ seriesId }) => seriesId)).toEqual(['series-00', 'series-01', 'series-03']);
});

test('the same meeting given twice is reminded of once', () => {
  const occurrences = [occurrenceWith({}), occurrenceWith({})];
  expect(planReminders(stateWith({ occurrences })).due).toHaveLength(1);
});

test('a moved meeting is reminded of anew, and not again when it is moved back', () => {
  const state = stateWith({});
  const ledger = afterwards(state);
  const moved = stateWith({
    ledger,
    occurrences: [occurrenceWith({ startsAt: '2026-03-03T15:00:00Z', isMoved: true })],
    now: '2026-03-03T14:50:00Z',
  });
  expect(planReminders(moved).due).toMatchObject([{ id: 'series-1/2026-03-03T09:00/starting' }]);
  expect(planReminders({ ...state, ledger: afterwards(moved) }).due).toEqual([]);
});

describe('snooze', () => {
  const shown = stateWith({});
  const [reminder] = planReminders(shown).due;
  if (reminder === undefined) throw new Error('The reminder is missing.');
  const snoozed = snooze(afterwards(shown), reminder, '2026-03-03T08:55:00Z');

  test('comes back at its instant and no sooner, also after a restart', () => {
    const ledger = JSON.parse(JSON.stringify(snoozed)) as Ledger;
    const state = stateWith({ ledger, now: '2026-03-03T08:54:59Z' });
    expect(planReminders(state)).toMatchObject({ due: [], nextAt: '2026-03-03T08:55:00Z' });
    const due = { ...state, now: '2026-03-03T08:55:00Z' };
    expect(planReminders(due).due).toMatchObject([{ id: reminder.id, leadMinutes: 10 }]);
    expect(planReminders({ ...due, ledger: afterwards(due) })).toMatchObject({
      due: [],
      nextAt: null,
    });
  });

  test('takes the place of the times before it, and leaves those after it', () => {
    const settings = settingsWith({ startingLeadMinutes: [10, 7, 2] });
    const state = stateWith({ settings, ledger: snoozed, now: '2026-03-03T08:54:00Z' });
    expect(planReminders(state)).toMatchObject({ due: [], nextAt: '2026-03-03T08:55:00Z' });
    const late = { ...state, now: '2026-03-03T08:58:00Z' };
    expect(planReminders(late).due).toMatchObject([{ leadMinutes: 2 }]);
    expect(planReminders({ ...late, ledger: afterwards(late) }).due).toEqual([]);
  });

  test('beyond the end of the meeting still comes, but only for some minutes', () => {
    const ledger = snooze(afterwards(shown), reminder, '2026-03-03T09:31:00Z');
    const state = stateWith({ ledger: pruneLedger(ledger, '2026-03-03T09:30:30Z') });
    expect(planReminders({ ...state, now: '2026-03-03T09:31:00Z' }).due).toHaveLength(1);
    expect(planReminders({ ...state, now: '2026-03-03T09:36:00Z' })).toMatchObject({
      due: [],
      missed: [{ dueAt: '2026-03-03T09:31:00Z' }],
    });
  });

  test('is void for a meeting that was moved', () => {
    const occurrences = [occurrenceWith({ startsAt: '2026-03-04T09:00:00Z', isMoved: true })];
    const state = stateWith({ ledger: snoozed, occurrences, now: '2026-03-03T08:56:00Z' });
    expect(planReminders(state)).toMatchObject({ due: [], nextAt: '2026-03-04T08:50:00Z' });
  });
});

describe('a clock that was wrong', () => {
  test('and has gone back does not show again what was shown', () => {
    const ledger = pruneLedger(afterwards(stateWith({})), '2026-03-03T08:50:00Z');
    const back = stateWith({ ledger, now: '2026-03-03T08:00:00Z' });
    expect(planReminders(back)).toEqual(nothingAtAll);
    expect(planReminders({ ...back, now: '2026-03-03T08:50:00Z' }).due).toEqual([]);
  });

  test('by a year and listed a coming meeting as missed: it is shown all the same', () => {
    const ahead = stateWith({ now: '2026-03-10T00:00:00Z' });
    const far = '2027-03-03T00:00:00Z';
    const ledger = pruneLedger(afterwards(ahead), far);
    expect(ledger.entries).toMatchObject([{ missedAt: ahead.now }]);
    const right = stateWith({ ledger });
    expect(planReminders(right).due).toHaveLength(1);
    expect(afterwards(right).entries).toMatchObject([{ missedAt: null, shownAt: right.now }]);
  });

  test('and was ahead does not use up the lead times that come', () => {
    const settings = settingsWith({ startingLeadMinutes: [10, 60] });
    const ahead = stateWith({ settings, now: '2026-03-10T00:00:00Z' });
    const first = { ...ahead, ledger: afterwards(ahead), now: '2026-03-03T08:00:00Z' };
    expect(planReminders(first).due).toMatchObject([{ leadMinutes: 60 }]);
    const second = { ...first, ledger: afterwards(first), now: '2026-03-03T08:50:00Z' };
    expect(planReminders(second).due).toMatchObject([{ leadMinutes: 10 }]);
  });

  test('and has gone back keeps what was shown, also over a snooze', () => {
    const ledger = afterwards(stateWith({}));
    const key = { id: 'series-1/2026-03-03T09:00/starting', startsAt: '2026-03-03T09:00:00Z' };
    const back = stateWith({
      ledger: snooze(ledger, key, '2026-03-03T08:05:00Z'),
      now: '2026-03-03T08:05:00Z',
    });
    expect(planReminders(back).due).toHaveLength(1);
    expect(planReminders(stateWith({ ledger: afterwards(back) })).due).toEqual([]);
  });
});
