import type { CalendarEvent } from '../../../domain/calendar/calendar-event.ts';
import type { EventOutcome } from '../../../domain/calendar/merge-report.ts';
import type { GuessReason } from '../../../domain/calendar/guess.ts';
import type { OutcomeCounts, ReportReason, ReportRow } from '../../../domain/calendar/report.ts';
import { epochOf } from '../../../domain/time/instants.ts';
import type { EventNote } from '../../../domain/calendar/calendar-event.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';
import type { Choice } from '../../ui/choice.ts';
import { recurrenceWords } from '../../../messages/series-words.ts';
import { zoneCity } from '../../../messages/zone-city.ts';

type When = Pick<CalendarEvent, 'startLocal' | 'timeZone' | 'rule' | 'isAllDay'>;

/** When an event is, in words: "Every Monday, 10:00, New York time". */
export function whenWords(
  { startLocal, timeZone, rule, isAllDay }: When,
  format: Formatter,
  ownZone: string,
): string {
  const words = recurrenceWords({ rule, startLocal, timeZone }, format);
  if (isAllDay) return `${words}, ${m.calendar_all_day()}`;
  const time = format.time(`${startLocal.slice(0, 16)}:00Z`, 'UTC');
  const zone = timeZone === ownZone ? [] : [m.calendar_zone({ city: zoneCity(timeZone) })];
  return [words, time, ...zone].join(', ');
}

export const titleWords = (title: string): string => (title === '' ? m.calendar_untitled() : title);

/** "5 minutes ago", or "just now". */
export function agoWords(instant: string, now: string, format: Formatter): string {
  const minutes = (epochOf(now) - epochOf(instant)) / 60_000;
  if (minutes < 1) return m.calendar_ago_now();
  return m.calendar_ago({ time: format.duration(minutes) });
}

/** "in 5 minutes", or "soon". */
export function inWords(instant: string, now: string, format: Formatter): string {
  const minutes = (epochOf(instant) - epochOf(now)) / 60_000;
  if (minutes < 1) return m.calendar_in_now();
  return m.calendar_in({ time: format.duration(minutes) });
}

const reasons: Readonly<Record<GuessReason, (() => string) | null>> = {
  chosen: m.calendar_guess_chosen,
  learnt: m.calendar_guess_learnt,
  attendee: m.calendar_guess_attendee,
  'title-name': m.calendar_guess_title_name,
  title: m.calendar_guess_title,
  'two-people': m.calendar_guess_two_people,
  none: null,
};

/** What an event is guessed from; null when it is not guessed at all. */
export const guessWords = (reason: GuessReason): string | null => reasons[reason]?.() ?? null;

const outcomes: Readonly<Record<EventOutcome, () => string>> = {
  taken: m.calendar_outcome_taken,
  updated: m.calendar_outcome_updated,
  unchanged: m.calendar_outcome_unchanged,
  cancelled: m.calendar_outcome_cancelled,
  skipped: m.calendar_outcome_skipped,
};

export const outcomeWords = (outcome: EventOutcome): string => outcomes[outcome]();

/** Every outcome, with how often it came about, to choose from. */
export const outcomeChoices = (
  counts: OutcomeCounts,
  format: Formatter,
): readonly Choice<EventOutcome | 'all'>[] => [
  { value: 'all', label: m.calendar_outcome_all() },
  ...outcomeNames.map((outcome) => ({
    value: outcome,
    label: m.calendar_outcome_count({
      outcome: outcomeWords(outcome),
      count: format.number(counts[outcome]),
    }),
  })),
];

const outcomeNames = ['taken', 'updated', 'unchanged', 'cancelled', 'skipped'] as const;

const reasonNames: Readonly<Record<ReportReason, () => string>> = {
  'no-start': m.calendar_reason_no_start,
  'impossible-start': m.calendar_reason_impossible_start,
  'unknown-zone': m.calendar_reason_unknown_zone,
  'rule-unreadable': m.calendar_reason_rule_unreadable,
  'rule-unsupported': m.calendar_reason_rule_unsupported,
  'rule-too-often': m.calendar_reason_rule_too_often,
  'rule-too-many': m.calendar_reason_rule_too_many,
  'too-many-dates': m.calendar_reason_too_many_dates,
  'ends-before-it-starts': m.calendar_reason_ends_before_it_starts,
  'unreadable-line': m.calendar_reason_unreadable_line,
  'line-too-long': m.calendar_reason_line_too_long,
  'not-ended': m.calendar_reason_not_ended,
  'all-day': m.calendar_reason_all_day,
  'too-long': m.calendar_reason_too_long,
  cancelled: m.calendar_reason_cancelled,
  'older-version': m.calendar_reason_older_version,
  past: m.calendar_reason_past,
  instance: m.calendar_reason_instance,
  'own-time-replaced': m.calendar_reason_own_time_replaced,
  'not-chosen': m.calendar_reason_not_chosen,
  'not-one-to-one': m.calendar_reason_not_one_to_one,
  gone: m.calendar_reason_gone,
};

const noteNames: Readonly<Record<EventNote, () => string>> = {
  'floating-time': m.calendar_note_floating_time,
  'zone-matched': m.calendar_note_zone_matched,
  'dates-counted-out': m.calendar_note_dates_counted_out,
  'instance-unread': m.calendar_note_instance_unread,
};

/** Why an event became what it became, and how it was understood; empty where all is as it should be. */
export function reasonWords({ reason, notes, outcome }: ReportRow): string {
  const why = reason === null ? [] : [reasonNames[reason]()];
  // How an event was understood matters where something was made of it.
  const how = outcome === 'skipped' ? [] : notes.map((note) => noteNames[note]());
  return [...why, ...how].join(' ');
}
