import * as v from 'valibot';
import type { DecisionModel } from '../domain/decision/model.ts';
import {
  dateField,
  idField,
  lineField,
  localField,
  minutesField,
  textField,
  timeZoneField,
} from '../domain/documents/fields.ts';
import type { DocumentKind } from '../domain/documents/document.ts';
import type { ActionItem, Meeting, TalkingPoint } from '../domain/documents/meeting.ts';
import { sideField, stanceField, visibilityField } from '../domain/documents/meeting.ts';
import type { Person } from '../domain/documents/person.ts';
import { relationshipField } from '../domain/documents/person.ts';
import type { Series } from '../domain/documents/series.ts';
import type { Settings } from '../domain/documents/settings.ts';
import { leadMinutesField, themeField } from '../domain/documents/settings.ts';
import type { Result } from './result.ts';
import type {
  AppView,
  BackupView,
  DataView,
  DocumentView,
  GuidePageSummary,
  GuidePageView,
  MeetingView,
  PersonSummary,
  PersonView,
  SeriesChangeView,
  TemplateSummary,
  TodayView,
} from './views.ts';

/** One call: what goes in is checked at run time, what comes out is known to the compiler. */
interface Call<Input extends v.GenericSchema, Output> {
  readonly input: Input;
  readonly isDestructive: boolean;
  /** Never set: carries the type of the answer. */
  readonly output?: Output;
}

/** A way back from an act: `undo.undo` takes the id, the label says what would be undone. */
export interface UndoTicket {
  readonly id: string;
  readonly label: string;
}

/** The answer of a destructive call always brings the way back with it. */
export interface Undoable<T> {
  readonly value: T;
  readonly undo: UndoTicket;
}

const call =
  <Output>() =>
  <Input extends v.GenericSchema>(input: Input): Call<Input, Output> => ({
    input,
    isDestructive: false,
  });

const destructive =
  <Output>() =>
  <Input extends v.GenericSchema>(input: Input): Call<Input, Undoable<Output>> => ({
    input,
    isDestructive: true,
  });

const nothing = v.undefined();
const meetingId = v.strictObject({ meetingId: idField });
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
const countingNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const documentVersion = {
  kind: v.picklist<readonly DocumentKind[]>([
    'person',
    'series',
    'meeting',
    'feedback',
    'template',
    'settings',
  ]),
  id: idField,
  /** Null for the newest that is remembered. */
  version: v.nullable(countingNumber),
};

/** Every call that a window can make. To add one: a line here, a handler in main. */
export const calls = {
  'app.read': call<AppView>()(nothing),
  'app.dismissNotice': call<null>()(v.strictObject({ noticeId: v.string() })),
  'app.openLink': call<null>()(v.strictObject({ url: v.pipe(v.string(), v.maxLength(2000)) })),

  'today.read': call<TodayView>()(nothing),

  'people.list': call<readonly PersonSummary[]>()(nothing),
  'people.read': call<PersonView>()(v.strictObject({ personId: idField })),
  'people.add': call<Person>()(
    v.strictObject({ name: lineField(200), relationship: relationshipField }),
  ),
  'people.change': call<Person>()(
    v.strictObject({
      personId: idField,
      name: v.optional(lineField(200)),
      relationship: v.optional(relationshipField),
      workingStyle: v.optional(textField),
      areas: v.optional(v.array(lineField(200))),
    }),
  ),
  'people.archive': destructive<Person>()(v.strictObject({ personId: idField })),

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
  /** Opens the plan of a 1:1 that has no date yet; makes it when there is none. */
  'series.planUndated': call<Meeting>()(v.strictObject({ personId: idField })),

  /** Opens the plan of an occurrence; makes its document when there is none yet. */
  'meetings.plan': call<MeetingView>()(
    v.strictObject({ seriesId: idField, originalLocal: localField }),
  ),
  'meetings.read': call<MeetingView>()(meetingId),
  'meetings.applyTemplate': call<Meeting>()(
    v.strictObject({ meetingId: idField, templateId: v.string() }),
  ),
  'meetings.addPoint': call<TalkingPoint>()(
    v.strictObject({
      meetingId: idField,
      text: lineField(2000),
      addedBy: sideField,
      visibility: visibilityField,
    }),
  ),
  'meetings.changePoint': call<TalkingPoint>()(
    v.strictObject({
      meetingId: idField,
      pointId: idField,
      text: v.optional(lineField(2000)),
      addedBy: v.optional(sideField),
      visibility: v.optional(visibilityField),
      stance: v.optional(v.nullable(stanceField)),
      isDiscussed: v.optional(v.boolean()),
    }),
  ),
  /** Moves a point to a place counted from 0. */
  'meetings.movePoint': call<Meeting>()(
    v.strictObject({
      meetingId: idField,
      pointId: idField,
      toIndex: v.pipe(v.number(), v.integer(), v.minValue(0)),
    }),
  ),
  'meetings.removePoint': destructive<Meeting>()(
    v.strictObject({ meetingId: idField, pointId: idField }),
  ),
  'meetings.addAction': call<ActionItem>()(
    v.strictObject({
      meetingId: idField,
      text: lineField(2000),
      owner: sideField,
      dueOn: v.nullable(dateField),
    }),
  ),
  'meetings.changeAction': call<ActionItem>()(
    v.strictObject({
      meetingId: idField,
      actionId: idField,
      text: v.optional(lineField(2000)),
      owner: v.optional(sideField),
      dueOn: v.optional(v.nullable(dateField)),
      isDone: v.optional(v.boolean()),
    }),
  ),
  'meetings.removeAction': destructive<Meeting>()(
    v.strictObject({ meetingId: idField, actionId: idField }),
  ),
  'meetings.writeNotes': call<null>()(
    v.strictObject({
      meetingId: idField,
      notes: v.optional(textField),
      privateNotes: v.optional(textField),
    }),
  ),

  'templates.list': call<readonly TemplateSummary[]>()(nothing),

  'guide.list': call<readonly GuidePageSummary[]>()(nothing),
  'guide.read': call<GuidePageView>()(v.strictObject({ pageId: v.string() })),

  'helper.model': call<DecisionModel>()(nothing),

  'settings.read': call<Settings>()(nothing),
  'settings.change': call<Settings>()(
    v.strictObject({
      theme: v.optional(themeField),
      startingLeadMinutes: v.optional(leadMinutesField),
      hidesTitles: v.optional(v.boolean()),
    }),
  ),

  'data.read': call<DataView>()(nothing),
  /** What restoring a backup would put back. */
  'data.backup': call<BackupView>()(v.strictObject({ backupId: countingNumber })),
  /** A version of a document beside the document as it is. */
  'data.document': call<DocumentView>()(v.strictObject(documentVersion)),
  'data.restoreDocument': destructive<null>()(v.strictObject(documentVersion)),
  /** Puts everything back that a backup holds; what was made since stays. */
  'data.restoreBackup': destructive<null>()(v.strictObject({ backupId: countingNumber })),
  /** Shows one of the app's own folders in the file manager. */
  'data.openFolder': call<null>()(
    v.strictObject({ folder: v.picklist(['data', 'local', 'set-aside']) }),
  ),

  /** Takes an act back; what was changed since in other places stays as it is. */
  'undo.undo': call<null>()(v.strictObject({ undoId: v.string() })),
} as const satisfies Record<string, Call<v.GenericSchema, unknown>>;

export type Channel = keyof typeof calls;
export type CallInput<C extends Channel> = v.InferInput<(typeof calls)[C]['input']>;
export type CheckedInput<C extends Channel> = v.InferOutput<(typeof calls)[C]['input']>;
export type CallOutput<C extends Channel> =
  | NonNullable<(typeof calls)[C]['output']>
  | (null extends (typeof calls)[C]['output'] ? null : never);

/** What can change under a screen; the event says what to read again. */
export type ChangeTopic =
  | 'people'
  | 'series'
  | 'meetings'
  | 'feedback'
  | 'templates'
  | 'settings'
  | 'notices'
  | 'problems'
  | 'clock';

/** Every event that main sends to a window. */
export interface Events {
  /** Something was written, here or elsewhere: read again what you show of it. */
  readonly changed: { readonly topics: readonly ChangeTopic[] };
  /** Show this place: a hash route such as #/meetings/<id>. */
  readonly navigate: { readonly route: string };
}
export type EventName = keyof Events;

/** The two wire channels that carry all of the above. */
export const callChannel = 'evenkeel:call';
export const eventChannel = 'evenkeel:event';

/** What the preload puts on a window. */
export interface EvenkeelBridge {
  /** Sends one call; an answer always comes, errors are values. */
  call<C extends Channel>(channel: C, input: CallInput<C>): Promise<Result<CallOutput<C>>>;
  /** Subscribes to an event; the answer unsubscribes. */
  on<E extends EventName>(name: E, listener: (event: Events[E]) => void): () => void;
}
