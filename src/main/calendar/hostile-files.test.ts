/** Files that are damaged, or made to make the app wait, from their bytes on. */
import { expect, test } from 'vitest';
import type { CalendarFile } from '../../domain/calendar/calendar-event.ts';
import { readCalendar } from '../../domain/calendar/read-calendar.ts';
import { calendarText } from '../../domain/calendar/test-data/read-dates.ts';
import { decodeCalendar } from './decode-calendar.ts';

const mostMilliseconds = 2000;
const longLine = 1_000_000;

/** A weekly event; the first line of a name is what counts, so others come before its own. */
const named = (name: string, ...lines: readonly string[]): readonly string[] => [
  ...['BEGIN:VEVENT', ...lines, `UID:${name}`, `SUMMARY:${name}`],
  'DTSTART;TZID=Europe/London:20260302T100000',
  'DTEND;TZID=Europe/London:20260302T103000',
  'END:VEVENT',
];
const usual = [...named('Sam 1:1'), ...named('Kim 1:1')];
const textOf = (...lines: readonly string[]): string => calendarText([...lines, ...usual]);
const many = (count: number, line: (index: number) => string): readonly string[] =>
  Array.from({ length: count }, (_, index) => line(index));

const read = (file: string | Uint8Array): CalendarFile =>
  readCalendar(decodeCalendar(typeof file === 'string' ? Buffer.from(file) : file, null), {
    ...{ timeZone: 'Europe/London', now: '2026-03-01T08:00:00Z' },
  });
const titlesIn = ({ events }: CalendarFile): readonly string[] => events.map(({ title }) => title);
/** Of this thread alone: however busy the machine is. */
function workSince(): () => number {
  const before = process.threadCpuUsage();
  return () => {
    const { user, system } = process.threadCpuUsage(before);
    return (user + system) / 1000;
  };
}

const utf16 = (text: string): Buffer => Buffer.from(`\uFEFF${text}`, 'utf16le');

/** What must cost nothing: whatever else is in the file, both of the usual events come out. */
const harmless: readonly (readonly [string, () => string | Uint8Array])[] = [
  [
    'bytes that are nought in a text',
    () => textOf().replace('END:VEVENT', 'X-A:a\0b\r\nEND:VEVENT'),
  ],
  [
    'bytes that are nought between lines',
    () => textOf().replace('END:VEVENT', '\0\0\r\nEND:VEVENT'),
  ],
  ['a million bytes that are nought after the end', () => textOf() + '\0'.repeat(longLine)],
  ['lines that end as on old Macs', () => textOf().replaceAll('\r\n', '\r')],
  ['lines that end the wrong way round', () => textOf().replaceAll('\r\n', '\n\r')],
  ['two marks of the byte order', () => `\uFEFF\uFEFF${textOf()}`],
  ['UTF-16 with a mark', () => utf16(textOf())],
  ['UTF-16 the other way round', () => utf16(textOf()).swap16()],
  ['UTF-16 that lacks its last byte', () => utf16(textOf()).subarray(0, -1)],
  ['UTF-16 with half a letter', () => utf16(textOf('X-A:\uD800'))],
  ['UTF-16 with lines as on old Macs', () => utf16(textOf().replaceAll('\r\n', '\r'))],
  ['boxes in a zone that end at once', () => textOf('BEGIN:VTIMEZONE', 'TZID:A', 'END:VTIMEZONE')],
  ['an event that is a part of itself', () => textOf(...named('Sam 1:1', 'RELATED-TO:Sam 1:1'))],
  [
    'events that are parts of each other',
    () =>
      textOf(
        ...named('Sam 1:1', 'RELATED-TO;RELTYPE=PARENT:Kim 1:1'),
        ...named('Kim 1:1', 'RELATED-TO;RELTYPE=PARENT:Sam 1:1'),
      ),
  ],
  [
    'a hundred thousand relations',
    () => textOf(...named('Sam 1:1', ...many(100_000, (index) => `RELATED-TO:${String(index)}`))),
  ],
  [
    'a text that is folded a million times',
    () => textOf(...named('Sam 1:1', `DESCRIPTION:${'x\r\n '.repeat(longLine)}`)),
  ],
  [
    'a hundred thousand guests',
    () =>
      textOf(
        ...named('Sam 1:1', ...many(100_000, (at) => `ATTENDEE:mailto:${String(at)}@example.org`)),
      ),
  ],
];

test.each(harmless)('%s: nothing is lost, and nobody waits', (_name, make) => {
  const file = make();
  const milliseconds = workSince();
  const found = read(file);
  expect(milliseconds()).toBeLessThan(mostMilliseconds);
  expect(found.refusal).toBeNull();
  expect(found.problems).toEqual([]);
  expect(new Set(titlesIn(found))).toEqual(new Set(['Sam 1:1', 'Kim 1:1']));
});

const date = '20260309T100000Z';
const daily = 'RRULE:FREQ=DAILY';

/** What costs its own event, and says why. */
const costly: readonly (readonly [string, () => readonly string[], string])[] = [
  ['a name of a million letters', () => [`SUMMARY:${'x'.repeat(longLine)}`], 'line-too-long'],
  ['a million inverted commas', () => [`ATTENDEE;CN=${'"'.repeat(longLine)}:a`], 'line-too-long'],
  ['a million parameters', () => [`ATTENDEE${';X=1'.repeat(longLine)}:a`], 'line-too-long'],
  ['an end before the start', () => ['DTEND:20200101T000000Z'], 'ends-before-it-starts'],
  ['an end of its rule on no day', () => ['RRULE:FREQ=DAILY;UNTIL=99999999'], 'rule-unreadable'],
  [
    'a million dates left out, on one line',
    () => [daily, `EXDATE:${many(longLine, () => date).join(',')}`],
    'line-too-long',
  ],
  [
    'a million dates left out, on as many',
    () => [daily, many(longLine, () => `EXDATE:${date}`).join('\r\n')],
    'too-many-dates',
  ],
];

test.each(costly)('%s: that is said, and costs no other event', (_name, make, reason) => {
  const text = textOf(...named('Odd', ...make()));
  const milliseconds = workSince();
  const found = read(text);
  expect(milliseconds()).toBeLessThan(mostMilliseconds);
  expect(found.problems).toMatchObject([{ uid: 'Odd', reason }]);
  expect(titlesIn(found)).toEqual(['Sam 1:1', 'Kim 1:1']);
});

test.each([
  ['zones in zones', 'BEGIN:VTIMEZONE'],
  ['clock changes in clock changes', 'BEGIN:STANDARD'],
  ['alarms in alarms', 'BEGIN:VALARM'],
])('a hundred thousand %s are refused at once', (_name, line) => {
  const text = textOf(...many(100_000, () => line));
  const milliseconds = workSince();
  expect(read(text).refusal).toBe('too-many-events');
  expect(milliseconds()).toBeLessThan(mostMilliseconds);
});

test('a rule that ends before it begins leaves an event that is over', () => {
  const found = read(textOf(...named('Old', 'RRULE:FREQ=WEEKLY;UNTIL=20200101T000000Z')));
  expect(found.problems).toEqual([]);
  expect(found.events[0]).toMatchObject({ title: 'Old', exceptions: [] });
});

test('each line of a file that was put together of several is read in its own encoding', () => {
  const file = Buffer.concat([
    Buffer.from(calendarText(named('Zoë 1:1')).replace(/END:VCALENDAR\s*/, '')),
    Buffer.from(`${named('Jörg 1:1').join('\r\n')}\r\nEND:VCALENDAR\r\n`, 'latin1'),
  ]);
  expect(titlesIn(read(file))).toEqual(['Zoë 1:1', 'Jörg 1:1']);
});

test('a name holds no signs that are not to be seen, and none that turn round what follows', () => {
  const found = read(calendarText(named('Sam\0\u0007 \u001B[2J\u202Eada\u0085 1:1')));
  expect(titlesIn(found)).toEqual(['Sam [2Jada 1:1']);
});
