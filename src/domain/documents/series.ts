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
  v.looseObject({ kind: v.literal('cancelled'), originalLocal: localField }),
  v.looseObject({
    kind: v.literal('moved'),
    originalLocal: localField,
    startLocal: localField,
    durationMinutes: minutesField,
  }),
]);

/**
 * A recurring (or one-off) 1:1 with one person. What is stored is what was meant: wall time, zone
 * and rule; instants are computed late.
 */
export const seriesSchema = v.looseObject({
  kind: v.literal('series'),
  version: v.literal(2),
  id: idField,
  personId: idField,
  /** Wall time of the anchor, the first occurrence. */
  startLocal: localField,
  timeZone: timeZoneField,
  durationMinutes: minutesField,
  /** The value of an RFC 5545 RRULE, such as FREQ=WEEKLY; null for a one-off. */
  rule: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  /** By what the rule gave, whatever the order in which they were made. */
  exceptions: v.pipe(
    v.array(seriesExceptionSchema),
    v.transform((exceptions) =>
      exceptions.toSorted((one, other) => compareTexts(one.originalLocal, other.originalLocal)),
    ),
  ),
  /** A room or a link. */
  place: storedTextField,
  /** The series that this one goes on from, since its later occurrences were changed together. */
  continues: v.nullable(idField),
  createdAt: instantField,
});

export type Series = v.InferOutput<typeof seriesSchema>;
export type SeriesException = v.InferOutput<typeof seriesExceptionSchema>;
