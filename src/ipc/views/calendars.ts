import type { Guess } from '../../domain/calendar/guess.ts';
import type { CalendarCounts, ReportRow } from '../../domain/calendar/report.ts';

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
