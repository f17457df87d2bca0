import * as v from 'valibot';
import {
  answerField,
  decisionStanceField,
  delegationLevelField,
} from '../domain/decision/choices.ts';
import { balanceParts } from '../domain/balance/items.ts';
import { balanceSteps } from '../domain/balance/periods.ts';
import { checkIds } from '../domain/checks/check-ids.ts';
import type { Check } from '../domain/checks/check.ts';
import type { CalendarCounts } from '../domain/calendar/report.ts';
import { reportOutcomeField } from '../domain/calendar/report.ts';
import type { DecisionModel } from '../domain/decision/model.ts';
import {
  clockTimeField,
  dateField,
  idField,
  instantField,
  lineField,
  localField,
  minutesField,
  textField,
  timeZoneField,
} from '../domain/documents/fields.ts';
import type { Decision } from '../domain/documents/decision.ts';
import { chooseAgainField, outcomeField, processField } from '../domain/documents/decision.ts';
import type { DocumentKind } from '../domain/documents/document.ts';
import type { ActionItem, Meeting, TalkingPoint } from '../domain/documents/meeting.ts';
import {
  sideField,
  stanceField,
  topicField,
  visibilityField,
  wrapUpDraftSchema,
} from '../domain/documents/meeting.ts';
import type { Feedback } from '../domain/documents/feedback.ts';
import { feedbackKindField } from '../domain/documents/feedback.ts';
import type { Person } from '../domain/documents/person.ts';
import {
  cadenceDaysField,
  relationshipField,
  reminderChoicesField,
  tagField,
} from '../domain/documents/person.ts';
import type { Reading } from '../domain/documents/reading.ts';
import { paperField, portionField, textStepField } from '../domain/documents/reading.ts';
import { longestArea } from '../domain/documents/person-limits.ts';
import type { Series } from '../domain/documents/series.ts';
import type { Settings } from '../domain/documents/settings.ts';
import {
  leadMinutesField,
  quietHoursField,
  themeField,
  workingDaysField,
  wrapUpMinutesField,
} from '../domain/documents/settings.ts';
import { isFolderPath } from '../domain/library/folder-path.ts';
import { libraryLimits } from '../domain/library/limits.ts';
import { longestPassage } from '../domain/guide/passage.ts';
import { captureKeysField } from '../domain/capture/keys.ts';
import type { RecentOwnership } from '../domain/prep/recent-ownership.ts';
import type { Result } from './result.ts';
import type {
  ActionsView,
  AppView,
  ArchivedPerson,
  BackupView,
  BalanceItemsView,
  BalanceView,
  CalendarPreview,
  CalendarReportView,
  CalendarsView,
  CalendarSubscribed,
  CalendarTaken,
  CarriedPoint,
  DataView,
  DecisionRunView,
  DecisionsView,
  DecisionView,
  Captured,
  DeskView,
  DelegationView,
  DocumentView,
  FeedbackView,
  GuidePageSummary,
  GuidePageView,
  LibraryAdded,
  LibraryFound,
  LibraryView,
  HistorySearchView,
  HistoryView,
  MeetingSummary,
  InboxView,
  MeetingView,
  PersonExtent,
  PersonSummary,
  PersonView,
  PrepView,
  PlacedPoint,
  QuestionBankView,
  TemplateChoices,
  SavedFile,
  SentPassage,
  ShareView,
  SeriesChangeView,
  TemplateSummary,
  TemplateView,
  TodayView,
  WayBack,
  WrapUpView,
  WrittenNotes,
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
/** One suggestion for a meeting, by its key. */
const suggestion = v.strictObject({ meetingId: idField, key: lineField(200) });
const suggestedQuestion = v.strictObject({ meetingId: idField, questionId: lineField(100) });
const decisionId = v.strictObject({ decisionId: idField });
/** What a decision is about. */
const decisionAbout = {
  title: v.optional(v.pipe(v.string(), v.maxLength(200))),
  personId: v.optional(v.nullable(idField)),
  area: v.optional(v.nullable(lineField(longestArea))),
};
const templateId = v.strictObject({ templateId: v.string() });
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
/** A heading of a page; null for the page as a whole. */
const anchorField = v.nullable(lineField(200));
const checkIdField = v.picklist(checkIds);
const countingNumber = v.pipe(v.number(), v.safeInteger(), v.minValue(0));
const documentVersion = {
  kind: v.picklist<readonly DocumentKind[]>([
    'person',
    'series',
    'meeting',
    'feedback',
    'decision',
    'template',
    'reading',
    'calendar',
    'article',
    'settings',
  ]),
  id: idField,
  /** Null for the newest that is remembered. */
  version: v.nullable(countingNumber),
};

/** A reminder of a 1:1 as it is timed: one that is moved is reminded of anew. */
const reminderKey = {
  id: v.pipe(lineField(300), v.regex(/^[^/]+\/[^/]+\/(prepare|starting|wrap-up)$/)),
  startsAt: instantField,
};
const calendarId = { calendarId: idField };
const searchText = v.pipe(v.string(), v.maxLength(500));
/** Which lines of a long list are shown. */
const page = {
  offset: countingNumber,
  limit: v.pipe(v.number(), v.integer(), v.minValue(1), v.maxValue(500)),
};
/** The name of a folder, without the way to it. */
const folderName = v.pipe(v.string(), v.minLength(1), v.maxLength(300), v.regex(/^[^/\\\0]+$/));
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

/** Null for everybody, and for what is about nobody in particular. */
const balanceOf = { personId: v.nullable(idField), step: v.picklist(balanceSteps) };

const newTime = { startLocal: localField, durationMinutes: minutesField };
const pointFate = v.variant('kind', [
  v.strictObject({ kind: v.picklist(['carry', 'drop']), pointId: idField }),
  v.strictObject({
    kind: v.literal('action'),
    pointId: idField,
    owner: sideField,
    dueOn: v.nullable(dateField),
  }),
  v.strictObject({ kind: v.literal('decision'), pointId: idField, text: lineField(2000) }),
]);

/** Every call that a window can make. To add one: a line here, a handler in main. */
export const calls = {
  'app.read': call<AppView>()(nothing),
  'app.dismissNotice': call<null>()(v.strictObject({ noticeId: v.string() })),
  /** Whether the window may be let go; the answer to the event `resting`. */
  'app.rest': call<null>()(v.strictObject({ mayGo: v.boolean() })),
  'app.openLink': call<null>()(v.strictObject({ url: v.pipe(v.string(), v.maxLength(2000)) })),

  'today.read': call<TodayView>()(nothing),

  'people.list': call<readonly PersonSummary[]>()(nothing),
  'people.read': call<PersonView>()(v.strictObject({ personId: idField })),
  /** All 1:1s with a person that have a plan or notes, newest first. */
  'people.meetings': call<readonly MeetingSummary[]>()(v.strictObject({ personId: idField })),
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
      cadenceDays: v.optional(v.nullable(cadenceDaysField)),
      timeZone: v.optional(v.nullable(timeZoneField)),
      tags: v.optional(v.array(tagField)),
      reminders: v.optional(reminderChoicesField),
    }),
  ),
  'people.archive': destructive<Person>()(v.strictObject({ personId: idField })),
  /** Those who are archived, the last one first. */
  'people.archived': call<readonly ArchivedPerson[]>()(nothing),
  /** Brings somebody back from the archive. */
  'people.restore': destructive<Person>()(v.strictObject({ personId: idField })),
  /** How much there is on a person. */
  'people.extent': call<PersonExtent>()(v.strictObject({ personId: idField })),
  /** Deletes the person and every document about them; refused unless the name was typed. */
  'people.deleteAll': destructive<null>()(
    v.strictObject({ personId: idField, typedName: v.pipe(v.string(), v.maxLength(2000)) }),
  ),

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
      topic: v.optional(v.nullable(topicField)),
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
      stance: v.optional(v.nullable(stanceField)),
      isDone: v.optional(v.boolean()),
    }),
  ),
  'meetings.removeAction': destructive<Meeting>()(
    v.strictObject({ meetingId: idField, actionId: idField }),
  ),
  /** Writes notes that were typed upon what stood there before, and tells what stands there now. */
  'meetings.writeNotes': call<WrittenNotes>()(
    v.strictObject({
      meetingId: idField,
      notes: v.optional(textField),
      privateNotes: v.optional(textField),
      reflection: v.optional(textField),
      notesBefore: v.optional(textField),
      privateNotesBefore: v.optional(textField),
    }),
  ),

  /** What to raise at a meeting. */
  'prep.read': call<PrepView>()(meetingId),
  /** Puts a suggestion on the agenda. */
  'prep.accept': call<TalkingPoint>()(suggestion),
  /** Never makes this suggestion for this person again. */
  'prep.dismiss': destructive<null>()(suggestion),
  /** Makes this suggestion again at the next meeting. */
  'prep.snooze': destructive<null>()(suggestion),
  /** Marks the promise of a suggestion as done, where it was made. */
  'prep.markDone': destructive<null>()(suggestion),
  /** Passes over the question that is suggested. */
  'prep.anotherQuestion': call<null>()(suggestedQuestion),
  /** Never suggests this question for this person again. */
  'prep.notForUs': destructive<null>()(suggestedQuestion),
  /** Whose points the last meetings with a person were made of. */
  'prep.ownership': call<RecentOwnership>()(v.strictObject({ personId: idField })),
  /** What a meeting is wrapped up from. */
  'meetings.wrapUpView': call<WrapUpView>()(meetingId),
  /** Where the points come from that were carried to a meeting. */
  'meetings.carried': call<readonly CarriedPoint[]>()(meetingId),
  /** Keeps a wrap-up as far as it has got. */
  'meetings.keepWrapUp': call<null>()(
    v.strictObject({ meetingId: idField, draft: wrapUpDraftSchema }),
  ),
  /** Brings a meeting to its end; points of which nothing is said are carried. */
  'meetings.wrapUp': destructive<null>()(
    v.strictObject({
      meetingId: idField,
      points: v.array(pointFate),
      actions: v.array(
        v.strictObject({ actionId: idField, owner: sideField, dueOn: v.nullable(dateField) }),
      ),
      feedback: v.array(v.strictObject({ feedbackKind: feedbackKindField, text: lineField(2000) })),
      deliveredFeedbackIds: v.array(idField),
      nextTime: v.nullable(v.strictObject(newTime)),
    }),
  ),
  'meetings.postpone': destructive<null>()(v.strictObject({ meetingId: idField, ...newTime })),
  'meetings.cancel': destructive<null>()(meetingId),
  'meetings.skip': destructive<null>()(meetingId),
  'meetings.delete': destructive<null>()(meetingId),
  'feedback.list': call<FeedbackView>()(v.strictObject({ personId: idField })),
  'feedback.add': call<Feedback>()(
    v.strictObject({
      personId: idField,
      feedbackKind: feedbackKindField,
      text: lineField(5000),
      /** Left out for today. */
      noticedOn: v.optional(dateField),
    }),
  ),
  'feedback.change': call<Feedback>()(
    v.strictObject({
      feedbackId: idField,
      feedbackKind: v.optional(feedbackKindField),
      text: v.optional(lineField(5000)),
      noticedOn: v.optional(dateField),
    }),
  ),
  /** It has been said: in this meeting, or elsewhere for null. */
  'feedback.deliver': call<Feedback>()(
    v.strictObject({ feedbackId: idField, meetingId: v.nullable(idField) }),
  ),
  'feedback.undeliver': call<Feedback>()(v.strictObject({ feedbackId: idField })),
  'feedback.remove': destructive<null>()(v.strictObject({ feedbackId: idField })),

  /** What was promised, over all people: what is open, or what was done in the last year. */
  'actions.list': call<ActionsView>()(v.strictObject({ state: v.picklist(['open', 'done']) })),

  /** What happened with a person in one year; null for the latest in which something did. */
  'history.read': call<HistoryView>()(
    v.strictObject({ personId: idField, year: v.nullable(countingNumber) }),
  ),
  'history.search': call<HistorySearchView>()(
    v.strictObject({ personId: idField, text: v.pipe(v.string(), v.maxLength(500)) }),
  ),

  'share.read': call<ShareView>()(meetingId),
  'share.copy': call<null>()(meetingId),
  /** Asks where to, and writes there; null when the user thinks better of it. */
  'share.save': call<SavedFile | null>()(
    v.strictObject({ meetingId: idField, format: v.picklist(['markdown', 'pdf']) }),
  ),
  /** Prints the page that the window shows: the shared half, when it is at its place. */
  'share.print': call<null>()(meetingId),

  'templates.list': call<readonly TemplateSummary[]>()(nothing),
  'templates.read': call<TemplateView>()(templateId),
  /** What to start one 1:1 from, with what fits it first. */
  'templates.choices': call<TemplateChoices>()(meetingId),
  'templates.add': call<TemplateView>()(nothing),
  /** Writes a text, usable or not; a shipped template gets a document that stands in for it. */
  'templates.save': call<null>()(v.strictObject({ templateId: v.string(), text: textField })),
  'templates.duplicate': call<TemplateView>()(templateId),
  /** Takes the changes of a shipped template away. */
  'templates.reset': destructive<null>()(templateId),
  /** Removes one of the user's own. */
  'templates.remove': destructive<null>()(templateId),

  'questions.list': call<QuestionBankView>()(v.strictObject({ personId: v.nullable(idField) })),
  /** Puts a question on the agenda of the next 1:1 with somebody. */
  'questions.ask': call<{ readonly meetingId: string }>()(
    v.strictObject({ questionId: v.string(), personId: idField }),
  ),
  'questions.setNotForUs': call<null>()(
    v.strictObject({ questionId: v.string(), personId: idField, isNotForUs: v.boolean() }),
  ),

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

  'guide.list': call<readonly GuidePageSummary[]>()(nothing),
  'guide.read': call<GuidePageView>()(v.strictObject({ pageId: v.string() })),
  /** Where the user is in what they read, and how they like to read it. */
  'guide.reading': call<Reading>()(nothing),
  /** Keeps where the user stopped on a page. */
  'guide.keepPlace': call<null>()(
    v.strictObject({
      pageId: lineField(200),
      portion: portionField,
      anchor: anchorField,
      isAtEnd: v.boolean(),
    }),
  ),
  'guide.setReading': call<Reading>()(
    v.strictObject({ textStep: v.optional(textStepField), paper: v.optional(paperField) }),
  ),
  /** Puts a passage on the agenda of the next 1:1 with somebody; undone like what takes away. */
  'guide.sendPassage': destructive<SentPassage>()(
    v.strictObject({
      pageId: lineField(200),
      anchor: anchorField,
      passage: lineField(longestPassage),
      personId: idField,
    }),
  ),
  /** Prints the page of the guide that the window shows. */
  'guide.print': call<null>()(v.strictObject({ pageId: lineField(200) })),

  'checks.read': call<Check>()(v.strictObject({ checkId: checkIdField })),
  /** The points of a check that wait on somebody's agendas. */
  'checks.placed': call<readonly PlacedPoint[]>()(
    v.strictObject({ checkId: checkIdField, personId: idField }),
  ),
  /** Puts a point that a check ended in on the agenda of the next 1:1 with somebody. */
  'checks.sendPoint': destructive<SentPassage>()(
    v.strictObject({ checkId: checkIdField, pointId: idField, personId: idField }),
  ),
  'library.list': call<LibraryView>()(nothing),
  /** Asks for Markdown files, and adds them; null when the user thinks better of it. */
  'library.addFiles': call<LibraryAdded | null>()(nothing),
  /** Asks for a folder, and adds all Markdown files in it with their pictures. */
  'library.addFolder': call<LibraryAdded | null>()(nothing),
  /** Adds what was dropped on the window: a folder by its name, files with an empty one. */
  'library.addDropped': call<LibraryAdded>()(
    v.strictObject({
      folder: v.union([v.literal(''), folderName]),
      files: v.pipe(
        v.array(
          v.strictObject({
            path: v.pipe(v.string(), v.maxLength(2000), v.check(isFolderPath)),
            bytes: v.instance(Uint8Array),
          }),
        ),
        v.minLength(1),
        v.maxLength(libraryLimits.filesAtOnce),
      ),
    }),
  ),
  'library.remove': destructive<null>()(v.strictObject({ articleId: idField })),
  /** Removes all documents that were added with a folder. */
  'library.removeFolder': destructive<null>()(v.strictObject({ folder: folderName })),
  /** Pages of the guide and documents of the library that hold every word. */
  'library.search': call<readonly LibraryFound[]>()(v.strictObject({ text: searchText })),

  'helper.model': call<DecisionModel>()(nothing),

  /** The run of the helper that is under way, if there is one. */
  'decisions.run': call<DecisionRunView>()(nothing),
  /** Keeps what was said in the run that is under way; begins one where there is none. */
  'decisions.keep': call<Decision>()(
    v.strictObject({
      ...decisionAbout,
      /** By scale id; null takes an answer back. */
      answers: v.optional(v.record(lineField(100), v.nullable(answerField))),
    }),
  ),
  /** Ends the run that is under way: what is suggested now stands in its record. */
  'decisions.finish': call<Decision>()(nothing),
  /** What was decided, over all people or about one; without the run that is under way. */
  'decisions.list': call<DecisionsView>()(v.strictObject({ personId: v.nullable(idField) })),
  'decisions.read': call<DecisionView>()(decisionId),
  /** Changes a finished record: what it is about, what the user goes with instead, when to look back. */
  'decisions.change': call<Decision>()(
    v.strictObject({
      decisionId: idField,
      ...decisionAbout,
      /** Null goes with the suggestion. */
      chosen: v.optional(
        v.nullable(
          v.strictObject({
            stance: decisionStanceField,
            level: v.nullable(delegationLevelField),
            reason: lineField(2000),
          }),
        ),
      ),
      reviewOn: v.optional(v.nullable(dateField)),
    }),
  ),
  /** Puts a move on the next agenda of the person that the decision is about. */
  'decisions.send': call<{ readonly meetingId: string; readonly itemId: string }>()(
    v.strictObject({ decisionId: idField, moveId: lineField(100) }),
  ),
  /** Writes the level down with the person, for the area that the decision is about. */
  'decisions.noteLevel': call<null>()(decisionId),
  'decisions.review': call<Decision>()(
    v.strictObject({
      decisionId: idField,
      whatHappened: v.pipe(v.string(), v.maxLength(10_000)),
      process: processField,
      outcome: outcomeField,
      wouldChooseAgain: chooseAgainField,
    }),
  ),
  'decisions.remove': destructive<null>()(decisionId),

  /** Who decides what: every area of everybody who is not archived. */
  'delegation.read': call<DelegationView>()(nothing),
  /** Agrees a level for an area from today on. */
  'delegation.agree': destructive<null>()(
    v.strictObject({
      personId: idField,
      area: lineField(longestArea),
      level: delegationLevelField,
    }),
  ),
  /** Takes one agreement out of the history of its area. */
  'delegation.removeEntry': destructive<null>()(
    v.strictObject({ personId: idField, entryId: idField }),
  ),

  /** How what came up splits between managing and leading, over the last weeks or months. */
  'balance.read': call<BalanceView>()(v.strictObject(balanceOf)),
  /** What stands behind the bar of a period, or behind one part of it. */
  'balance.items': call<BalanceItemsView>()(
    v.strictObject({
      ...balanceOf,
      /** Any date in the period. */
      on: dateField,
      part: v.nullable(v.picklist(balanceParts)),
    }),
  ),

  'settings.read': call<Settings>()(nothing),
  'settings.change': call<Settings>()(
    v.strictObject({
      theme: v.optional(themeField),
      startingLeadMinutes: v.optional(leadMinutesField),
      prepareAt: v.optional(v.nullable(clockTimeField)),
      wrapUpAfterMinutes: v.optional(v.nullable(wrapUpMinutesField)),
      quietHours: v.optional(v.nullable(quietHoursField)),
      workingDays: v.optional(workingDaysField),
      remindersPausedUntil: v.optional(v.nullable(instantField)),
      repeatsUntilAcknowledged: v.optional(v.boolean()),
      hidesTitles: v.optional(v.boolean()),
    }),
  ),

  /** Asks for a thought in the window: for the one that was left unfinished, else for a new one. */
  'capture.open': call<null>()(nothing),
  /** Keeps what was typed so far. */
  'capture.keep': call<null>()(
    v.strictObject({ draftId: idField, text: textField, personId: v.nullable(idField) }),
  ),
  /** Leaves it for later. */
  'capture.close': call<null>()(nothing),
  /** Puts it on the agenda of the next 1:1 with somebody. */
  'capture.save': destructive<Captured>()(
    v.strictObject({ draftId: idField, text: lineField(2000), personId: idField }),
  ),

  'desk.read': call<DeskView>()(nothing),
  'desk.setStartsAtLogin': call<DeskView>()(v.strictObject({ startsAtLogin: v.boolean() })),
  /** Takes these keys from all programs, to capture a thought; null for none. */
  'desk.setCaptureKeys': call<DeskView>()(
    v.strictObject({ captureKeys: v.nullable(captureKeysField) }),
  ),
  /** What reminded lately and what came too late, with what became of it. */
  'reminders.inbox': call<InboxView>()(nothing),
  /** Null for all. */
  'reminders.markRead': call<null>()(
    v.strictObject({ reminders: v.nullable(v.array(v.strictObject(reminderKey))) }),
  ),
  /** Puts a reminder off for some minutes from now, or until its 1:1 starts. */
  'reminders.snooze': call<null>()(
    v.strictObject({
      ...reminderKey,
      choice: v.union([v.literal('until-start'), minutesField]),
    }),
  ),
  /** It is answered: it neither repeats nor comes after a snooze. */
  'reminders.acknowledge': call<null>()(v.strictObject(reminderKey)),
  /** Holds all reminders back until an instant, or no longer for null. */
  'reminders.pause': call<null>()(v.strictObject({ until: v.nullable(instantField) })),

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
  /** The ways back from what was taken away or changed much at once, newest first. */
  'undo.list': call<readonly WayBack[]>()(nothing),
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
  | 'decisions'
  | 'templates'
  | 'reading'
  | 'calendars'
  | 'library'
  | 'settings'
  | 'capture'
  | 'reminders'
  | 'notices'
  | 'problems'
  | 'clock';

/** Every event that main sends to a window. */
export interface Events {
  /** Something was written, here or elsewhere: read again what you show of it. */
  readonly changed: { readonly topics: readonly ChangeTopic[] };
  /** Nobody has seen the window for a while: it may be let go, unless it holds what is unsaved. */
  readonly resting: null;
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
