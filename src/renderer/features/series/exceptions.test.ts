import { expect, test } from 'vitest';
import type { Series } from '../../../domain/documents/series.ts';
import { testNow } from '../../test-support/fake-bridge.ts';
import { checkMove } from './check-move.ts';
import { comingExceptions } from './exceptions.ts';

const moved = (originalLocal: string, startLocal: string) =>
  ({ kind: 'moved', originalLocal, startLocal, durationMinutes: 30 }) as const;

const series: Series = {
  kind: 'series',
  version: 3,
  id: 'series-sam',
  personId: 'person-sam',
  startLocal: '2026-10-05T10:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 30,
  rule: 'FREQ=WEEKLY',
  exceptions: [
    { kind: 'cancelled', originalLocal: '2026-11-09T10:00' },
    moved('2026-11-16T10:00', '2026-11-26T10:00'),
    moved('2026-11-30T10:00', '2026-11-20T10:00'),
    { kind: 'cancelled', originalLocal: '2026-12-14T10:00' },
    { kind: 'cancelled', originalLocal: '2026-13-14T10:00' },
  ],
  place: '',
  continues: null,
  calendar: null,
  createdAt: testNow,
};

test('exceptions are shown while they matter: by the later of the two dates', () => {
  expect(comingExceptions(series, testNow)).toEqual([
    {
      originalLocal: '2026-11-16T10:00',
      isAdded: false,
      originallyAt: '2026-11-16T09:00:00Z',
      takesPlace: { startsAt: '2026-11-26T09:00:00Z', durationMinutes: 30 },
    },
    {
      originalLocal: '2026-11-30T10:00',
      isAdded: false,
      originallyAt: '2026-11-30T09:00:00Z',
      takesPlace: { startsAt: '2026-11-20T09:00:00Z', durationMinutes: 30 },
    },
    {
      originalLocal: '2026-12-14T10:00',
      isAdded: false,
      originallyAt: '2026-12-14T09:00:00Z',
      takesPlace: null,
    },
  ]);
});

test('a date beside the rule is told as one', () => {
  const at = '2026-12-03T15:00';
  const added = { kind: 'added' as const, originalLocal: at, startLocal: at, durationMinutes: 45 };
  expect(comingExceptions({ ...series, exceptions: [added] }, testNow)).toEqual([
    {
      ...{ originalLocal: at, isAdded: true, originallyAt: '2026-12-03T14:00:00Z' },
      takesPlace: { startsAt: '2026-12-03T14:00:00Z', durationMinutes: 45 },
    },
  ]);
});

test('a move needs a date, a time and a length', () => {
  expect(checkMove({ date: '2026-12-01', time: '14:00', minutes: '45' })).toEqual({
    ok: true,
    movedTo: { startLocal: '2026-12-01T14:00', durationMinutes: 45 },
  });
  const wrong = checkMove({ date: '', time: '', minutes: 'x' });
  expect(wrong.ok ? [] : Object.keys(wrong.errors)).toEqual(['date', 'time', 'minutes']);
});
