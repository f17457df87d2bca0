import type { DocumentRef } from '../domain/documents/document.ts';
import type { ActionItem, Meeting } from '../domain/documents/meeting.ts';
import type { Person } from '../domain/documents/person.ts';
import type { Relationship } from '../domain/documents/relationships.ts';
import type { Series } from '../domain/documents/series.ts';
import type { GuideGroup } from '../domain/guide/guide-groups.ts';
import type { ComparedPart } from '../domain/readable/compare-parts.ts';
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
  /** The instant that this view was made for. */
  readonly now: string;
  readonly person: Person;
  readonly series: readonly Series[];
  readonly upcoming: readonly UpcomingMeeting[];
  /** Newest first. */
  readonly meetings: readonly MeetingSummary[];
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
