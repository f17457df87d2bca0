import { addMinutes, epochOf } from '../time/instants.ts';
import type { Ledger, LedgerEntry } from './ledger-schema.ts';

/** What became of a reminder: too late to be shown; shown, put off, or answered by the user. */
export type ReminderFate = 'missed' | 'shown' | 'snoozed' | 'answered';

/** For how long a reminder can be put off: minutes from now, or until the 1:1 starts. */
export type SnoozeChoice = number | 'until-start';

/** What a button offers. */
const snoozeMinutes = 5;
/** How many are listed: further back nobody looks. */
const listedEntries = 100;
/** A wrap-up can be put off until about the next day; no entry knows more exactly for how long. */
const wrapUpMinutes = 24 * 60;

/** What reminded lately and what came too late, the latest news first. */
export function inboxEntries({ entries }: Ledger): readonly LedgerEntry[] {
  return entries
    .toSorted((one, other) => epochOf(cameAt(other)) - epochOf(cameAt(one)))
    .slice(0, listedEntries);
}

/** When a reminder was shown, or found too late. */
export function cameAt({ shownAt, missedAt, dueAt }: LedgerEntry): string {
  return shownAt ?? missedAt ?? dueAt;
}

/** Whether it is news that the user has not seen: what came too late, until it was read. */
export function isUnread({ missedAt, readAt }: LedgerEntry): boolean {
  return missedAt !== null && readAt === null;
}

export function fateOf(entry: LedgerEntry): ReminderFate {
  if (entry.missedAt !== null) return 'missed';
  if (entry.snoozedUntil !== null) return 'snoozed';
  return entry.acknowledgedAt === null ? 'shown' : 'answered';
}

/** The ways to put off a reminder that can still be of use afterwards. */
export function snoozeChoices(
  entry: Pick<LedgerEntry, 'stage' | 'startsAt' | 'endsAt'>,
  now: string,
): readonly SnoozeChoice[] {
  return ([snoozeMinutes, 'until-start'] as const).filter(
    (choice) => snoozedUntil(entry, choice, now) !== null,
  );
}

/** The instant until which a choice puts a reminder off; null when it is too late for that. */
export function snoozedUntil(
  { stage, startsAt, endsAt }: Pick<LedgerEntry, 'stage' | 'startsAt' | 'endsAt'>,
  choice: SnoozeChoice,
  now: string,
): string | null {
  if (choice === 'until-start') {
    // To be told at the start to prepare would be of no use.
    const isAhead = stage === 'starting' && epochOf(now) < epochOf(startsAt);
    return isAhead ? startsAt : null;
  }
  const until = addMinutes(now, choice);
  const latest = {
    prepare: startsAt,
    starting: endsAt,
    'wrap-up': addMinutes(endsAt, wrapUpMinutes),
  };
  return epochOf(until) < epochOf(latest[stage]) ? until : null;
}
