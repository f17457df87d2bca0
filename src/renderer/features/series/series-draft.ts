import type { RuleProblem } from '../../../domain/series/rule.ts';
import { parseRule } from '../../../domain/series/rule.ts';
import { ruleWithEnd } from '../../../domain/series/rule-end.ts';
import type { MonthDay, UsualRhythm } from '../../../domain/series/usual-rules.ts';
import { usualRule } from '../../../domain/series/usual-rules.ts';
import type { Weekday } from '../../../domain/time/weekdays.ts';
import { weekdayOf } from '../../../domain/time/weekdays.ts';
import type { CallInput } from '../../../ipc/contract.ts';
import { m } from '../../../messages/index.ts';
import { isDate, isLength, isTime, isWhole } from './field-checks.ts';
import { zoneMeant } from './zones.ts';

/** How often; `own` is a rule as it is written, `undated` a plan without a date. */
export type Repeat =
  'weekly' | 'two-weekly' | 'three-weekly' | 'monthly' | 'once' | 'undated' | 'own';

export type Ending = 'never' | 'date' | 'count';

/** What stands in the fields of the form, as typed. */
export interface SeriesDraft {
  readonly repeat: Repeat;
  /** A calendar date such as 2026-11-24; empty while there is none. */
  readonly date: string;
  /** A wall time such as 10:00; empty while there is none. */
  readonly time: string;
  readonly zone: string;
  readonly minutes: string;
  readonly place: string;
  /** The days of a weekly rhythm; null for the one that the date is. */
  readonly weekdays: readonly Weekday[] | null;
  readonly monthDay: MonthDay;
  readonly ending: Ending;
  /** The last date, where it ends on one. */
  readonly lastDate: string;
  /** How many times, where it ends after some. */
  readonly times: string;
  /** The rule as somebody wrote it. */
  readonly ownRule: string;
}

type DraftField = 'date' | 'time' | 'zone' | 'minutes' | 'weekdays' | 'lastDate' | 'times' | 'rule';

/** Sentences by field, for those that are wrong; in the order of the form. */
export type DraftErrors = Partial<Record<DraftField, string>>;

/** The draft as the contract wants it, without the person. */
export type SeriesValues = Omit<CallInput<'series.add'>, 'personId'>;

export type CheckedDraft =
  | {
      readonly ok: true;
      /** Null for a plan without a date. */
      readonly values: SeriesValues | null;
    }
  | { readonly ok: false; readonly errors: DraftErrors };

const mostTimes = 2000;
const longestRule = 500;

/** What a new series begins with: the next working day at ten, half an hour, each week. */
export function emptyDraft(now: string, machineZone: string): SeriesDraft {
  let day = Temporal.Instant.from(now).toZonedDateTimeISO(machineZone).toPlainDate();
  do day = day.add({ days: 1 });
  while (day.dayOfWeek > 5);
  return {
    repeat: 'weekly',
    date: day.toString(),
    time: '10:00',
    zone: machineZone,
    minutes: '30',
    place: '',
    weekdays: null,
    monthDay: 'date',
    ending: 'never',
    lastDate: '',
    times: '10',
    ownRule: '',
  };
}

/**
 * Reads the fields.
 * @param now the instant that a single date must not lie before
 * @param zones the zones to choose from
 */
export function checkDraft(
  draft: SeriesDraft,
  now: string,
  zones: readonly string[],
): CheckedDraft {
  if (draft.repeat === 'undated') return { ok: true, values: null };
  const timeZone = zoneMeant(draft.zone, zones);
  const errors = errorsOf(draft, timeZone);
  if (timeZone === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const { rule, firstDate } = ruleOf(draft);
  const startLocal = `${firstDate}T${draft.time}`;
  if (draft.repeat === 'once' && isPast(startLocal, timeZone, now)) {
    return { ok: false, errors: { date: m.app_series_date_past() } };
  }
  if (isEndedByDate(draft) && draft.lastDate < firstDate) {
    return { ok: false, errors: { lastDate: m.series_last_date_early() } };
  }
  const [durationMinutes, place] = [Number(draft.minutes), draft.place.trim()];
  return { ok: true, values: { startLocal, timeZone, durationMinutes, rule, place } };
}

/** Whether the draft recurs by a rhythm of the form, whose end the form asks for. */
export const hasRhythm = ({ repeat }: SeriesDraft): boolean => rhythms.includes(repeat);

const rhythms: readonly Repeat[] = ['weekly', 'two-weekly', 'three-weekly', 'monthly'];

/** The weekdays that a weekly draft means. */
export function weekdaysOf({ weekdays, date }: SeriesDraft): readonly Weekday[] {
  if (weekdays !== null) return weekdays;
  return isDate(date) ? [weekdayOf(date)] : [];
}

/** The rule that the draft means, and its first date, which may be later than the one typed. */
export function ruleOf(draft: SeriesDraft): {
  readonly rule: string | null;
  readonly firstDate: string;
} {
  const { repeat, date, ownRule } = draft;
  if (repeat === 'own') return { rule: plainRule(ownRule), firstDate: date };
  const rhythm = rhythmOf(draft);
  if (rhythm === null || !isDate(date)) return { rule: null, firstDate: date };
  const { rule, firstDate } = usualRule(rhythm, date);
  return { rule: ruleWithEnd(rule, endOf(draft)), firstDate };
}

function rhythmOf(draft: SeriesDraft): UsualRhythm | null {
  const weeks = weeksOf(draft.repeat);
  if (weeks !== null) return { kind: 'weekly', interval: weeks, weekdays: weekdaysOf(draft) };
  return draft.repeat === 'monthly' ? { kind: 'monthly', on: draft.monthDay } : null;
}

/** In how many weeks a weekly rhythm comes again; null for what is none. */
function weeksOf(repeat: Repeat): number | null {
  const weekly: readonly Repeat[] = ['weekly', 'two-weekly', 'three-weekly'];
  return weekly.includes(repeat) ? weekly.indexOf(repeat) + 1 : null;
}

function endOf({ ending, lastDate, times }: SeriesDraft): Parameters<typeof ruleWithEnd>[1] {
  if (ending === 'date' && isDate(lastDate)) return { kind: 'date', date: lastDate };
  return ending === 'count' ? { kind: 'count', count: Number(times) } : { kind: 'never' };
}

const isEndedByDate = (draft: SeriesDraft): boolean => hasRhythm(draft) && draft.ending === 'date';

/** A rule as it was pasted, without what calendars write around it. */
const plainRule = (text: string): string => text.trim().replace(/^RRULE:/i, '');

function errorsOf(draft: SeriesDraft, timeZone: string | null): DraftErrors {
  const errors: DraftErrors = {};
  if (!isDate(draft.date)) errors.date = m.app_series_date_missing();
  if (!isTime(draft.time)) errors.time = m.app_series_time_missing();
  if (!isLength(draft.minutes)) errors.minutes = m.app_series_minutes_wrong();
  if (weeksOf(draft.repeat) !== null && draft.weekdays?.length === 0)
    errors.weekdays = m.series_weekdays_missing();
  if (isEndedByDate(draft) && !isDate(draft.lastDate))
    errors.lastDate = m.series_last_date_missing();
  if (hasRhythm(draft) && draft.ending === 'count' && !isWhole(draft.times, mostTimes))
    errors.times = m.series_times_wrong();
  if (timeZone === null) errors.zone = m.app_series_zone_unknown();
  const ruleError = draft.repeat === 'own' ? ruleSentence(draft.ownRule) : null;
  if (ruleError !== null) errors.rule = ruleError;
  return errors;
}

const ruleSentences: Record<RuleProblem, () => string> = {
  unreadable: m.series_rule_unreadable,
  unsupported: m.series_rule_unsupported,
  'too-often': m.series_rule_too_often,
  'too-many': m.series_rule_too_many,
};

/** What is wrong with a rule that somebody wrote; null when nothing is. */
export function ruleSentence(text: string): string | null {
  const rule = plainRule(text);
  if (rule.length > longestRule) return m.series_rule_too_long();
  const parsed = parseRule(rule);
  return parsed.ok ? null : ruleSentences[parsed.problem]();
}

function isPast(startLocal: string, timeZone: string, now: string): boolean {
  const start = Temporal.PlainDateTime.from(startLocal).toZonedDateTime(timeZone);
  return start.epochMilliseconds <= Temporal.Instant.from(now).epochMilliseconds;
}
