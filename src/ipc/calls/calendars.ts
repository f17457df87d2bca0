import * as v from 'valibot';
import type { CalendarCounts } from '../../domain/calendar/report.ts';
import { reportOutcomeField } from '../../domain/calendar/report.ts';
import { idField, lineField } from '../../domain/documents/fields.ts';
import { relationshipField } from '../../domain/documents/person.ts';
import type {
  CalendarPreview,
  CalendarReportView,
  CalendarSubscribed,
  CalendarTaken,
  CalendarsView,
} from '../views/calendars.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { countingNumber, nothing, searchText } from './inputs.ts';

const calendarId = { calendarId: idField };
/** Which lines of a long list are shown. */
const page = {
  offset: countingNumber,
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
};
const calendarChoice = v.strictObject({
  uid: v.pipe(v.string(), v.minLength(1), v.maxLength(10_000)),
  whose: v.variant('kind', [
    v.strictObject({ kind: v.literal('person'), personId: idField }),
    /** Somebody who is not known yet, and is added. */
    v.strictObject({
      kind: v.literal('new'),
      name: lineField(200),
      relationship: relationshipField,
    }),
    v.strictObject({ kind: v.literal('none') }),
  ]),
});

/** The calls whose names begin with `calendars.`. */
export const calendarsCalls = {
  'calendars.list': call<CalendarsView>()(nothing),
  /** Fetches a calendar and keeps it up to date from then on, when it could be read. */
  'calendars.subscribe': call<CalendarSubscribed>()(
    v.strictObject({
      address: lineField(4000),
      name: v.optional(lineField(200)),
      /** The user has said that the host is one of their own network. */
      allowsOwnNetwork: v.optional(v.boolean()),
    }),
  ),
  /** Asks for a file, and reads it; null when the user thinks better of it. */
  'calendars.importFile': call<CalendarTaken | null>()(nothing),
  /** Reads a file that was dropped on the window. */
  'calendars.importDropped': call<CalendarTaken>()(
    v.strictObject({ fileName: lineField(500), bytes: v.instance(Uint8Array) }),
  ),
  'calendars.rename': call<null>()(v.strictObject({ ...calendarId, name: lineField(200) })),
  /** What was found in a calendar, what could be a 1:1 first; a page of it. */
  'calendars.preview': call<CalendarPreview>()(
    v.strictObject({ ...calendarId, ...page, text: searchText, isLikelyOnly: v.boolean() }),
  ),
  /** Says which events are 1:1s and whose; all that follows is one act. */
  'calendars.choose': destructive<CalendarCounts>()(
    v.strictObject({ ...calendarId, choices: v.pipe(v.array(calendarChoice), v.minLength(1)) }),
  ),
  /** What became of each event when the calendar was read last; a page of it. */
  'calendars.report': call<CalendarReportView>()(
    v.strictObject({
      ...calendarId,
      ...page,
      text: searchText,
      outcome: v.nullable(reportOutcomeField),
    }),
  ),
  /** Reads a subscription now. */
  'calendars.refresh': call<null>()(
    v.strictObject({ ...calendarId, allowsOwnNetwork: v.optional(v.boolean()) }),
  ),
  /** Takes a calendar away; its 1:1s stay, or go with it. */
  'calendars.remove': destructive<null>()(
    v.strictObject({ ...calendarId, series: v.picklist(['keep', 'remove']) }),
  ),
} as const satisfies CallsOf<'calendars'>;
