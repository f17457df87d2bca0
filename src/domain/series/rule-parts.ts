import type { Weekday } from '../time/weekdays.ts';
import { weekdays } from '../time/weekdays.ts';

/** The last moment of a rule, in one of the forms that calendars write. */
export type Until =
  /** The whole of this day counts, in the zone of the series. */
  | { readonly kind: 'date'; readonly date: string }
  | { readonly kind: 'local'; readonly local: string }
  | { readonly kind: 'instant'; readonly instant: string };

/** A weekday in a rule; `nth` counts within the month or year, from the end when negative. */
export interface RuleWeekday {
  readonly nth: number | null;
  readonly weekday: Weekday;
}

export const weekdayCodes: Readonly<Record<Weekday, string>> = {
  1: 'MO',
  2: 'TU',
  3: 'WE',
  4: 'TH',
  5: 'FR',
  6: 'SA',
  7: 'SU',
};

export const numberParts = [
  'BYMONTH',
  'BYWEEKNO',
  'BYYEARDAY',
  'BYMONTHDAY',
  'BYHOUR',
  'BYMINUTE',
  'BYSETPOS',
] as const;
export type NumberPart = (typeof numberParts)[number];

/** What RFC 5545 allows; where `isSigned`, also the same numbers counted from the end. */
const ranges: Readonly<
  Record<NumberPart, { readonly from: number; readonly to: number; readonly isSigned: boolean }>
> = {
  BYMONTH: { from: 1, to: 12, isSigned: false },
  BYWEEKNO: { from: 1, to: 53, isSigned: true },
  BYYEARDAY: { from: 1, to: 366, isSigned: true },
  BYMONTHDAY: { from: 1, to: 31, isSigned: true },
  BYHOUR: { from: 0, to: 23, isSigned: false },
  BYMINUTE: { from: 0, to: 59, isSigned: false },
  BYSETPOS: { from: 1, to: 366, isSigned: true },
};

/** A list such as `1,-1`, each number once; null when one is out of its part's range. */
export function readNumbers(part: NumberPart, text: string): readonly number[] | null {
  const { from, to, isSigned } = ranges[part];
  const numbers = new Set<number>();
  for (const item of text.split(',')) {
    if (!/^[+-]?\d{1,3}$/.test(item)) return null;
    const size = Math.abs(Number(item));
    if (size < from || size > to || (item.startsWith('-') && !isSigned)) return null;
    numbers.add(Number(item));
  }
  return [...numbers];
}

/** A list such as `MO,WE` or `-1FR`; null when an entry is not a weekday. */
export function readWeekdays(text: string): readonly RuleWeekday[] | null {
  const days: RuleWeekday[] = [];
  for (const item of text.split(',')) {
    const found = /^([+-]?\d{1,2})?([A-Z]{2})$/.exec(item);
    const weekday = weekdays.find((candidate) => weekdayCodes[candidate] === found?.[2]);
    const nth = found?.[1] === undefined ? null : Number(found[1]);
    if (weekday === undefined || nth === 0 || Math.abs(nth ?? 1) > 53) return null;
    days.push({ nth, weekday });
  }
  return days;
}

/** An UNTIL value such as 20260316 or 20260316T130000Z; undefined when it is no date. */
export function readUntil(text: string): Until | undefined {
  const found = /^(\d{4})(\d{2})(\d{2})(?:T(\d{2})(\d{2})(\d{2})(Z)?)?$/.exec(text);
  if (found === null) return undefined;
  const [, year = '', month = '', day = '', hour, minute = '', second = '', utc] = found;
  const date = `${year}-${month}-${day}`;
  try {
    if (hour === undefined) return { kind: 'date', date: Temporal.PlainDate.from(date).toString() };
    const time = `${date}T${hour}:${minute}:${second}`;
    return utc === undefined
      ? { kind: 'local', local: Temporal.PlainDateTime.from(time).toString() }
      : { kind: 'instant', instant: Temporal.Instant.from(`${time}Z`).toString() };
  } catch {
    return undefined;
  }
}
