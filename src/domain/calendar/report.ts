import * as v from 'valibot';
import type { CalendarChoice } from '../documents/calendar.ts';
import { instantField } from '../documents/fields.ts';
import type { CalendarEvent, EventNote } from './calendar-event.ts';
import { plainWords } from './event-titles.ts';
import type { EventOutcome, EventReason, EventReport } from './merge-report.ts';

const outcomes = [
  'taken',
  'updated',
  'unchanged',
  'cancelled',
  'skipped',
] as const satisfies readonly EventOutcome[];
export const reportOutcomeField = v.picklist(outcomes);

/** Why an event became what it became, or what the user had said of it. */
export type ReportReason = EventReason | 'not-one-to-one';

const reasonField = v.picklist([
  ...(['all-day', 'too-long', 'cancelled', 'not-chosen', 'older-version', 'gone'] as const),
  ...(['past', 'instance', 'own-time-replaced', 'not-one-to-one'] as const),
  ...(['no-start', 'impossible-start', 'unknown-zone', 'rule-unreadable'] as const),
  ...(['rule-unsupported', 'rule-too-often', 'rule-too-many', 'too-many-dates'] as const),
  ...(['ends-before-it-starts', 'unreadable-line', 'line-too-long', 'not-ended'] as const),
] as const satisfies readonly ReportReason[]);

const noteField = v.picklist([
  ...(['floating-time', 'zone-matched', 'dates-counted-out', 'instance-unread'] as const),
] as const satisfies readonly EventNote[]);

const rowSchema = v.object({
  title: v.string(),
  /** When it is; null for what could not be read, or is there no more. */
  when: v.nullable(
    v.object({
      startLocal: v.string(),
      timeZone: v.string(),
      rule: v.nullable(v.string()),
      isAllDay: v.boolean(),
    }),
  ),
  outcome: reportOutcomeField,
  reason: v.nullable(reasonField),
  notes: v.array(noteField),
  /** Whose 1:1 it is; null when it is none, or nobody's yet. */
  personId: v.nullable(v.string()),
});

/** What became of one event. */
export type ReportRow = v.InferOutput<typeof rowSchema>;

/** What this computer keeps of the last reading of a calendar. */
export const reportSchema = v.object({
  version: v.literal(1),
  /** UTC instant. */
  at: instantField,
  rows: v.array(rowSchema),
  /** How many events could be 1:1s, and nobody has said. */
  undecided: v.number(),
});

export type CalendarReport = v.InferOutput<typeof reportSchema>;

/**
 * The lines of a report, as it is kept.
 * @param choices by UID: what the user has said of events, which also tells what one was called that is
 * not in the calendar any more
 */
export function reportRows(
  reports: readonly EventReport[],
  events: readonly CalendarEvent[],
  choices: ReadonlyMap<string, CalendarChoice>,
): ReportRow[] {
  const byKey = new Map(events.map((event) => [keyOf(event), event]));
  return reports.map((report) => {
    const { uid, outcome, reason, notes, personId } = report;
    const choice = choices.get(uid);
    const title = report.title || (choice?.title ?? '');
    const event = byKey.get(keyOf(report));
    const isSaid = reason === 'not-chosen' && choice?.personId === null;
    return {
      ...{ title, outcome, reason: isSaid ? 'not-one-to-one' : reason, notes: [...notes] },
      ...{ personId, when: event === undefined ? null : whenOf(event) },
    };
  });
}

const keyOf = ({ uid, recurrenceId }: Pick<CalendarEvent, 'uid' | 'recurrenceId'>): string =>
  `${recurrenceId ?? ''} ${uid}`;

const whenOf = ({ startLocal, timeZone, rule, isAllDay }: CalendarEvent) => ({
  ...{ startLocal, timeZone, rule, isAllDay },
});

export type OutcomeCounts = Readonly<Record<EventOutcome, number>>;

/** How many events became what; `undecided` could be 1:1s, and nobody has said yet. */
export interface CalendarCounts extends OutcomeCounts {
  readonly undecided: number;
}

/** The figures of a report. */
export function countsOf({
  rows,
  undecided,
}: {
  readonly rows: readonly Pick<ReportRow, 'outcome'>[];
  readonly undecided: number;
}): CalendarCounts {
  const counts = { taken: 0, updated: 0, unchanged: 0, cancelled: 0, skipped: 0 };
  for (const { outcome } of rows) counts[outcome] += 1;
  return { ...counts, undecided };
}

const importance: Readonly<Record<EventOutcome, number>> = {
  ...{ taken: 0, updated: 1, cancelled: 2, unchanged: 3, skipped: 4 },
};

/**
 * The lines that fit what is looked for: what happened comes first, and of what was left out, that which
 * could not be read before that which nobody chose.
 */
export function findRows(
  rows: readonly ReportRow[],
  wanted: { readonly text: string; readonly outcome: EventOutcome | null },
): readonly ReportRow[] {
  const words = plainWords(wanted.text);
  const rank = ({ outcome, reason }: ReportRow): number =>
    importance[outcome] + (reason === 'not-chosen' ? 0.5 : 0);
  return rows
    .filter(({ outcome }) => wanted.outcome === null || outcome === wanted.outcome)
    .filter(({ title }) => plainWords(title).includes(words))
    .toSorted((one, other) => rank(one) - rank(other));
}
