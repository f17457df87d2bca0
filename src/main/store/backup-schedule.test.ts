import { expect, test } from 'vitest';
import { backupsToKeep, believedNow, isBackupDue } from './backup-schedule.ts';
import type { Backup } from './store.ts';

const now = '2026-11-23T12:00:00Z';
const hoursAgo = (hours: number): string =>
  new Date(Date.parse(now) - hours * 3_600_000).toISOString();
const backup = (hours: number, reason: Backup['reason'] = 'scheduled'): Backup => ({
  id: 100_000 - hours,
  at: hoursAgo(hours),
  reason,
});

test('a backup is due an hour after the last one, and when there is none', () => {
  expect(isBackupDue([], now)).toBe(true);
  expect(isBackupDue([backup(0.9)], now)).toBe(false);
  expect(isBackupDue([backup(1)], now)).toBe(true);
  expect(isBackupDue([backup(0.1, 'before-restore'), backup(2)], now)).toBe(true);
});

test('a clock that was set back does not stop the backups', () => {
  expect(isBackupDue([backup(-5)], now)).toBe(true);
});

test('a day is kept by the hour, a month by the day, nothing longer', () => {
  const all = Array.from({ length: 24 * 60 }, (_, hours) => backup(hours));
  const kept = backupsToKeep(all, now);
  expect(kept.filter(({ at }) => at >= hoursAgo(24))).toHaveLength(25);
  const older = kept.filter(({ at }) => at < hoursAgo(24));
  expect(new Set(older.map(({ at }) => at.slice(0, 10))).size).toBe(older.length);
  expect(older.length).toBeGreaterThanOrEqual(30);
  expect(kept.at(-1)?.at.slice(0, 10)).toBe(hoursAgo(31 * 24).slice(0, 10));
});

test('what was made before a restore stays for a month, however many there are that day', () => {
  const all = [backup(50, 'before-restore'), backup(51, 'before-restore'), backup(52)];
  expect(backupsToKeep(all, now)).toEqual(all);
  expect(backupsToKeep([backup(32 * 24, 'before-restore')], now)).toEqual([]);
});

test('a clock that is far ahead is believed once some backups in a row agree', () => {
  const years = -24 * 365;
  const before = [backup(1), backup(2)];
  expect(believedNow([backup(0), ...before], now)).toBe(hoursAgo(2));
  const ahead = [backup(2 * years), backup(years)];
  expect(believedNow([...ahead, ...before], hoursAgo(2 * years))).toBe(hoursAgo(1));
  expect(backupsToKeep(before, hoursAgo(1))).toEqual(before);
  const later = backup(3 * years);
  expect(believedNow([later, ...ahead, ...before], later.at)).toBe(hoursAgo(years));
});
