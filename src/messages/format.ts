// Dates, times and lengths of time as the user's locale writes them.

/** The texts are English: any other language borrows British dates, so that a line reads as one. */
export const textLanguage = 'en';
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
  /** "30 Nov" for a calendar date such as 2026-11-30, where the year says nothing. */
  readonly shortDayOfYear: (date: string) => string;
  /** "2 days", "3 hours" or "10 minutes", the largest unit that fits; at least one minute. */
  readonly duration: (minutes: number) => string;
  /** "today", "yesterday", "12 days ago", "5 weeks ago", "3 months ago" or "2 years ago". */
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
  // Made when first used, and kept: each takes its time, the first screen needs few of them, and a
  // history asks the same one hundreds of times.
  const inZone = (options: Intl.DateTimeFormatOptions) => {
    const ofZone = once((timeZone) => new Intl.DateTimeFormat(usable, { ...options, timeZone }));
    return (instant: string, timeZone: string): string =>
      ofZone(timeZone).format(new Date(instant));
  };
  const ofDate = (options: Intl.DateTimeFormatOptions): ((date: string) => string) => {
    const ofInstant = inZone(options);
    return (date) => ofInstant(`${date}T00:00:00Z`, 'UTC');
  };
  const inUnit = once(
    (unit) =>
      new Intl.NumberFormat(usable, {
        ...{ style: 'unit', unit, unitDisplay: 'long' },
        maximumFractionDigits: 1,
      }),
  );
  const ago = once(() => new Intl.RelativeTimeFormat(usable, { numeric: 'auto' }));
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
    shortDayOfYear: ofDate({ day: 'numeric', month: 'short' }),
    duration: (minutes) => {
      const [value, unit] = durationOf(minutes);
      return inUnit(unit).format(value);
    },
    daysAgo: (days) => {
      const [value, unit] = ageOf(days);
      return ago('').format(-value, unit);
    },
    month: (name) => month(`${name}-01`),
    shortMonth: (name) => shortMonth(`${name}-01`),
    shortDay: inZone({ weekday: 'short', day: 'numeric', month: 'short' }),
    days: (days) => inUnit('day').format(Math.round(days * 2) / 2),
    number: (value) => numbers.format(value),
    size: (bytes) => {
      const [value, unit] = sizeOf(bytes);
      return inUnit(unit).format(value);
    },
  };
}

/** Makes each thing when it is first asked for by its name, and gives the same one from then on. */
function once<Made>(make: (name: string) => Made): (name: string) => Made {
  const made = new Map<string, Made>();
  return (name) => {
    const known = made.get(name) ?? make(name);
    made.set(name, known);
    return known;
  };
}

/** A value with its unit, as Intl names it. */
type Quantity = readonly [value: number, unit: string];

function usableLocale(locale: string): string {
  try {
    const [known] = Intl.getCanonicalLocales(locale);
    return known?.split('-')[0] === textLanguage ? known : fallbackLocale;
  } catch {
    return fallbackLocale;
  }
}

function durationOf(minutes: number): Quantity {
  const whole = Math.max(1, Math.round(minutes));
  if (whole >= 2880) return [Math.round(whole / 1440), 'day'];
  return whole >= 120 ? [Math.round(whole / 60), 'hour'] : [whole, 'minute'];
}

/** In days as long as one counts them, since that is how 1:1s are agreed: then the coarser the longer. */
function ageOf(days: number): readonly [value: number, unit: Intl.RelativeTimeFormatUnit] {
  if (days < 28) return [Math.max(0, days), 'day'];
  if (days < 70) return [Math.round(days / 7), 'week'];
  if (days < 700) return [Math.round(days / 30.44), 'month'];
  return [Math.round(days / 365.25), 'year'];
}

function sizeOf(bytes: number): Quantity {
  if (bytes < 1000) return [bytes, 'byte'];
  return bytes < 1_000_000
    ? [Math.round(bytes / 1000), 'kilobyte']
    : [Math.round(bytes / 1_000_000), 'megabyte'];
}
