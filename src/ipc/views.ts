import type { DocumentRef } from '../domain/documents/document.ts';
import type { Feedback } from '../domain/documents/feedback.ts';
import type { ActionItem, Meeting } from '../domain/documents/meeting.ts';
import type { Person } from '../domain/documents/person.ts';
import type { Relationship } from '../domain/documents/relationships.ts';
import type { Series } from '../domain/documents/series.ts';
import type { GuideGroup } from '../domain/guide/guide-groups.ts';
import type { Gaps, MonthCount } from '../domain/history/frequency.ts';
import type { HistoryEntry } from '../domain/history/timeline.ts';
import type { TopicAge } from '../domain/history/topic-ages.ts';
import type { ComparedPart } from '../domain/readable/compare-parts.ts';

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
}

export interface PersonSummary {
  readonly id: string;
  readonly name: string;
  readonly relationship: Relationship;
  readonly next: UpcomingMeeting | null;
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
  readonly person: Person;
  readonly series: readonly Series[];
  readonly upcoming: readonly UpcomingMeeting[];
  /** Newest first. */
  readonly meetings: readonly MeetingSummary[];
}

export interface MeetingView {
  /** The instant that this view was made for. */
  readonly now: string;
  readonly meeting: Meeting;
  readonly personName: string;
  readonly startsAt: string | null;
  readonly endsAt: string | null;
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

export interface TemplateSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly durationMinutes: number;
}

export interface GuidePageSummary {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  readonly group: GuideGroup;
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
}
