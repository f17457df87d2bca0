import type { CalendarEvent } from '../../../domain/calendar/calendar-event.ts';
import type { GuessReason } from '../../../domain/calendar/guess.ts';
import type { ReportOutcome } from '../../../domain/calendar/report.ts';
import { epochOf } from '../../../domain/time/instants.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';
import { recurrenceWords } from '../series/series-words.ts';
import { zoneCity } from '../series/zones.ts';

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

export const titleWords = (title: string): string =>
  title === '' ? m.calendar_untitled() : title;

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

const outcomes: Readonly<Record<ReportOutcome, () => string>> = {
  taken: m.calendar_outcome_taken,
  updated: m.calendar_outcome_updated,
  unchanged: m.calendar_outcome_unchanged,
  cancelled: m.calendar_outcome_cancelled,
  skipped: m.calendar_outcome_skipped,
};

export const outcomeWords = (outcome: ReportOutcome): string => outcomes[outcome]();
