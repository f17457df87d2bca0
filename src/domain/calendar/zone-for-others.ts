import { offsetText } from './offset-text.ts';

/** One kind of time of a zone, as a VTIMEZONE has it. */
export interface Observed {
  readonly kind: 'standard' | 'daylight';
  /** The wall time, by the clocks before, at which it begins. */
  readonly start: string;
  readonly offsetFrom: string;
  readonly offsetTo: string;
  /** The value of an RRULE by which it begins again; null when it begins once. */
  readonly rule: string | null;
}

interface Onset {
  readonly local: Temporal.PlainDateTime;
  readonly fromMinutes: number;
  readonly toMinutes: number;
}

/** Clock changes of the far future follow the rules of today; those that follow none are told so long. */
const yearsAhead = 20;
/** Fewer changes in a row than this are no rule. */
const fewestOfRule = 3;

/**
 * What a zone's clocks do from a year on, in the form that calendars exchange: for those that do not
 * know the zone by its name.
 */
export function observedIn(timeZone: string, fromYear: number): readonly Observed[] {
  const from = Temporal.PlainDateTime.from({ year: fromYear, month: 1, day: 1 });
  const start = from.toZonedDateTime(timeZone);
  const until = start.add({ years: yearsAhead });
  const onsets = onsetsBetween(start, until);
  const offset = offsetText(minutesOf(start));
  const first: Observed = {
    ...{ kind: 'standard', start: localText(from), rule: null },
    ...{ offsetFrom: offset, offsetTo: offset },
  };
  const kinds = Map.groupBy(onsets, (one) => `${String(one.fromMinutes)} ${String(one.toMinutes)}`);
  return [first, ...[...kinds.values()].flatMap((same) => runsOf(same, until.year))];
}

function onsetsBetween(
  start: Temporal.ZonedDateTime,
  until: Temporal.ZonedDateTime,
): readonly Onset[] {
  const onsets: Onset[] = [];
  let before = start;
  for (;;) {
    const next = before.getTimeZoneTransition('next');
    if (next === null || Temporal.ZonedDateTime.compare(next, until) >= 0) return onsets;
    const last = next.subtract({ nanoseconds: 1 });
    const [fromMinutes, toMinutes] = [minutesOf(last), minutesOf(next)];
    const local = next
      .toInstant()
      .toZonedDateTimeISO('UTC')
      .add({ minutes: fromMinutes })
      .toPlainDateTime();
    // A zone may change its name alone.
    if (fromMinutes !== toMinutes) onsets.push({ local, fromMinutes, toMinutes });
    before = next;
  }
}

const minutesOf = ({ offsetNanoseconds }: Temporal.ZonedDateTime): number =>
  Math.round(offsetNanoseconds / 60_000_000_000);

/** Puts changes of the same kind together, where they follow a rule from year to year. */
function runsOf(onsets: readonly Onset[], lastYear: number): readonly Observed[] {
  const observed: Observed[] = [];
  let rest = onsets;
  while (rest.length > 0) {
    const { rule, count } = longestRule(rest);
    const run = rest.slice(0, count);
    rest = rest.slice(count);
    const [first, last] = [run[0], run.at(-1)];
    if (first === undefined || last === undefined) return observed;
    const isOpen = last.local.year >= lastYear - 1;
    const end = isOpen ? '' : `;UNTIL=${utcText(last)}`;
    observed.push({
      kind: first.toMinutes > first.fromMinutes ? 'daylight' : 'standard',
      start: localText(first.local),
      offsetFrom: offsetText(first.fromMinutes),
      offsetTo: offsetText(first.toMinutes),
      rule: rule === null ? null : `${rule}${end}`,
    });
  }
  return observed;
}

/** The rule that the most changes follow, from the first; one alone follows none. */
function longestRule(onsets: readonly Onset[]): {
  readonly rule: string | null;
  readonly count: number;
} {
  const [first] = onsets;
  const rules = first === undefined ? [] : rulesOf(first.local);
  const counted = rules.map((rule) => ({ rule, count: followers(onsets, rule) }));
  const [best] = counted.toSorted((one, other) => other.count - one.count);
  return best !== undefined && best.count >= fewestOfRule ? best : { rule: null, count: 1 };
}

function followers(onsets: readonly Onset[], rule: string): number {
  const [first] = onsets;
  const stranger = onsets.findIndex(
    ({ local }, place) =>
      local.year !== (first?.local.year ?? 0) + place ||
      !local.toPlainTime().equals(first?.local.toPlainTime() ?? local.toPlainTime()) ||
      !rulesOf(local).includes(rule),
  );
  return stranger === -1 ? onsets.length : stranger;
}

const weekdayCodes = ['MO', 'TU', 'WE', 'TH', 'FR', 'SA', 'SU'];

/** The rules by which a day comes every year: by its date, by its weekday from either end of the month. */
function rulesOf({
  month,
  day,
  dayOfWeek,
  daysInMonth,
}: Temporal.PlainDateTime): readonly string[] {
  const yearly = `FREQ=YEARLY;BYMONTH=${String(month)}`;
  const weekday = weekdayCodes[dayOfWeek - 1] ?? 'MO';
  const nth = `${yearly};BYDAY=${String(Math.ceil(day / 7))}${weekday}`;
  const last = day + 7 > daysInMonth ? [`${yearly};BYDAY=-1${weekday}`] : [];
  return [...last, nth, `${yearly};BYMONTHDAY=${String(day)}`];
}

const localText = (local: Temporal.PlainDateTime): string =>
  local.toString({ smallestUnit: 'second' });

function utcText({ local, fromMinutes }: Onset): string {
  const utc = localText(local.subtract({ minutes: fromMinutes }));
  return `${utc.replaceAll(/[-:]/g, '')}Z`;
}
