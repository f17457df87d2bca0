import { weeklyRule } from '../../../domain/series/rule.ts';
import { weekdayOf } from '../../../domain/time/weekdays.ts';
import type { CallInput } from '../../../ipc/contract.ts';
import { m } from '../../../messages/index.ts';
import { zoneMeant } from './zones.ts';

export type Repeat = 'weekly' | 'two-weekly' | 'once';

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
}

type DraftField = 'date' | 'time' | 'zone' | 'minutes';

/** Sentences by field, for those that are wrong. */
export type DraftErrors = Partial<Record<DraftField, string>>;

/** The draft as the contract wants it, without the person. */
export type SeriesValues = Omit<CallInput<'series.add'>, 'personId'>;

export type CheckedDraft =
  | { readonly ok: true; readonly values: SeriesValues }
  | { readonly ok: false; readonly errors: DraftErrors };

const longestMinutes = 1440;

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
  const errors: DraftErrors = {};
  if (!isDate(draft.date)) errors.date = m.app_series_date_missing();
  if (!/^\d{2}:\d{2}$/.test(draft.time)) errors.time = m.app_series_time_missing();
  const timeZone = zoneMeant(draft.zone, zones);
  if (timeZone === null) errors.zone = m.app_series_zone_unknown();
  const durationMinutes = Number(draft.minutes);
  if (!isLength(durationMinutes)) errors.minutes = m.app_series_minutes_wrong();
  if (timeZone === null || Object.keys(errors).length > 0) return { ok: false, errors };
  const startLocal = `${draft.date}T${draft.time}`;
  if (draft.repeat === 'once' && isPast(startLocal, timeZone, now)) {
    return { ok: false, errors: { date: m.app_series_date_past() } };
  }
  const rule = ruleOf(draft);
  return {
    ok: true,
    values: { startLocal, timeZone, durationMinutes, rule, place: draft.place.trim() },
  };
}

function ruleOf({ repeat, date }: SeriesDraft): string | null {
  if (repeat === 'once') return null;
  return weeklyRule({ interval: repeat === 'weekly' ? 1 : 2, weekday: weekdayOf(date) });
}

function isDate(text: string): boolean {
  return /^\d{4}-\d{2}-\d{2}$/.test(text) && !Number.isNaN(Date.parse(text));
}

function isLength(minutes: number): boolean {
  return Number.isInteger(minutes) && minutes >= 1 && minutes <= longestMinutes;
}

function isPast(startLocal: string, timeZone: string, now: string): boolean {
  const start = Temporal.PlainDateTime.from(startLocal).toZonedDateTime(timeZone);
  return start.epochMilliseconds <= Temporal.Instant.from(now).epochMilliseconds;
}
