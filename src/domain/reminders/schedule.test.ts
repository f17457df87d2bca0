import { describe, expect, test } from 'vitest';
import type { ReminderChoices } from '../documents/person.ts';
import { usualReminders } from '../documents/person.ts';
import type { Settings } from '../documents/settings.ts';
import { defaultSettings } from '../documents/settings.ts';
import { textOfEpoch } from '../time/instants.ts';
import type { RemindableMeeting } from './schedule.ts';
import { schedulesOf } from './schedule.ts';
import { occurrenceWith } from './test-data/state-with.ts';

interface Given {
  readonly meeting?: Partial<RemindableMeeting>;
  readonly settings?: Partial<Settings>;
  readonly reminders?: Partial<ReminderChoices>;
  readonly timeZone?: string;
}

/** When each stage is due and until when it is of use, for a 1:1 on a Tuesday from 9:00 to 9:30 UTC. */
function times({ meeting, settings, reminders, timeZone = 'UTC' }: Given): unknown {
  const schedules = schedulesOf({
    occurrences: [{ ...occurrenceWith({}), needsWrapUp: true, ...meeting }],
    people: [{ id: 'person-1', archivedOn: null, reminders: { ...usualReminders, ...reminders } }],
    settings: { ...defaultSettings, ...settings },
    timeZone,
  });
  return Object.fromEntries(
    schedules.map((one) => [
      one.about.stage,
      [...one.times.map(({ dueAt }) => textOfEpoch(dueAt)), textOfEpoch(one.usefulUntil)],
    ]),
  );
}

const starting = ['2026-03-03T08:50:00Z', '2026-03-03T09:30:00Z'];
const monday = '2026-03-02T09:00:00Z';
const onMonday = { startsAt: monday, endsAt: '2026-03-02T09:30:00Z' };

test('a 1:1 is prepared the day before, started, and wrapped up by the next evening', () => {
  expect(times({})).toEqual({
    prepare: ['2026-03-02T16:00:00Z', '2026-03-03T09:00:00Z'],
    starting,
    'wrap-up': ['2026-03-03T09:35:00Z', '2026-03-05T00:00:00Z'],
  });
});

test('one on Monday is prepared on Friday, one on Friday may be wrapped up on Monday', () => {
  expect(times({ meeting: onMonday })).toMatchObject({ prepare: ['2026-02-27T16:00:00Z', monday] });
  const friday = { startsAt: '2026-03-06T09:00:00Z', endsAt: '2026-03-06T09:30:00Z' };
  expect(times({ meeting: friday })).toMatchObject({
    'wrap-up': ['2026-03-06T09:35:00Z', '2026-03-10T00:00:00Z'],
  });
});

test('who works on one day, or on none that they named, still has days before and after', () => {
  const prepareOn = (workingDays: number[]): unknown =>
    times({ meeting: onMonday, settings: { workingDays } });
  expect(prepareOn([1])).toMatchObject({ prepare: ['2026-02-23T16:00:00Z', monday] });
  expect(prepareOn([])).toMatchObject({ prepare: ['2026-03-01T16:00:00Z', monday] });
});

test('the day before is that of the computer, wherever the 1:1 was planned', () => {
  const early = { startsAt: '2026-03-03T03:00:00Z', endsAt: '2026-03-03T03:30:00Z' };
  expect(times({ meeting: early, timeZone: 'America/New_York' })).toMatchObject({
    prepare: ['2026-02-27T21:00:00Z', '2026-03-03T03:00:00Z'],
  });
});

test('over a change of the clocks the preparation stays at its hour', () => {
  const meeting = { startsAt: '2026-03-30T07:00:00Z', endsAt: '2026-03-30T07:30:00Z' };
  const settings = { workingDays: [7, 1] };
  expect(times({ meeting, settings, timeZone: 'Europe/Berlin' })).toMatchObject({
    prepare: ['2026-03-29T14:00:00Z', '2026-03-30T07:00:00Z'],
  });
});

test('a 1:1 that was planned after its hour of preparing is in hand already', () => {
  expect(times({ meeting: { createdAt: '2026-03-02T16:00:00Z' } })).not.toHaveProperty('prepare');
  expect(times({ meeting: { createdAt: '2026-03-02T15:59:00Z' } })).toHaveProperty('prepare');
});

test('where nothing is open there is nothing to wrap up; what was held is only wrapped up', () => {
  expect(times({ meeting: { needsWrapUp: false } })).not.toHaveProperty('wrap-up');
  const stages = Object.keys(Object(times({ meeting: { isHeld: true } })));
  expect(stages).toEqual(['wrap-up']);
});

describe('what a person has chosen wins', () => {
  const off = { prepareAt: null, wrapUpAfterMinutes: null, startingLeadMinutes: [] };

  test('never, though usual', () => {
    const never = { prepares: false, wrapsUp: false, startingLeadMinutes: [] };
    expect(times({ reminders: never })).toEqual({});
  });

  test('always, though not usual, at the hours that are usual elsewhere', () => {
    const always = { prepares: true, wrapsUp: true, startingLeadMinutes: [30] };
    expect(times({ settings: off, reminders: always })).toEqual({
      prepare: ['2026-03-02T16:00:00Z', '2026-03-03T09:00:00Z'],
      starting: ['2026-03-03T08:30:00Z', '2026-03-03T09:30:00Z'],
      'wrap-up': ['2026-03-03T09:35:00Z', '2026-03-05T00:00:00Z'],
    });
  });

  test('as usual, where usual is never', () => {
    expect(times({ settings: off })).toEqual({});
  });
});

describe('in quiet hours', () => {
  test('a reminder waits for their end where that comes before the start', () => {
    const quietHours = { from: '15:00', until: '17:30' };
    expect(times({ settings: { quietHours } })).toMatchObject({
      prepare: ['2026-03-02T17:30:00Z', '2026-03-03T09:00:00Z'],
    });
    const early = { from: '20:00', until: '08:55' };
    expect(times({ settings: { quietHours: early } })).toMatchObject({
      starting: ['2026-03-03T08:55:00Z', '2026-03-03T09:30:00Z'],
    });
  });

  test('it comes right before them where their end would be too late', () => {
    const quietHours = { from: '20:00', until: '09:10' };
    const settings = { quietHours, startingLeadMinutes: [10, 60] };
    expect(times({ settings })).toMatchObject({
      starting: ['2026-03-02T19:59:00Z', '2026-03-02T19:59:00Z', '2026-03-03T09:30:00Z'],
    });
  });

  test('a wrap-up waits for their end in any case', () => {
    const quietHours = { from: '09:00', until: '18:00' };
    expect(times({ settings: { quietHours } })).toMatchObject({
      'wrap-up': ['2026-03-03T18:00:00Z', '2026-03-05T00:00:00Z'],
    });
  });
});
