import type { ActionItem, Meeting } from '../domain/documents/meeting.ts';
import type { Person } from '../domain/documents/person.ts';
import type { Relationship } from '../domain/documents/relationships.ts';
import type { Series } from '../domain/documents/series.ts';

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
