import * as v from 'valibot';
import { expect, test } from 'vitest';
import { occurrencesBetween } from '../series/occurrences.ts';
import { readCalendar } from './read-calendar.ts';
import { seriesOfEvent } from './series-from-event.ts';
import cases from './test-data/recurrence-cases.json' with { type: 'json' };

const casesSchema = v.object({
  cases: v.array(
    v.object({
      name: v.string(),
      ics: v.string(),
      from: v.string(),
      to: v.string(),
      expected: v.array(v.string()),
    }),
  ),
});

const here = { timeZone: Temporal.Now.timeZoneId(), now: '2026-01-01T00:00:00Z' };

/** The instants, or the dates of what lasts all day, that the app itself would show. */
function datesOf(ics: string, from: string, to: string): readonly string[] {
  const { events, problems } = readCalendar(ics, here);
  expect(problems).toEqual([]);
  const identity = { id: 'series-1', personId: 'person-1', sourceId: null, now: here.now };
  return events
    .flatMap((event) =>
      occurrencesBetween(seriesOfEvent(event, identity), from, to).map((one) =>
        event.isAllDay ? one.startLocal.slice(0, 10) : `${one.startsAt.slice(0, 16)}Z`,
      ),
    )
    .sort();
}

test.each(v.parse(casesSchema, cases).cases)('$name', ({ ics, from, to, expected }) => {
  expect(datesOf(ics, from, to)).toEqual(expected);
});
