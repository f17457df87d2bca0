import type { Person } from '../../documents/person.ts';
import { usualReminders } from '../../documents/person.ts';
import type { Series } from '../../documents/series.ts';
import type { Settings } from '../../documents/settings.ts';
import { defaultSettings } from '../../documents/settings.ts';
import type { Dice } from '../../sample/dice.ts';
import { addMinutes, localOf } from '../../time/instants.ts';

const zones = [
  'Europe/Berlin',
  'Europe/London',
  'America/New_York',
  'America/Los_Angeles',
  'America/Sao_Paulo',
  'Asia/Kolkata',
  'Asia/Tokyo',
  'Australia/Lord_Howe',
  'Pacific/Auckland',
  'Africa/Casablanca',
  'UTC',
] as const;
const rules = [
  'FREQ=WEEKLY',
  'FREQ=WEEKLY',
  'FREQ=WEEKLY;INTERVAL=2',
  'FREQ=MONTHLY;BYDAY=2TU',
  'FREQ=MONTHLY',
  null,
] as const;
const leads = [[10], [10], [5, 60], [0, 10, 1440], [15], []] as const;
const quietHours = [
  null,
  null,
  null,
  { from: '18:00', until: '08:00' },
  { from: '22:00', until: '06:30' },
  { from: '12:00', until: '13:30' },
] as const;
const workingDays = [[1, 2, 3, 4, 5], [1, 2, 3, 4, 5], [1, 2, 3, 4], [7, 1, 2, 3, 4], [3]] as const;

/** A zone to live in, or to travel to. */
export const drawZone = (dice: Dice): string => dice.oneOf(zones);

/** What the user may have set; now and then all of it is as usual. */
export const drawSettings = (dice: Dice): Settings => ({
  ...defaultSettings,
  startingLeadMinutes: [...dice.oneOf(leads)],
  prepareAt: dice.oneOf(['16:00', '16:00', '09:30', '23:15', null]),
  wrapUpAfterMinutes: dice.oneOf([5, 5, 0, 240, null]),
  quietHours: dice.oneOf(quietHours),
  workingDays: [...dice.oneOf(workingDays)],
  repeatsUntilAcknowledged: dice.happens(0.2),
});

/** Somebody who is met, with wishes of their own or without. */
export function drawPerson(dice: Dice, id: string): Person {
  return {
    ...{ kind: 'person', version: 3, id, name: id, relationship: 'report', workingStyle: '' },
    ...{ areas: [], timeZone: null, createdAt: '2026-01-01T00:00:00Z', archivedOn: null },
    ...{ cadenceDays: null, tags: [], dismissedSuggestions: [], questionsNotForUs: [] },
    reminders: dice.happens(0.7) ? usualReminders : drawWishes(dice),
    delegations: [],
  };
}

const drawWishes = (dice: Dice): Person['reminders'] => ({
  startingLeadMinutes: dice.happens(0.5) ? null : [...dice.oneOf(leads)],
  prepares: dice.oneOf([null, true, false]),
  wrapsUp: dice.oneOf([null, true, false]),
});

/** 1:1s with somebody that begin within some days of `now`. */
export function drawSeries(dice: Dice, id: string, personId: string, now: string): Series {
  const timeZone = drawZone(dice);
  const first = addMinutes(now, dice.between(-1, 20 * 24) * 60 + dice.between(0, 59));
  return {
    ...{ kind: 'series', version: 2, id, personId, timeZone, exceptions: [], place: '' },
    startLocal: localOf(first, timeZone),
    durationMinutes: dice.oneOf([15, 30, 30, 60, 480]),
    rule: dice.oneOf(rules),
    continues: null,
    createdAt: now,
  };
}

/** One series, or two, half of which lie close together. */
export function drawCalendar(dice: Dice, now: string): readonly Series[] {
  const first = drawSeries(dice, 'series-1', 'person-1', now);
  if (dice.happens(0.4)) return [first];
  return dice.happens(0.5)
    ? [first, drawNeighbour(dice, first, 'series-2', 'person-2')]
    : [first, drawSeries(dice, 'series-2', 'person-2', now)];
}

/** Another 1:1 right after, at the same time as, or three minutes from one. */
function drawNeighbour(dice: Dice, series: Series, id: string, personId: string): Series {
  const shift = dice.oneOf([series.durationMinutes, 0, 3, series.durationMinutes - 5]);
  const start = Temporal.PlainDateTime.from(series.startLocal).add({ minutes: shift });
  return {
    ...series,
    ...{ id, personId },
    startLocal: start.toString({ smallestUnit: 'minute' }),
    durationMinutes: dice.oneOf([15, 30, 60]),
  };
}
