import { expect, test } from 'vitest';
import { addMinutes, instantOf, localDateOf, localOf } from './instants.ts';
import { isTimeZone } from './zones.ts';

test('a wall time that a spring change skips moves forward by the gap', () => {
  expect(instantOf('2026-03-29T02:30', 'Europe/Berlin')).toBe('2026-03-29T01:30:00Z');
  expect(localOf('2026-03-29T01:30:00Z', 'Europe/Berlin')).toBe('2026-03-29T03:30');
});

test('a wall time that an autumn change repeats is meant the first time', () => {
  expect(instantOf('2026-10-25T02:30', 'Europe/Berlin')).toBe('2026-10-25T00:30:00Z');
});

test('the date is that of the zone, not of UTC', () => {
  expect(localDateOf('2026-11-23T23:30:00Z', 'Asia/Tokyo')).toBe('2026-11-24');
  expect(localDateOf('2026-11-23T03:30:00Z', 'America/New_York')).toBe('2026-11-22');
});

test('minutes are elapsed time, also across a change of the clocks', () => {
  expect(addMinutes('2026-03-29T00:30:00Z', 60)).toBe('2026-03-29T01:30:00Z');
  expect(addMinutes('2026-03-29T00:30:00Z', -45)).toBe('2026-03-28T23:45:00Z');
});

test.each([
  ['Europe/Berlin', true],
  ['UTC', true],
  ['W. Europe Standard Time', false],
  ['Mars/Olympus', false],
  ['', false],
])('%j is a time zone: %s', (zone, isKnown) => {
  expect(isTimeZone(zone)).toBe(isKnown);
});
