// Dates, times and lengths of time as the user's locale writes them.

/** The texts are English: any other language borrows British dates, so that a line reads as one. */
const textLanguage = 'en';
const fallbackLocale = 'en-GB';

export interface Formatter {
  /** "Monday, 30 November", in the given zone. */
  readonly day: (instant: string, timeZone: string) => string;
  /** "10:00", in the given zone. */
  readonly time: (instant: string, timeZone: string) => string;
  /** "Mon, 30 Nov, 10:00", in the given zone. */
  readonly dayAndTime: (instant: string, timeZone: string) => string;
  /** "23 November 2026 at 10:00", in the given zone. */
  readonly dateAndTime: (instant: string, timeZone: string) => string;
  /** "30 November 2026" for a calendar date such as 2026-11-30. */
  readonly date: (date: string) => string;
  /** "Mon 30 Nov" for a calendar date such as 2026-11-30. */
  readonly shortDate: (date: string) => string;
  /** "30 November" for a calendar date such as 2026-11-30, where the year says nothing. */
  readonly dayOfYear: (date: string) => string;
  /** "2 days", "3 hours" or "10 minutes", the largest unit that fits; at least one minute. */
  readonly duration: (minutes: number) => string;
  /** "today", "yesterday", "12 days ago", "3 weeks ago" or "2 months ago". */
  readonly daysAgo: (days: number) => string;
  /** "November 2026" for a month such as 2026-11. */
  readonly month: (month: string) => string;
  /** "Nov" for a month such as 2026-11. */
  readonly shortMonth: (month: string) => string;
  /** "Mon, 30 Nov", in the given zone. */
  readonly shortDay: (instant: string, timeZone: string) => string;
  /** "1 day" or "12.5 days", to half a day. */
  readonly days: (days: number) => string;
  readonly number: (value: number) => string;
  /** "412 bytes" or "3 kilobytes". */
  readonly size: (bytes: number) => string;
}

/**
 * Makes the formatter of a locale.
 * @param locale BCP 47, from the operating system
 */
export function createFormatter(locale: string): Formatter {
  const usable = usableLocale(locale);
  const inZone =
    (options: Intl.DateTimeFormatOptions) =>
    (instant: string, timeZone: string): string =>
      new Intl.DateTimeFormat(usable, { ...options, timeZone }).format(new Date(instant));
  // Made when first used: each takes its time, and the first screen needs few of them.
  const ofDate = (options: Intl.DateTimeFormatOptions): ((date: string) => string) => {
    let made: Intl.DateTimeFormat | undefined;
    return (date) => {
      made ??= new Intl.DateTimeFormat(usable, { ...options, timeZone: 'UTC' });
      return made.format(new Date(`${date}T00:00:00Z`));
    };
  };
  const month = ofDate({ month: 'long', year: 'numeric' });
  const shortMonth = ofDate({ month: 'short' });
  const numbers = new Intl.NumberFormat(usable);
  return {
    day: inZone({ weekday: 'long', day: 'numeric', month: 'long' }),
    time: inZone({ hour: '2-digit', minute: '2-digit' }),
    dayAndTime: inZone({
      weekday: 'short',
      day: 'numeric',
      month: 'short',
      hour: '2-digit',
      minute: '2-digit',
    }),
    dateAndTime: inZone({ dateStyle: 'long', timeStyle: 'short' }),
    date: ofDate({ dateStyle: 'long' }),
    shortDate: ofDate({ weekday: 'short', day: 'numeric', month: 'short' }),
    dayOfYear: ofDate({ day: 'numeric', month: 'long' }),
    duration: (minutes) => formatDuration(usable, minutes),
    daysAgo: (days) => formatDaysAgo(usable, days),
    month: (name) => month(`${name}-01`),
    shortMonth: (name) => shortMonth(`${name}-01`),
    shortDay: inZone({ weekday: 'short', day: 'numeric', month: 'short' }),
    days: (days) =>
      new Intl.NumberFormat(usable, { style: 'unit', unit: 'day', unitDisplay: 'long' }).format(
        Math.round(days * 2) / 2,
      ),
    number: (value) => numbers.format(value),
    size: (bytes) => formatSize(usable, bytes),
  };
}

function usableLocale(locale: string): string {
  try {
    const [known] = Intl.getCanonicalLocales(locale);
    return known?.split('-')[0] === textLanguage ? known : fallbackLocale;
  } catch {
    return fallbackLocale;
  }
}

function formatDuration(locale: string, minutes: number): string {
  const whole = Math.max(1, Math.round(minutes));
  const [value, unit] =
    whole >= 2880
      ? [Math.round(whole / 1440), 'day']
      : whole >= 120
        ? [Math.round(whole / 60), 'hour']
        : [whole, 'minute'];
  return new Intl.NumberFormat(locale, { style: 'unit', unit, unitDisplay: 'long' }).format(value);
}

function formatDaysAgo(locale: string, days: number): string {
  const [value, unit] =
    days >= 61
      ? [Math.round(days / 30.4), 'month' as const]
      : days >= 14
        ? [Math.round(days / 7), 'week' as const]
        : [days, 'day' as const];
  return new Intl.RelativeTimeFormat(locale, { numeric: 'auto' }).format(-value, unit);
}

function formatSize(locale: string, bytes: number): string {
  const [value, unit] =
    bytes < 1000
      ? [bytes, 'byte']
      : bytes < 1_000_000
        ? [bytes / 1000, 'kilobyte']
        : [bytes / 1_000_000, 'megabyte'];
  const options = { style: 'unit', unit, unitDisplay: 'long', maximumFractionDigits: 0 } as const;
  return new Intl.NumberFormat(locale, options).format(value);
}
