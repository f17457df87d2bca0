import * as v from 'valibot';
import {
  dateField,
  idField,
  localField,
  minutesField,
  textField,
  timeZoneField,
} from '../../domain/documents/fields.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Series } from '../../domain/documents/series.ts';
import type { SeriesChangeView } from '../views/series.ts';
import type { SavedFile } from '../views/share.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';

/** What of a series a user sets. */
const seriesValues = {
  startLocal: localField,
  timeZone: timeZoneField,
  durationMinutes: minutesField,
  rule: v.nullable(v.pipe(v.string(), v.maxLength(500))),
  place: textField,
};
/** One occurrence, by the wall time that the rule gave it. */
const occurrence = { seriesId: idField, originalLocal: localField };

/** The calls whose names begin with `series.`. */
export const seriesCalls = {
  'series.add': call<Series>()(v.strictObject({ personId: idField, ...seriesValues })),
  'series.remove': destructive<null>()(v.strictObject({ seriesId: idField })),
  /** What a form begins with that changes a series from one occurrence on, or as a whole. */
  'series.readChange': call<SeriesChangeView>()(
    v.strictObject({
      ...occurrence,
      /** Null for the next one. */
      originalLocal: v.nullable(localField),
    }),
  ),
  /** Changes all of a series; refused once one of it was held, unless only the place is another. */
  'series.change': destructive<null>()(v.strictObject({ seriesId: idField, ...seriesValues })),
  /** Changes a series from one occurrence on: a new one goes on where it ends. */
  'series.split': destructive<null>()(v.strictObject({ ...occurrence, ...seriesValues })),
  /** Ends a series on a calendar date, which may be its last. */
  'series.endOn': destructive<null>()(v.strictObject({ seriesId: idField, lastDate: dateField })),
  'series.moveOne': destructive<null>()(
    v.strictObject({ ...occurrence, startLocal: localField, durationMinutes: minutesField }),
  ),
  'series.cancelOne': destructive<null>()(v.strictObject(occurrence)),
  /** Makes an occurrence that was moved or cancelled as the rule gives it. */
  'series.putBack': destructive<null>()(v.strictObject(occurrence)),
  /** Asks where to, and saves the dates for other calendars; null when the user thinks better of it. */
  'series.export': call<SavedFile | null>()(v.strictObject({ seriesId: idField })),
  /** Opens the plan of a 1:1 that has no date yet; makes it when there is none. */
  'series.planUndated': call<Meeting>()(v.strictObject({ personId: idField })),
} as const satisfies CallsOf<'series'>;
