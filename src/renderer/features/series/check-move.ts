import { m } from '../../../messages/index.ts';
import { isDate, isLength, isTime } from './field-checks.ts';

/** The fields that say when one 1:1 is instead, as typed. */
interface MoveFields {
  readonly date: string;
  readonly time: string;
  readonly minutes: string;
}

/** Reads them, or says by field what is wrong. */
export function checkMove({ date, time, minutes }: MoveFields):
  | {
      readonly ok: true;
      readonly movedTo: { readonly startLocal: string; readonly durationMinutes: number };
    }
  | { readonly ok: false; readonly errors: Partial<MoveFields> } {
  const errors = {
    ...(isDate(date) ? {} : { date: m.app_series_date_missing() }),
    ...(isTime(time) ? {} : { time: m.app_series_time_missing() }),
    ...(isLength(minutes) ? {} : { minutes: m.app_series_minutes_wrong() }),
  };
  if (Object.keys(errors).length > 0) return { ok: false, errors };
  return {
    ok: true,
    movedTo: { startLocal: `${date}T${time}`, durationMinutes: Number(minutes) },
  };
}
