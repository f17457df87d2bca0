import { addMinutes, epochOf } from '../time/instants.ts';
import type { Ledger, LedgerEntry, Reminder } from './ledger-schema.ts';

/** Which entry is meant: a meeting that was moved is reminded of anew, under the same id. */
export type ReminderKey = Pick<Reminder, 'id' | 'startsAt'>;

/** How far back meetings are still listed as missed, and entries kept. */
export const keptDays = 90;
/** What was shown last is kept whatever its age, for a clock that was wrong by years. */
const keptEntries = 200;
/** Farther ahead no clock is that anybody has looked at. */
const aheadMilliseconds = 24 * 60 * 60_000;

/** The ledger of an app that has never run: what is over is not its business. */
export function emptyLedger(now: string): Ledger {
  return { version: 2, settledUntil: now, entries: [] };
}

/** The entry of one meeting as it is timed now; null while nothing became of its reminders. */
export function findEntry({ entries }: Ledger, key: ReminderKey): LedgerEntry | null {
  const found = byId(entries).get(key.id);
  return found?.find((entry) => isEntryOf(entry, key)) ?? null;
}

/** Every beat asks for every meeting, of a list that changes some times a day. */
const indexes = new WeakMap<readonly LedgerEntry[], ReadonlyMap<string, LedgerEntry[]>>();

function byId(entries: readonly LedgerEntry[]): ReadonlyMap<string, readonly LedgerEntry[]> {
  const known = indexes.get(entries);
  if (known !== undefined) return known;
  const index = Map.groupBy(entries, ({ id }) => id);
  indexes.set(entries, index);
  return index;
}

function findShown(ledger: Ledger, key: ReminderKey): LedgerEntry | null {
  const entry = findEntry(ledger, key);
  return entry?.shownAt === null ? null : entry;
}

/**
 * Whether an entry was noted by a clock that was wrong and has gone back since. What is missed cannot
 * be so before it is; what was shown minutes ago was shown, unless a clock was ahead by days: then
 * nobody was told in time.
 * @param now milliseconds since the epoch
 */
export function isNotedAhead({ shownAt, missedAt }: LedgerEntry, now: number): boolean {
  if (missedAt !== null) return now < epochOf(missedAt);
  return shownAt !== null && now < epochOf(shownAt) - aheadMilliseconds;
}

/** Notes that reminders were shown at `now`; what was answered before them has to be anew. */
export function recordShown(ledger: Ledger, shown: readonly Reminder[], now: string): Ledger {
  return shown.reduce((kept, reminder) => {
    const before = findEntry(kept, reminder);
    const isSettled = before !== null && !isNotedAhead(before, epochOf(now));
    const { dueAt, leadMinutes } = lastOf(reminder, isSettled ? before : reminder);
    return withEntry(kept, { ...entryFor(reminder), dueAt, leadMinutes, shownAt: now });
  }, ledger);
}

/** Notes that reminders were found too late at `now`. */
export function recordMissed(ledger: Ledger, missed: readonly Reminder[], now: string): Ledger {
  return missed.reduce(
    (kept, reminder) => withEntry(kept, { ...entryFor(reminder), missedAt: now }),
    ledger,
  );
}

/** Puts off a reminder that was shown until an instant; one that was not is left as it is. */
export function snooze(ledger: Ledger, key: ReminderKey, until: string): Ledger {
  const entry = findShown(ledger, key);
  if (entry === null) return ledger;
  return withEntry(ledger, { ...entry, snoozedUntil: until });
}

/** Notes that a shown reminder was answered at `now`: it neither repeats nor comes after a snooze. */
export function acknowledge(ledger: Ledger, key: ReminderKey, now: string): Ledger {
  const entry = findShown(ledger, key);
  if (entry === null) return ledger;
  const answer = { acknowledgedAt: now, snoozedUntil: null, readAt: entry.readAt ?? now };
  return withEntry(ledger, { ...entry, ...answer });
}

/** Notes that entries were seen in the inbox at `now`; those seen before keep their instant. */
export function markRead(ledger: Ledger, keys: readonly ReminderKey[], now: string): Ledger {
  const entries = ledger.entries.map((entry) =>
    entry.readAt === null && keys.some((key) => isEntryOf(entry, key))
      ? { ...entry, readAt: now }
      : entry,
  );
  return { ...ledger, entries };
}

/**
 * Lets go of old entries, and notes that everything of no use any more by `now` is settled. Only
 * right after a plan that was made at `now`, and held nothing back, has been recorded.
 */
export function pruneLedger(ledger: Ledger, now: string): Ledger {
  const { entries } = ledger;
  if (entries.length <= keptEntries) return { ...ledger, settledUntil: now };
  const oldest = epochOf(addMinutes(now, -keptDays * 24 * 60));
  // What was missed is not counted: a clock that is a year ahead finds a year's worth of it at once,
  // and must not push out what was shown an hour ago.
  const lastShown = new Set(entries.filter(({ shownAt }) => shownAt !== null).slice(-keptEntries));
  const kept = entries.filter((entry) => lastShown.has(entry) || epochOf(entry.endsAt) > oldest);
  return { ...ledger, settledUntil: now, entries: kept };
}

function entryFor(reminder: Reminder): LedgerEntry {
  return {
    id: reminder.id,
    stage: reminder.stage,
    leadMinutes: reminder.leadMinutes,
    personId: reminder.personId,
    seriesId: reminder.seriesId,
    meetingId: reminder.meetingId,
    originalLocal: reminder.originalLocal,
    startsAt: reminder.startsAt,
    endsAt: reminder.endsAt,
    dueAt: reminder.dueAt,
    shownAt: null,
    missedAt: null,
    snoozedUntil: null,
    acknowledgedAt: null,
    readAt: null,
  };
}

/** An entry goes to the end, where the latest news are. */
function withEntry(ledger: Ledger, entry: LedgerEntry): Ledger {
  const others = ledger.entries.filter((other) => !isEntryOf(other, entry));
  return { ...ledger, entries: [...others, entry] };
}

function isEntryOf(entry: LedgerEntry, { id, startsAt }: ReminderKey): boolean {
  if (entry.id !== id) return false;
  return entry.startsAt === startsAt || epochOf(entry.startsAt) === epochOf(startsAt);
}

type Timing = Pick<Reminder, 'dueAt' | 'leadMinutes'>;

/** The later of two times of one stage, which settles those before it. */
function lastOf(one: Timing, other: Timing): Timing {
  const isOne = epochOf(one.dueAt) >= epochOf(other.dueAt);
  const dueAt = isOne ? one.dueAt : other.dueAt;
  if (one.leadMinutes === null || other.leadMinutes === null) return { ...one, dueAt };
  return { dueAt, leadMinutes: Math.min(one.leadMinutes, other.leadMinutes) };
}
