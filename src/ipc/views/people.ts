import type { Person } from '../../domain/documents/person.ts';
import type { Relationship } from '../../domain/documents/relationships.ts';
import type { Series } from '../../domain/documents/series.ts';
import type { Attention } from '../../domain/people/attention.ts';
import type { RecentOwnership } from '../../domain/prep/recent-ownership.ts';
import type { MeetingSummary, UpcomingMeeting } from './meetings.ts';

/** As much of somebody as it takes to choose them. */
export type NamedPerson = Pick<Person, 'id' | 'name' | 'relationship'>;

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
  /** Whose agendas the last ones were. */
  readonly ownership: RecentOwnership;
}
