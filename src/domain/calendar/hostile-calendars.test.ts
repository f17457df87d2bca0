import * as v from 'valibot';
import { expect, test } from 'vitest';
import { seriesSchema } from '../documents/series.ts';
import { readCalendar } from './read-calendar.ts';
import { seriesOfEvent } from './series-from-event.ts';
import { calendarText, datesOf, eventLines, inLondon, readLines } from './test-data/read-dates.ts';
import { largeCalendar } from './test-data/large-calendar.ts';

// What somebody could put into a calendar to make the app wait, and what is no calendar at all.

const reasons = (lines: readonly string[]): readonly string[] =>
  readLines(lines).problems.map(({ reason }) => reason);

test.each([
  ['every second', 'RRULE:FREQ=SECONDLY', 'rule-too-often'],
  ['a million times', 'RRULE:FREQ=DAILY;COUNT=1000000', 'rule-too-many'],
  ['by a rule that is none', 'RRULE:FREQ=SOMETIMES', 'rule-unreadable'],
  ['by two rules', 'RRULE:FREQ=DAILY\r\nRRULE:FREQ=WEEKLY', 'rule-unsupported'],
  ['except by a rule', 'RRULE:FREQ=DAILY\r\nEXRULE:FREQ=WEEKLY', 'rule-unsupported'],
])('an event that recurs %s is refused alone', (_name, line, reason) => {
  expect(reasons(eventLines(line))).toEqual([reason]);
});

test('a million dates are refused, on one line or on many', () => {
  const date = '20260302T100000Z';
  const oneLine = `RDATE:${Array.from({ length: 1_000_000 }, () => date).join(',')}`;
  expect(reasons(eventLines(oneLine))).toEqual(['line-too-long']);
  const manyLines = Array.from({ length: 6000 }, () => `RDATE:${date}`);
  expect(reasons(eventLines(...manyLines))).toEqual(['too-many-dates']);
});

test('a line of sixty megabytes costs its event alone, and a text beside it nothing', () => {
  const long = 'x'.repeat(60_000_000);
  expect(reasons(eventLines(`SUMMARY:${long}`))).toEqual(['line-too-long']);
  expect(readLines(eventLines(`DESCRIPTION:${long}`)).events).toHaveLength(1);
});

test('a zone that changes its clocks without end is no zone', () => {
  const zone = ['BEGIN:VTIMEZONE', 'TZID:Mad', 'BEGIN:STANDARD', 'DTSTART:19700101T000000'];
  const often = ['TZOFFSETFROM:+0100', 'TZOFFSETTO:+0200', 'RRULE:FREQ=DAILY', 'END:STANDARD'];
  const lines = [...zone, ...often, 'END:VTIMEZONE'];
  const event = eventLines('DTSTART;TZID=Mad:20260302T100000');
  expect(reasons([...lines, ...event])).toEqual(['unknown-zone']);
});

test('a rule from the year 1 and one to the year 9999 are no reason to wait', () => {
  const old = eventLines('DTSTART:00010101T000000Z', 'RRULE:FREQ=DAILY', 'EXDATE:99991231T000000Z');
  const before = performance.now();
  const many = Array.from({ length: 20 }, () => old).flat();
  readLines(many);
  expect(performance.now() - before).toBeLessThan(20_000);
});

test('dates from the year 1 to the year 9999 beside a daily rule cost nobody else an event', () => {
  const named = (uid: string, ...lines: string[]) =>
    eventLines(...lines).map((line) => (line === 'UID:event-1' ? `UID:${uid}` : line));
  const hours = Array.from({ length: 24 }, (_, hour) => String(hour)).join(',');
  const dates = ['RDATE:00010101T000000Z', 'EXDATE:99991231T235900Z', 'EXDATE:20260303T080000Z'];
  const lines = [
    ...named('old', 'DTSTART:00010101T100000Z', 'RRULE:FREQ=DAILY', ...dates),
    ...named('old', 'RECURRENCE-ID:00020101T100000Z', 'DTSTART:99981231T100000Z'),
    ...named('often', 'DTSTART:19800302T100000Z', `RRULE:FREQ=DAILY;BYHOUR=${hours}`, ...dates),
    ...eventLines(),
  ];
  const { events, problems } = readLines(lines);
  expect(problems).toEqual([]);
  expect(events.map(({ uid }) => uid)).toEqual(['old', 'often', 'event-1']);
  expect(events[1]?.exceptions).toContainEqual({
    kind: 'cancelled',
    originalLocal: '2026-03-03T08:00',
  });
});

const yearDays = Array.from({ length: 200 }, (_, place) => String(place + 1)).join(',');
const reads = { id: 'series-1', personId: 'person-1', sourceId: null, now: inLondon.now };

// One act writes what follows from a calendar: what cannot be stored of one event would cost them all.
test.each([
  ['a date of forty days', 'RDATE;VALUE=PERIOD:20260326T100000Z/P40D'],
  ['a date of a million years', 'RDATE;VALUE=PERIOD:20260326T100000Z/P365000000D'],
  ['a date after the last year', 'RDATE;TZID=America/New_York:99991231T235900'],
  ['a date before the first year', 'RDATE:00000101T000000Z'],
  ['a rule longer than any', `RRULE:FREQ=YEARLY;BYYEARDAY=${yearDays}`],
  ['a link without an end', `URL:https://example.org/${'x'.repeat(150_000)}`],
  ['a change before time', 'LAST-MODIFIED:00000101T000000Z'],
  ['more changes than can be counted', 'SEQUENCE:1e300'],
])('of an event with %s nothing remains that could not be stored', (_name, line) => {
  const { events, problems } = readLines(eventLines(line));
  expect(events.length + problems.length).toBe(1);
  for (const event of events) {
    const series = seriesOfEvent(event, reads);
    expect(v.safeParse(seriesSchema, series).issues?.[0].message).toBeUndefined();
    expect(() => datesOf(event)).not.toThrow();
  }
});

test('whatever an event is known by is one line of a length that can be sent', () => {
  const uid = `a\\nb\u0007c${'u'.repeat(50_000)}`;
  const lines = eventLines().map((line) => (line.startsWith('UID') ? `UID:${uid}` : line));
  expect(readLines(lines).events[0]?.uid).toMatch(/^a b cu{1000,9000}$/);
});

test('an event that has lost its end is told of, and costs no other', () => {
  const unended = (uid: string) =>
    eventLines(`UID:${uid}`, 'DTSTART:20260302T100000Z', 'BEGIN:VALARM', 'TRIGGER:-PT5M').filter(
      (line) => line !== 'END:VEVENT' && line !== 'UID:event-1',
    );
  const many = Array.from({ length: 20 }, (_, place) => unended(`lost-${String(place)}`));
  const { events, problems, refusal } = readLines([
    ...many.flat(),
    ...eventLines(),
    ...unended('z'),
  ]);
  expect(refusal).toBeNull();
  expect(events.map(({ uid }) => uid)).toEqual(['event-1']);
  expect(problems.map(({ reason }) => reason)).toEqual(problems.map(() => 'not-ended'));
  expect(problems.map(({ uid }) => uid)).toEqual([
    ...many.map((_, place) => `lost-${String(place)}`),
    'z',
  ]);
});

test.each([
  ['nothing', '', 'empty'],
  ['a page that asks to sign in', '<!DOCTYPE html><html><body>Sign in</body></html>', 'web-page'],
  ['something else', '{"kind": "calendar"}', 'not-a-calendar'],
  ['a text in a strange encoding', '\0B\0E\0G\0I\0N', 'unreadable-text'],
  ['half of a file', calendarText(eventLines()).slice(0, 80), 'cut-off'],
  ['more than anybody has', `BEGIN:VCALENDAR\r\n${' '.repeat(68_000_000)}`, 'too-large'],
  ['boxes in boxes', 'BEGIN:VCALENDAR\r\n'.repeat(1000), 'too-many-events'],
])('%s is no calendar, and that is said', (_name, text, refusal) => {
  expect(readCalendar(text, inLondon)).toMatchObject({ refusal, events: [], problems: [] });
});

test('a byte order mark, plain ends of lines and lines folded anywhere do no harm', () => {
  const text = calendarText(eventLines('LOCATION:Room 2')).replaceAll('\r\n', '\n');
  const folded = text.replace('1:1 Sam', '1:1 \n Sam').replace('LOCATION', 'LOCA\n\tTION');
  const { events } = readCalendar(`\uFEFF${folded}`, inLondon);
  expect(events).toMatchObject([{ title: '1:1 Sam', place: 'Room 2' }]);
});

test('twice the events take about twice the time', () => {
  const timeOf = (events: number): number => {
    const text = largeCalendar(events);
    const before = process.cpuUsage();
    expect(readCalendar(text, inLondon).events).toHaveLength(events);
    const { user, system } = process.cpuUsage(before);
    return user + system;
  };
  timeOf(500);
  expect(timeOf(4000) / timeOf(1000)).toBeLessThan(12);
});
