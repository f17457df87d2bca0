import * as v from 'valibot';
import { migrate } from '../documents/migrations.ts';
import type { Migration } from '../documents/migrations.ts';
import { idField, instantField, localField } from '../documents/fields.ts';
import { isJsonObject } from '../merge/json.ts';
import type { JsonObject } from '../merge/json.ts';

/** When a reminder comes: the working day before, minutes before the start, after the end. */
const reminderStages = ['prepare', 'starting', 'wrap-up'] as const;

const remindedEntries = {
  /** Stable for one meeting and stage, so that showing it again replaces what is on screen. */
  id: v.string(),
  stage: v.picklist(reminderStages),
  /** Minutes before the start; null in the stages that have one time alone. */
  leadMinutes: v.nullable(v.pipe(v.number(), v.integer(), v.minValue(0))),
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
  shownAt: v.nullable(instantField),
  missedAt: v.nullable(instantField),
  /** The instant at which the user wants to hear of it again. */
  snoozedUntil: v.nullable(instantField),
  /** When the user answered what was shown last, by opening or dismissing it. */
  acknowledgedAt: v.nullable(instantField),
  /** When the user saw it in the inbox. */
  readAt: v.nullable(instantField),
});

/** What was shown and missed, kept on disk beside the documents: it makes each reminder come once. */
const ledgerSchema = v.looseObject({
  version: v.literal(2),
  /** What was of no use any more by then is settled, with an entry or without. */
  settledUntil: instantField,
  entries: v.array(ledgerEntrySchema),
});

type Reminded = v.InferOutput<v.ObjectSchema<typeof remindedEntries, undefined>>;

/** Which of its times a reminder is about. */
export type ReminderStage = (typeof reminderStages)[number];
export type LedgerEntry = Readonly<v.InferOutput<typeof ledgerEntrySchema>>;
export type Ledger = Readonly<v.InferOutput<typeof ledgerSchema>>;

/** One reminder of one meeting. Instants are UTC. */
export interface Reminder extends Readonly<Reminded> {
  /** Whole minutes since it was due: 0 when on time. */
  readonly lateMinutes: number;
  /** Whether it comes again only because nobody has answered it. */
  readonly isRepeat: boolean;
}

/** The way of a ledger from its first version to the present one; see the documents' migrations. */
export const ledgerMigrations: readonly Migration[] = [addAnswers];

/** Reads a ledger of any version that ever was; throws for what is none. */
export function parseLedger(value: unknown): Ledger {
  return v.parse(ledgerSchema, isJsonObject(value) ? migrate(value, ledgerMigrations) : value);
}

/** From 1 to 2: entries are answered and read. Old ones are not news. */
function addAnswers(ledger: JsonObject): JsonObject {
  const { entries } = ledger;
  if (!Array.isArray(entries)) return ledger;
  return { ...ledger, entries: entries.map((entry: unknown) => answered(entry)) };
}

function answered(entry: unknown): unknown {
  if (!isJsonObject(entry)) return entry;
  const at = entry.shownAt ?? entry.missedAt ?? null;
  return { ...entry, acknowledgedAt: at, readAt: at };
}
