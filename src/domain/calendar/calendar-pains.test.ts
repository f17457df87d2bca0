import { expect, test } from 'vitest';
import type { CalendarEvent } from './calendar-event.ts';
import { datesOf, readPain } from './test-data/read-dates.ts';

// What other programs have been reported to get wrong, each as a file of its own.

/** The events of a file by UID; one that is missing makes the test fail. */
async function eventsOf(name: string): Promise<(uid: string) => CalendarEvent> {
  const { events, problems } = await readPain(name);
  expect(problems).toEqual([]);
  return (uid) => {
    const event = events.find((one) => one.uid === uid);
    if (event === undefined) throw new Error(`${name} has no event ${uid}`);
    return event;
  };
}

const firstOf = (event: CalendarEvent): string | undefined => datesOf(event)[0];

test('a zone by its Windows name has the clock changes that the file defines', async () => {
  const event = await eventsOf('windows-zone-defined');
  expect(event('w1').timeZone).toBe('Europe/Berlin');
  expect(datesOf(event('w1'))).toEqual(['2026-03-23T08:00Z', '2026-03-30T07:00Z']);
});

test('a zone by its Windows name is known without a definition', async () => {
  const event = await eventsOf('windows-zone-alone');
  expect(firstOf(event('s1'))).toBe('2026-03-23T14:00Z');
  expect(firstOf(event('e1'))).toBe('2026-03-23T13:00Z');
});

test('a number behind a Windows name does no harm, and a definition beside it counts', async () => {
  const event = await eventsOf('windows-zone-numbered');
  expect(firstOf(event('n1'))).toBe('2026-07-06T14:00Z');
  expect(event('n1').notes).toEqual(['zone-matched']);
  expect(firstOf(event('n2'))).toBe('2026-07-06T13:00Z');
});

test('a zone by the name that Windows shows is found by its cities or its region', async () => {
  const event = await eventsOf('windows-zone-shown');
  expect(firstOf(event('g1'))).toBe('2026-07-06T07:00Z');
  expect(firstOf(event('g2'))).toBe('2026-07-06T13:00Z');
});

test('a series stays at its wall time when the clocks change', async () => {
  const event = await eventsOf('summer-time-drift');
  expect(datesOf(event('d1'))).toEqual([
    ...['2026-03-17T08:00Z', '2026-03-24T08:00Z', '2026-03-31T07:00Z', '2026-04-07T07:00Z'],
  ]);
  expect(datesOf(event('d2'))).toEqual([
    ...['2026-10-13T07:00Z', '2026-10-27T08:00Z', '2026-11-10T08:00Z'],
  ]);
});

test('a day east of UTC is the day it is there', async () => {
  const event = await eventsOf('day-east-of-utc');
  expect(datesOf(event('t1'))).toEqual([
    ...['2026-03-01T23:00Z', '2026-03-08T23:00Z', '2026-03-15T23:00Z'],
  ]);
  expect(event('t2')).toMatchObject({ startLocal: '2026-03-04T00:00', isAllDay: true });
});

test('excluded dates do not take place', async () => {
  const event = await eventsOf('excluded-date');
  expect(datesOf(event('x1'))).toEqual(['2026-03-02T10:00Z', '2026-03-23T10:00Z']);
});

test('a moved instance takes place once, where it was moved, and as long as it says', async () => {
  const { events } = await readPain('moved-instance');
  expect(events.map(({ uid }) => uid)).toEqual(['x1']);
  const [event] = events;
  expect(event && datesOf(event)).toEqual([
    ...['2026-03-02T10:00Z', '2026-03-10T15:00Z', '2026-03-16T10:00Z', '2026-03-23T10:00Z'],
  ]);
  expect(event?.exceptions).toMatchObject([{ kind: 'moved', durationMinutes: 60 }]);
});

test('an event without an end has its duration', async () => {
  const event = await eventsOf('duration-alone');
  expect(event('l1').durationMinutes).toBe(75);
});

test('a cancelled instance does not take place, and a cancelled event says that it is', async () => {
  const event = await eventsOf('cancelled-still-there');
  expect(datesOf(event('x1'))).not.toContain('2026-03-09T10:00Z');
  expect(datesOf(event('x1'))).toHaveLength(3);
  expect(event('x2').status).toBe('cancelled');
});

test('a time in UTC is no time on the wall', async () => {
  const event = await eventsOf('utc-times');
  expect(event('u1')).toMatchObject({ startLocal: '2026-07-06T11:00', timeZone: 'Europe/London' });
});

test('five troubles at once: Windows names, own zones, no name, a gap, and times in UTC', async () => {
  const event = await eventsOf('five-at-once');
  expect(firstOf(event('f1'))).toBe('2026-07-06T16:00Z');
  expect(firstOf(event('f2'))).toBe('2026-07-06T07:00Z');
  expect(event('f3').title).toBe('');
  expect(datesOf(event('f4'))).toEqual(['2026-07-06T10:00Z', '2026-07-08T10:00Z']);
  expect(event('f5')).toMatchObject({ startLocal: '2026-07-06T14:00', timeZone: 'Europe/Paris' });
});

test('each of several zones in a file is its own', async () => {
  const event = await eventsOf('several-zones');
  expect(firstOf(event('z1'))).toBe('2026-07-06T07:00Z');
  expect(firstOf(event('z2'))).toBe('2026-07-06T13:00Z');
  expect(event('z2').timeZone).toBe('America/New_York');
  expect(firstOf(event('z3'))).toBe('2026-07-06T03:30Z');
});

test('an event may stand before the zone that it is in', async () => {
  const event = await eventsOf('event-before-zone');
  expect(firstOf(event('b1'))).toBe('2026-07-06T07:00Z');
});

test('what is wrong with an event is said of it alone, and the others are read', async () => {
  const { events, problems } = await readPain('one-broken-event');
  expect(events.map(({ uid }) => uid)).toEqual(['ok1', 'ok2']);
  expect(problems).toEqual([
    { line: 11, uid: 'bad1', title: 'Nowhere', reason: 'unknown-zone' },
    { line: 17, uid: 'bad2', title: 'Never', reason: 'no-start' },
    { line: 22, uid: 'bad3', title: 'Every second', reason: 'rule-too-often' },
    { line: 29, uid: 'bad4', title: 'Backwards', reason: 'ends-before-it-starts' },
  ]);
});
