import type { Attendee, CalendarEvent, EventProblem } from './calendar-event.ts';
import type { Component, ContentLine } from './content-lines.ts';
import type { DateTime } from './date-times.ts';
import { readDateTime, readDuration } from './date-times.ts';
import type { Property } from './property.ts';
import { plainValue, readProperty } from './property.ts';

/** A time as it is written: what it means depends on its zone. */
export interface WrittenTime extends DateTime {
  readonly timeZoneId: string | null;
}

/** A date beside the rule; its length is that of the event unless it has its own. */
export interface WrittenDate {
  readonly time: WrittenTime;
  readonly durationMinutes: number | null;
}

/** One VEVENT as it is written. */
export interface WrittenEvent extends Pick<
  CalendarEvent,
  'uid' | 'sequence' | 'changedAt' | 'title' | 'attendees' | 'organizer' | 'status' | 'place'
> {
  readonly line: number;
  readonly start: WrittenTime;
  readonly end: WrittenTime | null;
  readonly durationMinutes: number | null;
  readonly isAllDay: boolean;
  readonly rule: string | null;
  readonly cancelled: readonly WrittenTime[];
  readonly added: readonly WrittenDate[];
  readonly recurrenceId: WrittenTime | null;
  /** Whether it changes all later instances as well. */
  readonly isFromHereOn: boolean;
}

export type ReadEvent =
  | { readonly ok: true; readonly event: WrittenEvent }
  | {
      readonly ok: false;
      readonly uid: string;
      readonly title: string;
      readonly reason: EventProblem;
    };

/** More than a date a day for a decade is no 1:1, and takes long to follow. */
const maximumDates = 5000;

/** Reads one VEVENT; what cannot be read is a fault of this event alone. */
export function readEvent(component: Component): ReadEvent {
  const found = propertiesOf(component.properties);
  const [startLine] = found.get('DTSTART') ?? [];
  const title = oneLine(textOf(found, 'SUMMARY'));
  const uid = identityOf(textOf(found, 'UID')) || `${startLine?.values[0] ?? ''} ${title}`;
  const failed = (reason: EventProblem): ReadEvent => ({ ok: false, uid, title, reason });
  if (component.problem !== null) return failed(component.problem);
  if (startLine === undefined)
    return failed(hasUnread(component, 'DTSTART') ? 'unreadable-line' : 'no-start');
  const [start] = timesOf(startLine);
  if (start === undefined) return failed('impossible-start');
  const dates = [...(found.get('EXDATE') ?? []), ...(found.get('RDATE') ?? [])];
  if (dates.reduce((sum, { values }) => sum + values.length, 0) > maximumDates)
    return failed('too-many-dates');
  const rules = component.properties.filter(({ name }) => name === 'RRULE');
  const isBeyondRules = component.properties.some(({ name }) => name === 'EXRULE');
  if (rules.length > 1 || isBeyondRules) return failed('rule-unsupported');
  return {
    ok: true,
    event: {
      ...{ uid, title, start, line: component.line },
      ...whoAndWhere(found),
      ...versionOf(found),
      ...lengthOf(found),
      isAllDay: start.isDate || textOf(found, 'X-MICROSOFT-CDO-ALLDAYEVENT') === 'TRUE',
      rule: rules[0] === undefined ? null : plainValue(rules[0]),
      cancelled: (found.get('EXDATE') ?? []).flatMap(timesOf),
      added: (found.get('RDATE') ?? []).flatMap(datesOf),
      ...recurrenceOf(found),
    },
  };
}

type Found = ReadonlyMap<string, readonly Property[]>;

function propertiesOf(lines: readonly ContentLine[]): Found {
  const found = new Map<string, Property[]>();
  for (const line of lines) {
    // A rule has a form of its own, which is read with the series.
    const property = line.name === 'RRULE' ? null : readProperty(line);
    if (property === null) continue;
    const others = found.get(line.name);
    if (others === undefined) found.set(line.name, [property]);
    else others.push(property);
  }
  return found;
}

const hasUnread = ({ properties }: Component, name: string): boolean =>
  properties.some((line) => line.name === name);

const textOf = (found: Found, name: string): string => found.get(name)?.[0]?.values[0] ?? '';

const longestIdentity = 2000;

/** As it is written, save for what no line can keep. */
const identityOf = (uid: string): string =>
  uid
    .replaceAll(/\p{Cc}+/gu, ' ')
    .trim()
    .slice(0, longestIdentity);

const longestLine = 500;

/** What turns round all that stands after it, the app's own words included. */
const turningSigns = /[\u202A-\u202E]+/g;

const oneLine = (text: string): string =>
  text
    .replaceAll(turningSigns, '')
    .replaceAll(/[\s\p{Cc}]+/gu, ' ')
    .trim()
    .slice(0, longestLine);

function timesOf({ values, timeZoneId }: Property): readonly WrittenTime[] {
  return values.flatMap((value) => {
    const time = readDateTime(value.split('/', 1)[0] ?? '');
    return time === null ? [] : [{ ...time, timeZoneId }];
  });
}

function datesOf(property: Property): readonly WrittenDate[] {
  return property.values.flatMap((value) => {
    const [time] = timesOf({ ...property, values: [value] });
    return time === undefined ? [] : [{ time, durationMinutes: lengthOfPeriod(time, value) }];
  });
}

function lengthOfPeriod({ local }: DateTime, period: string): number | null {
  const [, end] = period.split('/');
  if (end === undefined) return null;
  const endTime = readDateTime(end);
  const minutes = endTime === null ? readDuration(end) : minutesBetween(local, endTime.local);
  return minutes !== null && minutes > 0 ? minutes : null;
}

const minutesBetween = (from: Temporal.PlainDateTime, to: Temporal.PlainDateTime): number =>
  from.until(to).total('minutes');

function whoAndWhere(found: Found): Pick<WrittenEvent, 'attendees' | 'organizer' | 'place'> {
  const people = (found.get('ATTENDEE') ?? []).filter(
    ({ parameters }) => !/^(?:room|resource)$/i.test(parameters.get('cutype') ?? ''),
  );
  const [organizer] = found.get('ORGANIZER') ?? [];
  return {
    attendees: people.map(attendeeOf),
    organizer: organizer === undefined ? null : attendeeOf(organizer),
    place: placeOf(found),
  };
}

function attendeeOf({ values, parameters }: Property): Attendee {
  const [value = ''] = values;
  const written = /^mailto:/i.test(value) ? value.slice('mailto:'.length) : value;
  const address = [written, parameters.get('email') ?? ''].find((one) => one.includes('@')) ?? '';
  return { name: oneLine(parameters.get('cn') ?? ''), address: address.trim().toLowerCase() };
}

const links = ['X-GOOGLE-CONFERENCE', 'X-MICROSOFT-SKYPETEAMSMEETINGURL', 'CONFERENCE', 'URL'];

function placeOf(found: Found): string {
  const location = oneLine(textOf(found, 'LOCATION'));
  const texts = links.map((name) => textOf(found, name).trim());
  const link = texts.find((text) => /^https?:\/\/\S+$/i.test(text)) ?? '';
  return location === '' ? link : location;
}

function versionOf(found: Found): Pick<WrittenEvent, 'sequence' | 'changedAt' | 'status'> {
  const sequence = Number(textOf(found, 'SEQUENCE'));
  const changed = readDateTime(textOf(found, 'LAST-MODIFIED'));
  const status = textOf(found, 'STATUS').trim().toUpperCase();
  return {
    sequence: Number.isSafeInteger(sequence) && sequence > 0 ? sequence : 0,
    changedAt: changed && `${changed.local.toString({ smallestUnit: 'second' })}Z`,
    status:
      status === 'CANCELLED' ? 'cancelled' : status === 'TENTATIVE' ? 'tentative' : 'confirmed',
  };
}

function lengthOf(found: Found): Pick<WrittenEvent, 'end' | 'durationMinutes'> {
  const [end = null] = (found.get('DTEND') ?? []).flatMap(timesOf);
  return { end, durationMinutes: end === null ? readDuration(textOf(found, 'DURATION')) : null };
}

function recurrenceOf(found: Found): Pick<WrittenEvent, 'recurrenceId' | 'isFromHereOn'> {
  const [property] = found.get('RECURRENCE-ID') ?? [];
  const [recurrenceId = null] = property === undefined ? [] : timesOf(property);
  const range = property?.parameters.get('range')?.toUpperCase();
  return { recurrenceId, isFromHereOn: recurrenceId !== null && range === 'THISANDFUTURE' };
}
