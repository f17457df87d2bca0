import type { SeriesException } from '../documents/series.ts';

/** Somebody who is invited, or who invites. */
export interface Attendee {
  /** As the calendar writes it; empty when it does not. */
  readonly name: string;
  /** The e-mail address in small letters; empty when there is none. */
  readonly address: string;
}

/** One event of a calendar file with all its exceptions, on the clock of one zone. */
export interface CalendarEvent {
  readonly uid: string;
  /**
   * Null for an event as a whole. What has an end of its own within an event (an instance that was
   * sent alone, or what follows a change of all later ones) is told apart by this instant, in UTC.
   */
  readonly recurrenceId: string | null;
  readonly sequence: number;
  /** When the calendar says that it was last changed, in UTC; null when it does not. */
  readonly changedAt: string | null;
  readonly title: string;
  /** People alone: rooms and things are left out. */
  readonly attendees: readonly Attendee[];
  readonly organizer: Attendee | null;
  /** Wall time to the minute. */
  readonly startLocal: string;
  /** An IANA zone, or an offset such as +05:30. */
  readonly timeZone: string;
  readonly durationMinutes: number;
  /** Such an event has dates but no times; its wall times are at midnight. */
  readonly isAllDay: boolean;
  readonly status: 'confirmed' | 'tentative' | 'cancelled';
  /** The value of an RRULE that a series can follow; null for a one-off. */
  readonly rule: string | null;
  readonly exceptions: readonly SeriesException[];
  /** A room or a link. */
  readonly place: string;
  /** What was taken otherwise than it was written. */
  readonly notes: readonly EventNote[];
}

/** In what way an event was taken otherwise than it was written. */
export type EventNote =
  /** It has no zone: it was taken in the zone of the calendar or of this computer. */
  | 'floating-time'
  /** Its zone is no known one; one with the same clock changes stands for it. */
  | 'zone-matched'
  /** No known zone has its clock changes: its dates of some years were taken one by one. */
  | 'dates-counted-out'
  /** One of its instances could not be read and is as the rule has it. */
  | 'instance-unread';

/** Why an event cannot be taken. */
export type EventProblem =
  | 'no-start'
  | 'impossible-start'
  | 'unknown-zone'
  | 'rule-unreadable'
  | 'rule-unsupported'
  | 'rule-too-often'
  | 'rule-too-many'
  | 'too-many-dates'
  | 'ends-before-it-starts'
  | 'unreadable-line'
  | 'line-too-long'
  /** Another one, or the end of the calendar, comes before its own end. */
  | 'not-ended';

/** An event, or an instance of one, that was left out. */
export interface CalendarProblem {
  /** Where it begins in the file, counted from 1. */
  readonly line: number;
  /** Empty when it has none. */
  readonly uid: string;
  /** Empty when it has none. */
  readonly title: string;
  readonly reason: EventProblem;
}

/** Why nothing at all is taken from a file. */
export type CalendarRefusal =
  | 'empty'
  /** It is in no encoding that calendars use. */
  | 'unreadable-text'
  | 'web-page'
  | 'not-a-calendar'
  /** It ends in the middle: most likely it was not fetched or saved whole. */
  | 'cut-off'
  | 'too-large'
  | 'too-many-events';

/** What a calendar file holds. */
export interface CalendarFile {
  /** Null when the file was read. */
  readonly refusal: CalendarRefusal | null;
  /** What the calendar calls itself; empty when it does not. */
  readonly name: string;
  readonly events: readonly CalendarEvent[];
  readonly problems: readonly CalendarProblem[];
}

/** What reading depends on besides the file. */
export interface ReadingOptions {
  /** The zone of this computer. */
  readonly timeZone: string;
  /** UTC instant. */
  readonly now: string;
}
