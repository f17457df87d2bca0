import * as v from 'valibot';
import { compareTexts } from '../compare-texts.ts';
import {
  idField,
  instantField,
  localField,
  minutesField,
  storedTextField,
  timeZoneField,
} from './fields.ts';

/** One occurrence that differs from the rule; `originalLocal` is the wall time the rule gave it. */
const seriesExceptionSchema = v.variant('kind', [
  v.looseObject({
    kind: v.literal('cancelled'),
    originalLocal: localField,
    /** That the rule never gave it: put back, it is added beside the rule again. */
    wasAdded: v.optional(v.literal(true)),
  }),
  v.looseObject({
    kind: v.literal('moved'),
    originalLocal: localField,
    startLocal: localField,
    durationMinutes: minutesField,
  }),
  /** A date beside the rule, as calendars have them; it is known by what the calendar gave it. */
  v.looseObject({
    kind: v.literal('added'),
    originalLocal: localField,
    startLocal: localField,
    durationMinutes: minutesField,
  }),
]);

/** By what the rule gave, whatever the order in which they were made. */
const exceptionsField = v.pipe(
  v.array(seriesExceptionSchema),
  v.transform((exceptions) =>
    exceptions.toSorted((one, other) => compareTexts(one.originalLocal, other.originalLocal)),
  ),
);

/** The value of an RFC 5545 RRULE, such as FREQ=WEEKLY; null for a one-off. */
const ruleField = v.nullable(v.pipe(v.string(), v.maxLength(500)));

/** Which event of which calendar a series comes from. */
const calendarLinkSchema = v.looseObject({
  /** The calendar; null once that is gone. */
  sourceId: v.nullable(idField),
  uid: v.pipe(v.string(), v.minLength(1)),
  /** What tells a part of an event apart from the rest of it: an instant, in UTC. */
  recurrenceId: v.nullable(v.string()),
  sequence: v.pipe(v.number(), v.integer(), v.minValue(0)),
  /** When the calendar says that it was last changed; null when it does not. */
  changedAt: v.nullable(instantField),
  /** What the calendar gave last, against which is told what the user has changed since. */
  given: v.looseObject({
    startLocal: localField,
    timeZone: timeZoneField,
    durationMinutes: minutesField,
    rule: ruleField,
    exceptions: exceptionsField,
    place: storedTextField,
  }),
});

/**
 * A recurring (or one-off) 1:1 with one person. What is stored is what was meant: wall time, zone
 * and rule; instants are computed late.
 */
export const seriesSchema = v.looseObject({
  kind: v.literal('series'),
  version: v.literal(3),
  id: idField,
  personId: idField,
  /** Wall time of the anchor, the first occurrence. */
  startLocal: localField,
  timeZone: timeZoneField,
  durationMinutes: minutesField,
  rule: ruleField,
  exceptions: exceptionsField,
  /** A room or a link. */
  place: storedTextField,
  /** The series that this one goes on from, since its later occurrences were changed together. */
  continues: v.nullable(idField),
  /** Null for one that was made here. */
  calendar: v.nullable(calendarLinkSchema),
  createdAt: instantField,
});

export type Series = v.InferOutput<typeof seriesSchema>;
export type SeriesException = v.InferOutput<typeof seriesExceptionSchema>;
export type CalendarLink = v.InferOutput<typeof calendarLinkSchema>;
