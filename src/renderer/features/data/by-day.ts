import type { BackupSummary } from '../../../ipc/views.ts';
import type { Formatter } from '../../../messages/format.ts';

export interface BackupDay {
  /** In words: "Monday, 23 November". */
  readonly day: string;
  readonly backups: readonly BackupSummary[];
}

/** Gathers backups by the day on which they were made, where this machine is; the order stays. */
export function byDay(
  backups: readonly BackupSummary[],
  format: Formatter,
  timeZone: string,
): readonly BackupDay[] {
  const days = Map.groupBy(backups, ({ at }) => format.day(at, timeZone));
  return [...days].map(([day, made]) => ({ day, backups: made }));
}
