import type { BalanceBar } from '../domain/balance/balance.ts';
import type { BalanceItem } from '../domain/balance/items.ts';
import type { Period } from '../domain/balance/periods.ts';
import type { DelegationLevelNumber } from '../domain/decision/choices.ts';
import type { ItemDecision } from '../domain/decision/sent-items.ts';
import type { Decision, SentMove } from '../domain/documents/decision.ts';
import type { Guess } from '../domain/calendar/guess.ts';
import type { CalendarCounts, ReportRow } from '../domain/calendar/report.ts';
import type { CaptureDraft } from '../domain/capture/drafts.ts';
import type { CaptureKeys } from '../domain/capture/keys.ts';
import type { DocumentRef } from '../domain/documents/document.ts';
import type { ArticleSummary } from '../domain/documents/summaries.ts';
import type { Feedback } from '../domain/documents/feedback.ts';
import type { ActionItem, Meeting } from '../domain/documents/meeting.ts';
import type { Person } from '../domain/documents/person.ts';
import type { Relationship } from '../domain/documents/relationships.ts';
import type { Series } from '../domain/documents/series.ts';
import type { GuideGroup } from '../domain/guide/guide-groups.ts';
import type { Attention } from '../domain/people/attention.ts';
import type { CarriedAgendaPoint } from '../domain/prep/carried-points.ts';
import type { Suggestion } from '../domain/prep/suggestion.ts';
import type { Gaps, MonthCount } from '../domain/history/frequency.ts';
import type { HistoryEntry } from '../domain/history/timeline.ts';
import type { TopicAge } from '../domain/history/topic-ages.ts';
import type { Question, QuestionBank } from '../domain/questions/question-bank.ts';
import type { ComparedPart } from '../domain/readable/compare-parts.ts';
import type { FittingReason } from '../domain/templates/fitting-templates.ts';
import type { TemplateSection } from '../domain/templates/template-file.ts';
import type { TemplateSource } from '../domain/templates/template-list.ts';
import type { ReminderFate, SnoozeChoice } from '../domain/reminders/inbox.ts';
import type { ReminderStage } from '../domain/reminders/ledger-schema.ts';
import type { SeriesValues } from '../domain/series/revise-series.ts';

// What screens read. Instants are UTC in ISO 8601; `…Local` is a wall time in the zone beside it.

/** A 1:1 that is coming, planned or not. */
export interface UpcomingMeeting {
  readonly personId: string;
  readonly personName: string;
  readonly seriesId: string | null;
  /** Identity within the series; null for a meeting outside any series. */
  readonly originalLocal: string | null;
  readonly startLocal: string;
  readonly timeZone: string;
  readonly startsAt: string;
  readonly endsAt: string;
  readonly durationMinutes: number;
  /** Null until somebody has opened its plan. */
  readonly meetingId: string | null;
  readonly openPoints: number;
}

/** An open action item with where it was promised. */
export interface OpenAction {
  readonly action: ActionItem;
  readonly meetingId: string;
  readonly personId: string;
  readonly personName: string;
}

export interface TodayView {
  /** The instant that this view was made for. */
  readonly now: string;
  readonly hasPeople: boolean;
  /** Running or coming 1:1s of the next seven days, soonest first. */
  readonly upcoming: readonly UpcomingMeeting[];
  /** Overdue first, then by due date, then without one. */
  readonly openActions: readonly OpenAction[];
  /** Decisions to look back on, the one due longest first. */
  readonly dueReviews: readonly DueReview[];
  /** Reminders that came too late and were not read yet, the latest news first. */
  readonly missed: readonly InboxReminder[];
}

/** A decision to look back on. */
export interface DueReview {
  readonly decisionId: string;
  readonly title: string;
  /** Null for a decision about nobody in particular. */
  readonly personName: string | null;
  /** A calendar date. */
  readonly reviewOn: string;
}

/** One reminder in the inbox; `id` and `startsAt` together say which. */
export interface InboxReminder {
  readonly id: string;
  readonly startsAt: string;
  readonly stage: ReminderStage;
  readonly personName: string;
  readonly dueAt: string;
  /** When it was shown, or found too late. */
  readonly cameAt: string;
  readonly fate: ReminderFate;
  /** When it comes again; null when it was not put off. */
  readonly snoozedUntil: string | null;
  readonly isUnread: boolean;
  /** How it can be put off now. */
  readonly snoozes: readonly SnoozeChoice[];
  /** Where it leads: a hash route such as #/meetings/<id>. */
  readonly route: string;
}

export interface InboxView {
  /** The instant that this view was made for. */
  readonly now: string;
  /** The latest news first. */
  readonly reminders: readonly InboxReminder[];
  /** How many came too late and were not read yet. */
  readonly unread: number;
  /** Until when all reminders are held back; null when they are not. */
  readonly pausedUntil: string | null;
}

export interface PersonSummary {
  readonly id: string;
  readonly name: string;
  readonly relationship: Relationship;
  readonly next: UpcomingMeeting | null;
  readonly openActions: number;
  readonly tags: readonly string[];
  readonly attention: Attention;
}

/** Somebody who is met no more, with all that was kept. */
export interface ArchivedPerson {
  readonly id: string;
  readonly name: string;
  readonly relationship: Relationship;
  readonly archivedOn: string;
}

/** How many documents there are about a person, beside that of the person. */
export interface PersonExtent {
  readonly name: string;
  readonly series: number;
  readonly meetings: number;
  readonly feedback: number;
  readonly decisions: number;
  /** Promises that are not kept yet, of either side. */
  readonly openActions: number;
}

/** A meeting in a list. */
export interface MeetingSummary {
  readonly id: string;
  readonly startsAt: string | null;
  readonly status: Meeting['status'];
  readonly points: number;
  readonly openActions: number;
}

export interface PersonView {
  /** The instant that this view was made for. */
  readonly now: string;
  readonly person: Person;
  readonly attention: Attention;
  /** The calendar date here of the last 1:1 that is known; null when there is none. */
  readonly lastMetOn: string | null;
  readonly series: readonly Series[];
  readonly upcoming: readonly UpcomingMeeting[];
  /** The latest, newest first. */
  readonly meetings: readonly MeetingSummary[];
  /** How many there are in all. */
  readonly meetingCount: number;
}

/** What a form needs that changes a series from one occurrence on, or as a whole. */
export interface SeriesChangeView {
  readonly series: Series;
  /** The occurrence; null when none is to come. */
  readonly occurrence: {
    /** Its identity within the series. */
    readonly originalLocal: string;
    /** When it takes place, moved or not. */
    readonly startLocal: string;
    readonly durationMinutes: number;
    /** The values with which the series would go on from it as it is. */
    readonly rest: SeriesValues;
  } | null;
  /** Whether one of the series was held, so that it cannot be changed as a whole. */
  readonly isBegun: boolean;
}

export interface MeetingView {
  /** The instant that this view was made for. */
  readonly now: string;
  readonly meeting: Meeting;
  readonly personName: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
  /** The decisions behind points and action items, where they come from one. */
  readonly decisions: readonly ItemDecision[];
}

export interface PrepView {
  /** The calendar date that this view was made on, such as 2026-11-23. */
  readonly today: string;
  /** In the order in which they are looked at. */
  readonly suggestions: readonly Suggestion[];
  /** Points that are on the agenda already, since they were carried on to it. */
  readonly carried: readonly CarriedAgendaPoint[];
  /** Why no question can be suggested, in a sentence; null when one can. */
  readonly questionProblem: string | null;
}

/** A point that was carried to a meeting, and where it comes from. */
export interface CarriedPoint {
  readonly pointId: string;
  readonly carryCount: number;
  readonly firstRaisedOn: string;
  readonly ageDays: number;
  /** The oldest meeting that still has it; null when that is this one. */
  readonly raisedIn: string | null;
}

/** When the next 1:1 with a person is; without a start while that is open. */
export interface NextDate {
  readonly startLocal: string | null;
  readonly startsAt: string | null;
  readonly timeZone: string;
  readonly durationMinutes: number;
}

/** What a meeting is wrapped up from. */
export interface WrapUpView extends MeetingView {
  /** The calendar date of the user. */
  readonly today: string;
  readonly carried: readonly CarriedPoint[];
  readonly next: NextDate;
  /** Noticed earlier and not said yet. */
  readonly feedbackToGive: readonly Feedback[];
  /** Said in this meeting. */
  readonly feedbackGiven: readonly Feedback[];
}

/** A meeting to point at; without a date `startsAt` is null. */
export interface MeetingPointer {
  readonly id: string;
  readonly startsAt: string | null;
}

/** Something that was said, and where; null for elsewhere, or a meeting that is gone. */
interface DeliveredFeedback {
  readonly feedback: Feedback;
  readonly meeting: MeetingPointer | null;
}

export interface FeedbackView {
  /** The instant that this view was made for. */
  readonly now: string;
  readonly personName: string;
  /** What was noticed first stands first. */
  readonly toDeliver: readonly Feedback[];
  /** What was said last stands first. */
  readonly delivered: readonly DeliveredFeedback[];
  /** Where something may have been said: the latest 1:1s that have begun, newest first. */
  readonly meetings: readonly MeetingPointer[];
}

/** A promise in the list over all people. */
export interface ListedAction extends OpenAction {
  /** The wall date of the meeting in which it was made; null while that has none. */
  readonly metOn: string | null;
}

export interface ActionsView {
  /** The instant that this view was made for. */
  readonly now: string;
  /** Open: overdue first, then by due date, then without one. Done: what was done last first. */
  readonly actions: readonly ListedAction[];
}

export interface HistoryView {
  /** The instant that this view was made for. */
  readonly now: string;
  readonly personName: string;
  readonly relationship: Relationship;
  readonly cadenceDays: number | null;
  /** Those in which something happened, newest first. */
  readonly years: readonly number[];
  /** The year shown; null while nothing has happened. */
  readonly year: number | null;
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** The last twelve months, oldest first. */
  readonly months: readonly MonthCount[];
  readonly gaps: Gaps;
  readonly topics: readonly TopicAge[];
}

export interface HistorySearchView {
  /** Newest first. */
  readonly entries: readonly HistoryEntry[];
  /** Whether there were more than are given. */
  readonly isCut: boolean;
}

/** What of a template can be listed; where it cannot be used, why. */
export type TemplateSummary = {
  readonly id: string;
  readonly source: TemplateSource;
  /** Null for one that says no name. */
  readonly title: string | null;
} & (
  | {
      readonly isUsable: true;
      readonly summary: string;
      readonly when: string;
      readonly durationMinutes: number;
    }
  | { readonly isUsable: false; readonly reason: string; readonly line: number | null }
);

export interface TemplateView {
  readonly summary: TemplateSummary;
  readonly text: string;
  /** Both empty for one that cannot be used. */
  readonly sections: readonly TemplateSection[];
  readonly avoid: readonly string[];
}

/** What an empty agenda can start from. */
export interface TemplateChoices {
  /** At most three, best first. */
  readonly fitting: readonly {
    readonly template: TemplateSummary;
    readonly reason: FittingReason;
  }[];
  /** All others, in their order; those that cannot be used are among them. */
  readonly others: readonly TemplateSummary[];
}

/** A question of the bank, with what is known of it for the person that was chosen. */
export interface QuestionEntry {
  readonly question: Question;
  /** The date of the 1:1 at which it was asked last; null when it never was. */
  readonly lastAskedOn: string | null;
  /** The meeting on whose agenda it is open; null when it is on none. */
  readonly onAgendaOf: string | null;
  readonly isNotForUs: boolean;
}

export interface QuestionBankView {
  /** In the order of the bank. Without a person, nothing is known of who was asked what. */
  readonly entries: readonly QuestionEntry[];
  /** What each situation means, in one line. */
  readonly situations: QuestionBank['situations'];
}

export interface GuidePageSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly group: GuideGroup | 'library';
}

export interface GuidePageView {
  readonly id: string;
  readonly title: string;
  readonly markdown: string;
  readonly sources: readonly {
    readonly title: string;
    readonly detail: string;
    readonly url: string | null;
  }[];
  readonly previous: GuidePageSummary | null;
  readonly next: GuidePageSummary | null;
  /** What is to be known of a document of the library; null for a page that ships with the app. */
  readonly library: LibraryPage | null;
}

export interface LibraryPage extends Pick<ArticleSummary, 'folder' | 'path' | 'problem'> {
  /** How far its headings move, so that they stand under its title. */
  readonly headingOffset: number;
  /** What its text may lead to or show of its own folder, and where the app has that. */
  readonly targets: readonly { readonly path: string; readonly address: string }[];
}

/** The documents that the user added, folder by folder. */
export interface LibraryView {
  readonly articles: readonly ArticleSummary[];
}

/** What became of files that were added to the library. */
export interface LibraryAdded {
  readonly folder: string;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Files that were not taken, each with a sentence. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** A page of the guide or a document of the library that a search found. */
export interface LibraryFound {
  readonly pageId: string;
  readonly title: string;
  /** Null for a page of the guide; empty for a document that was added alone. */
  readonly folder: string | null;
  /** Some words around what was found. */
  readonly excerpt: string;
}

/** A point of a short check that waits on an agenda. */
export interface PlacedPoint {
  readonly pointId: string;
  readonly meetingId: string;
  /** Null while the 1:1 has no date. */
  readonly startsAt: string | null;
}

/** Where a passage of the guide, or a point of a check, went. */
export interface SentPassage {
  readonly meetingId: string;
  readonly personName: string;
  /** Null while the 1:1 has no date. */
  readonly startsAt: string | null;
  readonly timeZone: string;
}

/** Somebody a decision can be about. */
export interface DecisionPerson {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly string[];
}

export interface DecisionRunView {
  /** Null when none is under way. */
  readonly run: Decision | null;
  /** Those who are not archived, by name. */
  readonly people: readonly DecisionPerson[];
}

export interface DecisionsView {
  /** The calendar date that this view was made on. */
  readonly today: string;
  /** What was decided last stands first. */
  readonly decisions: readonly {
    readonly decision: Decision;
    readonly personName: string | null;
  }[];
}

export interface DecisionView {
  /** The calendar date that this view was made on. */
  readonly today: string;
  readonly decision: Decision;
  /** Null for nobody in particular, and where nothing is known of them any more. */
  readonly personName: string | null;
  readonly people: readonly DecisionPerson[];
  /** What was sent and is still there, with the meeting that it is in now. */
  readonly sent: readonly (SentMove & { readonly startsAt: string | null })[];
  /** Whether the level in force is written down with the person, from this decision. */
  readonly isLevelNoted: boolean;
}

export interface BalanceView {
  /** The earliest first; the last is that of today. */
  readonly bars: readonly BalanceBar[];
}

/** One thing behind a bar, with its words. */
export interface BalanceItemView extends Pick<
  BalanceItem,
  'kind' | 'id' | 'personId' | 'on' | 'part' | 'meetingId'
> {
  readonly text: string;
  /** Null for nobody in particular, and where nothing is known of them any more. */
  readonly personName: string | null;
}

/** The items behind a bar, the earliest first. */
export interface BalanceItemsView extends Period {
  readonly items: readonly BalanceItemView[];
}

/** One area of a person: who decides there now, and how that came to be. */
export interface AreaView {
  readonly area: string;
  /** Null while nothing was ever agreed. */
  readonly level: DelegationLevelNumber | null;
  /** The calendar date from which the level has held. */
  readonly since: string | null;
  /** The latest first. */
  readonly history: readonly {
    readonly id: string;
    readonly level: DelegationLevelNumber;
    readonly on: string;
    /** The decision that it comes from, if that is still known. */
    readonly decision: { readonly id: string; readonly title: string } | null;
  }[];
}

/** The areas of one person, as they stand in the ledger. */
export interface PersonAreas {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly AreaView[];
}

export interface DelegationView {
  /** The calendar date that this view was made on. */
  readonly today: string;
  /** Those who are not archived, by name. */
  readonly people: readonly PersonAreas[];
}

/** Something the user should know, said once, where they are. */
export interface Notice {
  readonly id: string;
  readonly severity: 'information' | 'warning';
  readonly message: string;
  /** Where more is said of it: a hash route such as #/data. */
  readonly route?: string;
}

/** What a document is called: whose it is, and of which day, or by its own title. */
export interface NamedDocument {
  readonly ref: DocumentRef;
  /** Null for templates and settings, and where nothing is known of the person any more. */
  readonly personName: string | null;
  /**
   * The calendar date of a 1:1, where it takes place, or on which something was noticed; null while
   * there is none.
   */
  readonly onDate: string | null;
  /** What a template calls itself; null where it does not, and for everything else. */
  readonly title: string | null;
}

/** A copy of a file that could not be used as it was. */
export interface SetAsideFile {
  readonly name: string;
  readonly at: string;
  readonly byteCount: number;
  readonly reason: 'unreadable' | 'second-version';
}

/** A moment of which every document can be had back. */
export interface BackupSummary {
  readonly id: number;
  readonly at: string;
  readonly reason: 'scheduled' | 'before-restore';
}

export interface DataView {
  readonly dataFolder: string;
  readonly localFolder: string;
  /** Why nothing can be changed, in a sentence; null when it can. */
  readonly readOnlyReason: string | null;
  /** What is wrong with the data now, each a sentence. */
  readonly problems: readonly { readonly id: string; readonly message: string }[];
  /** Newest first, as are the two below. */
  readonly setAside: readonly SetAsideFile[];
  readonly backups: readonly BackupSummary[];
  readonly removed: readonly { readonly document: NamedDocument; readonly removedAt: string }[];
}

/** A document that is not what it was in a backup. */
interface BackupChange {
  readonly document: NamedDocument;
  /** The version that the backup holds. */
  readonly version: number;
  readonly isRemoved: boolean;
}

export interface BackupView {
  readonly backup: BackupSummary;
  readonly changes: readonly BackupChange[];
  readonly isReadOnly: boolean;
}

/** One version of a document beside the document as it is. */
export interface DocumentView {
  readonly document: NamedDocument;
  readonly version: number;
  readonly writtenAt: string;
  /** What has become of the document since. */
  readonly state: 'same' | 'changed' | 'removed';
  readonly parts: readonly ComparedPart[];
  /** All that are remembered, newest first. */
  readonly versions: readonly { readonly number: number; readonly at: string }[];
  readonly isReadOnly: boolean;
}

/** A way back that can still be taken. */
export interface WayBack {
  readonly id: string;
  /** What would be undone. */
  readonly label: string;
  /** The instant at which it was done. */
  readonly at: string;
}

export interface AppView {
  readonly version: string;
  /** What the app runs on, in words, such as "Electron 45.4.1". */
  readonly runtime: string;
  readonly dataFolder: string;
  /** The zone of this machine, IANA. */
  readonly timeZone: string;
  /** BCP 47, from the operating system. */
  readonly locale: string;
  readonly notices: readonly Notice[];
  /** The thought that the window asks for; null while it asks for none. */
  readonly capture: CaptureDraft | null;
}

/** Where a thought went that was noted for somebody. */
export interface Captured {
  /** In a sentence for the user. */
  readonly sentence: string;
  /** The plan that it is in. */
  readonly route: string;
}

/** Whether the app starts at login, as the system has it. */
export interface LoginState {
  readonly isOn: boolean;
  /** Whether that can be changed from here. */
  readonly canChange: boolean;
  /** What else there is to say; null for nothing. */
  readonly note: string | null;
}

/** What of the app is at hand while its window is not, on this computer. */
export interface DeskView {
  readonly login: LoginState;
  /** The keys that capture a thought from anywhere; null for none. */
  readonly captureKeys: CaptureKeys | null;
}

/** What stands in the notes of a meeting once they are written. */
export interface WrittenNotes {
  readonly notes: string;
  readonly privateNotes: string;
}

/** The half of a 1:1 that may be shared. Nothing private comes as far as the window that shows it. */
export interface ShareView {
  readonly meetingId: string;
  readonly personName: string;
  /** The calendar date of the 1:1 where it takes place; null while it has none. */
  readonly onDate: string | null;
  readonly markdown: string;
  /** How much of the agenda and of the action items stays here. */
  readonly leftOut: { readonly points: number; readonly actions: number };
}

/** A file that was written where the user wanted it. */
export interface SavedFile {
  readonly path: string;
}

/** How a calendar is kept up to date, and how that goes. */
export type CalendarFreshness =
  /** A file: it is as it was then. Null when it was imported on another computer. */
  | { readonly kind: 'file'; readonly importedAt: string | null }
  | {
      readonly kind: 'subscription';
      /** The computer that it comes from; the whole address is a secret. */
      readonly host: string;
      readonly isReading: boolean;
      /** When the server last said what the calendar is; null when it never has on this computer. */
      readonly goodAt: string | null;
      /** Why it could not be read since, in a sentence; null when all is well. */
      readonly problem: string | null;
      /** Whether that is because nobody has said that the host may be in the user's own network. */
      readonly asksOwnNetwork: boolean;
      readonly nextTryAt: string;
    };

export interface CalendarSummary {
  readonly id: string;
  readonly name: string;
  readonly freshness: CalendarFreshness;
  /** How many of its events are 1:1s. */
  readonly oneToOnes: number;
  /** What became of its events when it was read last; null when that is not known here. */
  readonly counts: CalendarCounts | null;
}

export interface CalendarsView {
  /** The instant that this view was made for. */
  readonly now: string;
  /** By name. */
  readonly calendars: readonly CalendarSummary[];
}

/** A calendar that was read, from which 1:1s can be chosen now. */
export interface CalendarTaken {
  readonly calendarId: string;
  readonly name: string;
}

/** What became of an address: a subscription, or a question that is put first. */
export type CalendarSubscribed =
  | (CalendarTaken & { readonly kind: 'subscribed' })
  /** Its host is a computer of the user's own network: is it meant to be? */
  | { readonly kind: 'asks-own-network'; readonly host: string };

export interface PreviewedEvent {
  readonly uid: string;
  readonly title: string;
  readonly startLocal: string;
  readonly timeZone: string;
  readonly durationMinutes: number;
  readonly isAllDay: boolean;
  readonly rule: string | null;
  /** Who is in it besides the user, by name or address. */
  readonly others: readonly string[];
  readonly guess: Guess;
}

export interface CalendarPreview {
  readonly calendarId: string;
  readonly name: string;
  /** How many events there are that fit what is looked for. */
  readonly total: number;
  /** How many could be 1:1s, whatever is looked for. */
  readonly likely: number;
  readonly events: readonly PreviewedEvent[];
  readonly people: readonly { readonly id: string; readonly name: string }[];
  /** How many events could not be read at all; the report has them. */
  readonly unread: number;
}

export interface CalendarReportView {
  readonly calendarId: string;
  readonly name: string;
  /** When the calendar was read. */
  readonly at: string;
  readonly counts: CalendarCounts;
  readonly total: number;
  readonly rows: readonly (ReportRow & { readonly personName: string | null })[];
}
