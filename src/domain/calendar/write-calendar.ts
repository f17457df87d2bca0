import ICAL from 'ical.js';
import type { Series, SeriesException } from '../documents/series.ts';
import { ruleWithEnd } from '../series/rule-end.ts';
import { parseRule } from '../series/rule.ts';
import { epochOf, instantOf } from '../time/instants.ts';
import { observedIn } from './zone-for-others.ts';
import { uidOf } from './series-uid.ts';

/** What a calendar is told of a series: its times, and nothing of what is in its agendas. */
export interface CalendarWords {
  /** What the event is called. */
  readonly title: string;
  /** Who wrote the file, as calendars want to know: -//Name//Program//EN. */
  readonly program: string;
  /** UTC instant. */
  readonly now: string;
}

type JProperty = [string, Record<string, string>, string, unknown];
type JComponent = [string, JProperty[], JComponent[]];

/** A series as a calendar file that other programs read; null when it has no dates to tell. */
export function calendarOf(series: Series, words: CalendarWords): string | null {
  const rule = series.rule === null ? null : ruleForOthers(series, series.rule);
  if (rule === undefined) return null;
  const zone = zoneNameOf(series.timeZone);
  const calendar: JComponent = [
    'vcalendar',
    [
      ['version', {}, 'text', '2.0'],
      ['prodid', {}, 'text', words.program],
      ['calscale', {}, 'text', 'GREGORIAN'],
    ],
    [
      ...(zone === null ? [] : [zoneComponent(series, zone)]),
      wholeEvent(series, rule, words),
      ...series.exceptions.filter(isElsewhere(series)).map((one) => instance(series, one, words)),
    ],
  ];
  return `${ICAL.stringify(calendar)}\r\n`;
}

/**
 * UNTIL has to be an instant where the start has a zone (RFC 5545, 3.3.10). Undefined for a rule that
 * cannot be followed.
 */
function ruleForOthers({ timeZone }: Series, text: string): string | undefined {
  const parsed = parseRule(text);
  if (!parsed.ok) return undefined;
  const { until } = parsed.rule;
  if (until === null || until.kind === 'instant') return text.toUpperCase();
  const local = until.kind === 'date' ? `${until.date}T23:59:59` : until.local;
  const instant = instantOf(local, timeZone).replaceAll(/[-:]/g, '');
  return `${ruleWithEnd(text.toUpperCase(), { kind: 'never' })};UNTIL=${instant}`;
}

/** The TZID of a zone; null for UTC, which needs none. */
function zoneNameOf(timeZone: string): string | null {
  if (/^(?:UTC|Etc\/UTC|Etc\/GMT|GMT)$/i.test(timeZone)) return null;
  return /^[+-]/.test(timeZone) ? `UTC${timeZone.replace(':', '')}` : timeZone;
}

function zoneComponent({ timeZone, startLocal }: Series, zone: string): JComponent {
  const observed = observedIn(timeZone, Number(startLocal.slice(0, 4)) - 1);
  const parts = observed.map(({ kind, start, offsetFrom, offsetTo, rule }): JComponent => {
    const properties: JProperty[] = [
      ['dtstart', {}, 'date-time', start],
      ['tzoffsetfrom', {}, 'utc-offset', offsetFrom],
      ['tzoffsetto', {}, 'utc-offset', offsetTo],
      ...(rule === null ? [] : [recurring(rule)]),
    ];
    return [kind, properties, []];
  });
  return ['vtimezone', [['tzid', {}, 'text', zone]], parts];
}

function recurring(rule: string): JProperty {
  const value: unknown = ICAL.Recur.fromString(rule).toJSON();
  return ['rrule', {}, 'recur', value];
}

function wholeEvent(series: Series, rule: string | null, words: CalendarWords): JComponent {
  const { startLocal, durationMinutes, exceptions } = series;
  const cancelled = exceptions.filter(({ kind }) => kind === 'cancelled');
  const added = exceptions.filter(({ kind }) => kind === 'added');
  return [
    'vevent',
    [
      ...about(series, words),
      wallTime('dtstart', startLocal, series),
      ['duration', {}, 'duration', `PT${String(durationMinutes)}M`],
      ...(rule === null ? [] : [recurring(rule)]),
      ...cancelled.map((one) => wallTime('exdate', one.originalLocal, series)),
      ...added.map((one) => wallTime('rdate', one.originalLocal, series)),
    ],
    [],
  ];
}

type Placed = Exclude<SeriesException, { kind: 'cancelled' }>;

/** Whether an occurrence is at another time or of another length than its identity says. */
const isElsewhere =
  (series: Series) =>
  (exception: SeriesException): exception is Placed =>
    exception.kind !== 'cancelled' &&
    (exception.startLocal !== exception.originalLocal ||
      exception.durationMinutes !== series.durationMinutes);

function instance(series: Series, exception: Placed, words: CalendarWords): JComponent {
  const { originalLocal, startLocal, durationMinutes } = exception;
  return [
    'vevent',
    [
      ...about(series, words),
      wallTime('recurrence-id', originalLocal, series),
      wallTime('dtstart', startLocal, series),
      ['duration', {}, 'duration', `PT${String(durationMinutes)}M`],
    ],
    [],
  ];
}

function about(series: Series, { title, now }: CalendarWords): JProperty[] {
  const stamp = Temporal.Instant.from(now).toString({ smallestUnit: 'second' });
  // Whoever has an earlier version takes a later one for newer by this number alone.
  const minutesOld = Math.max(0, Math.floor((epochOf(now) - epochOf(series.createdAt)) / 60_000));
  return [
    ['uid', {}, 'text', uidOf(series)],
    ['dtstamp', {}, 'date-time', stamp],
    ['sequence', {}, 'integer', String(minutesOld)],
    ['summary', {}, 'text', title],
    ...(series.place === '' ? [] : [['location', {}, 'text', series.place] satisfies JProperty]),
  ];
}

function wallTime(name: string, local: string, { timeZone }: Series): JProperty {
  const time = Temporal.PlainDateTime.from(local).toString({ smallestUnit: 'second' });
  const zone = zoneNameOf(timeZone);
  return zone === null
    ? [name, {}, 'date-time', `${time}Z`]
    : [name, { tzid: zone }, 'date-time', time];
}
