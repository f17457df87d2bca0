import type { Backup } from './store.ts';

const hourMilliseconds = 3_600_000;
const dayMilliseconds = 24 * hourMilliseconds;
const keptDays = 31;
/** So many backups in a row must say that it is so late. */
const agreeing = 3;

/** Whether an hour has passed since the newest backup. */
export function isBackupDue(backups: readonly Backup[], now: string): boolean {
  const newest = backups.find(({ reason }) => reason === 'scheduled');
  // However the clock was set in between.
  return newest === undefined || Math.abs(ageOf(newest, now)) >= hourMilliseconds;
}

/**
 * Those of the last day by the hour, and by the day for a month; what was made before a restore
 * stays for a month.
 * @param backups newest first
 */
export function backupsToKeep<B extends Backup>(backups: readonly B[], now: string): readonly B[] {
  const taken = new Set<string>();
  return backups.filter((backup) => {
    const age = ageOf(backup, now);
    if (age > keptDays * dayMilliseconds) return false;
    if (backup.reason !== 'scheduled' || age <= dayMilliseconds) return true;
    const day = backup.at.slice(0, 10);
    if (taken.has(day)) return false;
    taken.add(day);
    return true;
  });
}

/** Whether something happened longer ago than any backup is kept. */
export const isBeyondBackups = (at: string, now: string): boolean =>
  ageOf({ at }, now) > keptDays * dayMilliseconds;

/**
 * The instant by which ages are told: a clock that is set far ahead must not cost every backup at
 * once, so that it is believed only when some backups in a row agree on it.
 * @param backups newest first, with the one that is being made
 */
export const believedNow = (backups: readonly Backup[], now: string): string =>
  backups
    .slice(0, agreeing)
    .reduce((earliest, { at }) => (ageOf({ at }, earliest) > 0 ? at : earliest), now);

const ageOf = ({ at }: Pick<Backup, 'at'>, now: string): number => Date.parse(now) - Date.parse(at);
