import { expect, test } from 'vitest';
import { datesOf, eventLines, readLines } from './test-data/read-dates.ts';

/** When an event of these lines is, from its first Monday on. */
const datesIn = (...events: readonly (readonly string[])[]): readonly string[] =>
  readLines(events.flat())
    .events.flatMap((event) => datesOf(event))
    .map((instant) => instant.slice(5, -1))
    .toSorted();

const four = 'RRULE:FREQ=WEEKLY;COUNT=4';

test.each([
  ['on the clock of another zone', 'EXDATE;TZID=Asia/Tokyo:20260309T190000'],
  ['in UTC', 'EXDATE:20260309T100000Z'],
  ['without a zone', 'EXDATE:20260309T100000'],
  ['by its day', 'EXDATE;VALUE=DATE:20260309'],
  ['by its day, in the form of a day', 'EXDATE:20260309'],
])('a date can be excluded %s', (_name, line) => {
  expect(datesIn(eventLines(four, line))).toEqual(['03-02T10:00', '03-16T10:00', '03-23T10:00']);
});

test('a date that an event never had excludes nothing', () => {
  const lines = eventLines(four, 'EXDATE;TZID=Europe/London:20260309T110000');
  expect(datesIn(lines)).toHaveLength(4);
  expect(readLines(lines).events).toMatchObject([{ exceptions: [] }]);
});

test('a date beside the rule may have a length of its own', () => {
  const lines = eventLines(
    four,
    'RDATE;VALUE=PERIOD:20260304T100000Z/PT45M,20260305T100000Z/20260305T111500Z',
    'RDATE;TZID=Europe/London:20260309T100000',
  );
  expect(readLines(lines).events[0]?.exceptions).toMatchObject([
    { kind: 'added', startLocal: '2026-03-04T10:00', durationMinutes: 45 },
    { kind: 'added', startLocal: '2026-03-05T10:00', durationMinutes: 75 },
  ]);
  expect(datesIn(lines)).toHaveLength(6);
});

test('a date beside the rule can be excluded and moved', () => {
  const dates = 'RDATE;TZID=Europe/London:20260304T100000,20260305T100000';
  const moved = eventLines(
    ...['RECURRENCE-ID;TZID=Europe/London:20260305T100000', 'DTSTART:20260306T120000Z'],
  );
  expect(
    datesIn(eventLines(four, dates, 'EXDATE;TZID=Europe/London:20260304T100000'), moved),
  ).toEqual(['03-02T10:00', '03-06T12:00', '03-09T10:00', '03-16T10:00', '03-23T10:00']);
});

test('a changed instance that the rule does not have is beside it', () => {
  const stray = eventLines('RECURRENCE-ID:20260311T100000Z', 'DTSTART:20260312T100000Z');
  expect(datesIn(eventLines(four), stray)).toContain('03-12T10:00');
  expect(datesIn(eventLines(four), stray)).toHaveLength(5);
});

test('of two versions of an instance the later counts, wherever it stands', () => {
  const at = (hour: string, sequence: string) =>
    eventLines(
      'RECURRENCE-ID:20260309T100000Z',
      `DTSTART:20260309T${hour}0000Z`,
      `SEQUENCE:${sequence}`,
    );
  expect(datesIn(at('15', '2'), eventLines(four), at('12', '1'))).toContain('03-09T15:00');
});

test('all later instances move together, by the days of their rule', () => {
  const from = eventLines(
    ...['RECURRENCE-ID;RANGE=THISANDFUTURE;TZID=Europe/London:20260316T100000'],
    ...['DTSTART;TZID=Europe/London:20260317T150000', 'DURATION:PT1H'],
  );
  const lines = [
    ...eventLines('RRULE:FREQ=WEEKLY;BYDAY=MO;COUNT=5', 'EXDATE:20260323T100000Z'),
    ...from,
  ];
  expect(datesIn(lines)).toEqual(['03-02T10:00', '03-09T10:00', '03-17T15:00', '03-31T14:00']);
  expect(readLines(lines).events.map(({ recurrenceId }) => recurrenceId)).toEqual([
    null,
    '2026-03-16T10:00:00.000Z',
  ]);
});

test('later instances for whose days there is no rule are counted out', () => {
  const from = eventLines(
    ...['RECURRENCE-ID;RANGE=THISANDFUTURE:20260413T090000Z', 'DTSTART:20260414T090000Z'],
  );
  const monthly = eventLines('RRULE:FREQ=MONTHLY;BYDAY=2MO;COUNT=4');
  expect(datesIn(monthly, from)).toEqual([
    ...['03-02T10:00', '03-09T10:00', '04-14T09:00', '05-12T09:00'],
  ]);
});

test('all later instances can be called off', () => {
  const off = eventLines('RECURRENCE-ID;RANGE=THISANDFUTURE:20260316T100000Z', 'STATUS:CANCELLED');
  expect(datesIn(eventLines(four), off)).toEqual(['03-02T10:00', '03-09T10:00']);
});

test('rooms are no attendees, and addresses are told apart from names', () => {
  const { events } = readLines(
    eventLines(
      'ORGANIZER;CN=Me:MAILTO:Me@Example.invalid',
      'ATTENDEE;CN="Okafor, Sam":mailto:sam@example.invalid',
      'ATTENDEE;CUTYPE=ROOM;CN=Fjord:mailto:fjord@example.invalid',
      'ATTENDEE;EMAIL=ada@example.invalid;CN=Ada:urn:uuid:1',
    ),
  );
  expect(events).toMatchObject([
    {
      organizer: { name: 'Me', address: 'me@example.invalid' },
      attendees: [
        { name: 'Okafor, Sam', address: 'sam@example.invalid' },
        { name: 'Ada', address: 'ada@example.invalid' },
      ],
    },
  ]);
});
