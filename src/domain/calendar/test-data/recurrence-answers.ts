import * as v from 'valibot';
import { readCalendar } from '../read-calendar.ts';
import cases from './recurrence-cases.json' with { type: 'json' };
import { datesOf } from './read-dates.ts';

const caseSchema = v.object({
  name: v.string(),
  ics: v.string(),
  from: v.string(),
  to: v.string(),
  expected: v.array(v.string()),
});

/** Calendars with the dates that are right. */
export const recurrenceCases = v.parse(v.object({ cases: v.array(caseSchema) }), cases).cases;

/** The dates that the app itself shows for each case, by its name, on a computer in some zone. */
export function answersIn(timeZone: string): Readonly<Record<string, readonly string[]>> {
  return Object.fromEntries(
    recurrenceCases.map(({ name, ics, from, to }) => {
      const { events, problems } = readCalendar(ics, { timeZone, now: '2026-01-01T00:00:00Z' });
      const dates = events.flatMap((event) =>
        event.isAllDay ? daysOf(datesOf(event, from, to), timeZone) : datesOf(event, from, to),
      );
      return [name, [...problems.map(({ reason }) => reason), ...dates]];
    }),
  );
}

const daysOf = (instants: readonly string[], timeZone: string): readonly string[] =>
  instants.map((instant) =>
    Temporal.Instant.from(instant).toZonedDateTimeISO(timeZone).toPlainDate().toString(),
  );
