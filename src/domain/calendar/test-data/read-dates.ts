import { readFile } from 'node:fs/promises';
import { occurrencesBetween } from '../../series/occurrences.ts';
import type { CalendarEvent, CalendarFile, ReadingOptions } from '../calendar-event.ts';
import { readCalendar } from '../read-calendar.ts';
import { seriesOfEvent } from '../series-from-event.ts';

/** Where and when the tests read calendars, unless they say otherwise. */
export const inLondon: ReadingOptions = { timeZone: 'Europe/London', now: '2026-01-01T00:00:00Z' };

const identity = { id: 'series-1', personId: 'person-1', sourceId: null, now: inLondon.now };

/** Each date of a series made of an event, as an instant to the minute, within some years. */
export function datesOf(
  event: CalendarEvent,
  from = '2025-01-01T00:00:00Z',
  to = '2028-01-01T00:00:00Z',
): readonly string[] {
  return occurrencesBetween(seriesOfEvent(event, identity), from, to).map(
    ({ startsAt }) => `${startsAt.slice(0, 16)}Z`,
  );
}

/** A calendar of these lines, as programs write it. */
export const calendarText = (lines: readonly string[]): string =>
  ['BEGIN:VCALENDAR', 'VERSION:2.0', ...lines, 'END:VCALENDAR', ''].join('\r\n');

/** The lines of an event, weekly at ten in London unless others say otherwise. */
export const eventLines = (...lines: readonly string[]): readonly string[] => [
  ...['BEGIN:VEVENT', 'UID:event-1', 'SUMMARY:1:1 Sam'],
  ...(lines.some((line) => line.startsWith('DTSTART')) ? [] : weeklyAtTen),
  ...lines,
  'END:VEVENT',
];

const weeklyAtTen = [
  'DTSTART;TZID=Europe/London:20260302T100000',
  'DTEND;TZID=Europe/London:20260302T103000',
];

/** Reads a calendar that holds one event of these lines. */
export function readLines(lines: readonly string[], options = inLondon): CalendarFile {
  return readCalendar(calendarText(lines), options);
}

/** Reads one of the files in pains/. */
export async function readPain(name: string): Promise<CalendarFile> {
  const path = new URL(`pains/${name}.ics`, import.meta.url);
  return readCalendar(await readFile(path, 'utf8'), inLondon);
}
