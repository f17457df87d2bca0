import type { CalendarEvent, EventNote, EventProblem } from './calendar-event.ts';
import type { SeriesRefusal } from './series-from-event.ts';

/** What became of an event. */
export type EventOutcome = 'taken' | 'updated' | 'unchanged' | 'cancelled' | 'skipped';

/** Why it became that; what could not be read says so by what was wrong. */
export type EventReason =
  | SeriesRefusal
  | EventProblem
  /** Nobody has said that it is a 1:1, or whose. */
  | 'not-chosen'
  /** A later version of it was taken before. */
  | 'older-version'
  /** Its calendar has it no more. */
  | 'gone'
  /** It is over, and was never taken. */
  | 'past'
  /** One of its instances came alone; it is in its series. */
  | 'instance'
  /** The user had given the series another time; that of the calendar holds now. */
  | 'own-time-replaced';

/** What the user is told of one event. */
export interface EventReport extends Pick<CalendarEvent, 'uid' | 'recurrenceId' | 'title'> {
  readonly outcome: EventOutcome;
  readonly reason: EventReason | null;
  readonly notes: readonly EventNote[];
  /** Whose 1:1 it is; null when it is none, or nobody's yet. */
  readonly personId: string | null;
  readonly seriesId: string | null;
}
