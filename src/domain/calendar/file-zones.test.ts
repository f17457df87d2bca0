import { expect, test } from 'vitest';
import { datesOf, eventLines, readLines } from './test-data/read-dates.ts';

/** What becomes of nine o'clock on a summer's day in a zone of this name, with or without a definition. */
function nineIn(timeZoneId: string, definition: readonly string[] = []) {
  const lines = eventLines(`DTSTART;TZID=${timeZoneId}:20260706T090000`);
  const { events, problems } = readLines([...definition, ...lines]);
  const [event] = events;
  const [problem] = problems;
  return {
    zone: event?.timeZone ?? problem?.reason,
    at: event === undefined ? undefined : datesOf(event)[0],
    notes: event?.notes,
  };
}

test.each([
  ['Europe/Berlin', 'Europe/Berlin'],
  ['europe/berlin', 'Europe/Berlin'],
  ['/freeassociation.sourceforge.net/Europe/Berlin', 'Europe/Berlin'],
  [
    '/freeassociation.sourceforge.net/Tzfile/America/Argentina/Ushuaia',
    'America/Argentina/Ushuaia',
  ],
  ['/citadel.org/20260101_1/Europe/Berlin', 'Europe/Berlin'],
  ['tzone://Microsoft/Utc', 'UTC'],
  ['"W. Europe Standard Time"', 'Europe/Berlin'],
  ["'Romance Standard Time'", 'Europe/Paris'],
  ['w. europe standard time', 'Europe/Berlin'],
  ['W. Europe Daylight Time', 'Europe/Berlin'],
  ['Pacific Time (US & Canada)', 'America/Los_Angeles'],
  ['Pacific Standard Time (Mexico)', 'America/Tijuana'],
  ['(UTC) Dublin\\, Edinburgh\\, Lisbon\\, London', 'Europe/Dublin'],
  ['UTC-02', 'Etc/GMT+2'],
  ['GMT+0530', '+05:30'],
  ['UTC+01:00', '+01:00'],
  ['Etc/GMT-3', 'Etc/GMT-3'],
  // What these mean depends on who says them.
  ['BST', 'unknown-zone'],
  ['Customized Time Zone', 'unknown-zone'],
])('a zone called %s is %s', (name, zone) => {
  expect(nineIn(name).zone).toBe(zone);
});

/** A zone by a name that says nothing, whose clocks change on two Sundays of the year. */
const defined = (
  standard: string,
  daylight: string,
  rules: readonly [string, string],
  more: readonly string[] = [],
): readonly string[] => [
  ...['BEGIN:VTIMEZONE', 'TZID:Ours', ...more],
  ...['BEGIN:STANDARD', 'DTSTART:19701025T030000', `RRULE:FREQ=YEARLY;${rules[0]}`],
  ...[`TZOFFSETFROM:${daylight}`, `TZOFFSETTO:${standard}`, 'END:STANDARD'],
  ...['BEGIN:DAYLIGHT', 'DTSTART:19700329T020000', `RRULE:FREQ=YEARLY;${rules[1]}`],
  ...[`TZOFFSETFROM:${standard}`, `TZOFFSETTO:${daylight}`, 'END:DAYLIGHT', 'END:VTIMEZONE'],
];
const european = ['BYDAY=-1SU;BYMONTH=10', 'BYDAY=-1SU;BYMONTH=3'] as const;

test('a zone by a name that says nothing is taken for the known one with its clock changes', () => {
  const ours = nineIn('Ours', defined('+0100', '+0200', european));
  expect(ours).toEqual({ zone: 'Europe/Berlin', at: '2026-07-06T07:00Z', notes: ['zone-matched'] });
  const located = defined('+0100', '+0200', european, ['X-LIC-LOCATION:Europe/Vienna']);
  expect(nineIn('Ours', located).zone).toBe('Europe/Vienna');
});

test('a zone whose clocks never change is an offset', () => {
  const steady = nineIn('Ours', defined('-0330', '-0330', european));
  expect(steady).toEqual({ zone: '-03:30', at: '2026-07-06T12:30Z', notes: ['zone-matched'] });
});

test('the dates in a zone that is like none are counted out, with their exceptions', () => {
  const zone = defined('+0113', '+0213', ['BYDAY=2WE;BYMONTH=9', 'BYDAY=1TH;BYMONTH=4']);
  const event = [
    ...eventLines(
      ...['DTSTART;TZID=Ours:20260330T090000', 'RRULE:FREQ=WEEKLY;UNTIL=20260420T064700Z'],
      'EXDATE;TZID=Ours:20260413T090000',
    ),
    ...eventLines('RECURRENCE-ID;TZID=Ours:20260420T090000', 'DTSTART;TZID=Ours:20260421T100000'),
  ];
  const { events } = readLines([...zone, ...event]);
  expect(events).toMatchObject([{ timeZone: 'UTC', rule: null, notes: ['dates-counted-out'] }]);
  expect(events.flatMap((one) => datesOf(one))).toEqual([
    ...['2026-03-30T07:47Z', '2026-04-06T06:47Z', '2026-04-21T07:47Z'],
  ]);
});

test('what the machine knows of a zone counts for more than what a file says of it', () => {
  const stale = defined('+0200', '+0300', european).map((line) =>
    line === 'TZID:Ours' ? 'TZID:Europe/Berlin' : line,
  );
  expect(nineIn('Europe/Berlin', stale).at).toBe('2026-07-06T07:00Z');
});

test('a time without a zone is on the clock of its calendar, else of this computer', () => {
  const floating = eventLines('DTSTART:20260706T090000');
  expect(readLines(floating).events).toMatchObject([
    { timeZone: 'Europe/London', startLocal: '2026-07-06T09:00', notes: ['floating-time'] },
  ]);
  expect(readLines(['X-WR-TIMEZONE:Asia/Tokyo', ...floating]).events).toMatchObject([
    { timeZone: 'Asia/Tokyo', startLocal: '2026-07-06T09:00', notes: ['floating-time'] },
  ]);
});
