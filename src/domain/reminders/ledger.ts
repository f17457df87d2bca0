import * as v from 'valibot';
import { idField, instantField, localField } from '../documents/fields.ts';
import { addMinutes, epochOf } from '../time/instants.ts';

/** When a reminder comes: so far, minutes before the start. */
const reminderStages = ['starting'] as const;

const remindedEntries = {
  /** Stable for one meeting and stage, so that showing it again replaces what is on screen. */
  id: v.string(),
  stage: v.picklist(reminderStages),
  leadMinutes: v.pipe(v.number(), v.integer(), v.minValue(0)),
  personId: idField,
  seriesId: v.nullable(idField),
  meetingId: v.nullable(idField),
  originalLocal: v.nullable(localField),
  startsAt: instantField,
  endsAt: instantField,
  dueAt: instantField,
};

/** What became of the reminders of one meeting, stage and start: shown, or found too late. */
const ledgerEntrySchema = v.looseObject({
  ...remindedEntries,
  /** All of the stage's times up to this one are settled, whichever of them was shown. */
  dueAt: instantField,
  shownAt: v.nullable(instantField),
  missedAt: v.nullable(instantField),
  /** The instant at which the user wants to hear of it again. */
  snoozedUntil: v.nullable(instantField),
});

/** What was shown and missed, kept on disk beside the documents: it makes each reminder come once. */
export const ledgerSchema = v.looseObject({
  version: v.literal(1),
  /** Meetings that ended by then are settled, with an entry or without. */
  settledUntil: instantField,
  entries: v.array(ledgerEntrySchema),
});

type Reminded = v.InferOutput<v.ObjectSchema<typeof remindedEntries, undefined>>;

export type LedgerEntry = Readonly<v.InferOutput<typeof ledgerEntrySchema>>;
export type Ledger = Readonly<v.InferOutput<typeof ledgerSchema>>;

/** One reminder of one meeting. Instants are UTC. */
export interface Reminder extends Readonly<Reminded> {
  /** Whole minutes since it was due: 0 when on time. */
  readonly lateMinutes: number;
}

/** Which entry is meant: a meeting that was moved is reminded of anew, under the same id. */
export type ReminderKey = Pick<Reminder, 'id' | 'startsAt'>;

/** How far back meetings are still listed as missed, and entries kept. */
export const keptDays = 90;
/** Kept whatever their age, for a clock that was wrong by years and has been set right. */
const keptEntries = 200;
/** How late a reminder that was snoozed beyond the end of its meeting may still come. */
const snoozeGraceMinutes = 5;

/** The ledger of an app that has never run: what is over is not its business. */
export function emptyLedger(now: string): Ledger {
  return { version: 1, settledUntil: now, entries: [] };
}

/** The entry of one meeting as it is timed now; null while nothing became of its reminders. */
export function findEntry(ledger: Ledger, key: ReminderKey): LedgerEntry | null {
  return ledger.entries.find((entry) => isEntryOf(entry, key)) ?? null;
}

/** Whether a snoozed reminder may still come, also when its meeting is over by then. */
export function isSnoozed({ snoozedUntil }: LedgerEntry, now: string): boolean {
  if (snoozedUntil === null) return false;
  return epochOf(now) < epochOf(addMinutes(snoozedUntil, snoozeGraceMinutes));
}

/** Notes that reminders were shown at `now`; an earlier snooze of theirs is over. */
export function recordShown(ledger: Ledger, shown: readonly Reminder[], now: string): Ledger {
  return shown.reduce((kept, reminder) => {
    const before = findEntry(kept, reminder);
    // Missed by a clock that has gone back since: what it settled counts no longer.
    const settled = before?.missedAt === null ? before : reminder;
    const dueAt = laterOf(reminder.dueAt, settled.dueAt);
    return withEntry(kept, { ...entryFor(reminder), dueAt, shownAt: now });
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
  const entry = findEntry(ledger, key);
  const wasShown = (entry?.shownAt ?? null) !== null;
  if (entry === null || !wasShown) return ledger;
  return withEntry(ledger, { ...entry, snoozedUntil: until });
}

/**
 * Lets go of old entries, and notes that everything over by `now` is settled. Only right after a
 * plan that was made at `now` has been recorded as shown and missed.
 */
export function pruneLedger(ledger: Ledger, now: string): Ledger {
  const oldest = epochOf(addMinutes(now, -keptDays * 24 * 60));
  const firstKept = ledger.entries.length - keptEntries;
  const entries = ledger.entries.filter(
    ({ endsAt }, index) => index >= firstKept || epochOf(endsAt) > oldest,
  );
  return { ...ledger, settledUntil: now, entries };
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
  };
}

function withEntry(ledger: Ledger, entry: LedgerEntry): Ledger {
  const others = ledger.entries.filter((other) => !isEntryOf(other, entry));
  return { ...ledger, entries: [...others, entry] };
}

function isEntryOf(entry: LedgerEntry, { id, startsAt }: ReminderKey): boolean {
  return entry.id === id && epochOf(entry.startsAt) === epochOf(startsAt);
}

function laterOf(one: string, other: string): string {
  return epochOf(one) >= epochOf(other) ? one : other;
}
