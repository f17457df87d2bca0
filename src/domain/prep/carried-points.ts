import { openPoints } from '../agenda/points.ts';
import { daysSince } from '../time/dates.ts';
import { dateOf } from './past-talks.ts';
import type { PrepInput } from './prep-input.ts';
import type { Source } from './suggestion.ts';

/** A point that moved on unfinished to the meeting in hand. */
export interface CarriedAgendaPoint {
  readonly id: string;
  readonly text: string;
  readonly carryCount: number;
  /** Days since it was raised first. */
  readonly ageDays: number;
  /** The meeting that it moved on from; null when that is not there any more. */
  readonly source: Source | null;
}

/** What was carried on to the meeting in hand and is open, in the order of its agenda. */
export function carriedPoints({
  meeting,
  meetings,
  today,
}: PrepInput): readonly CarriedAgendaPoint[] {
  return openPoints(meeting.agenda)
    .filter(({ carryCount }) => carryCount > 0)
    .map(({ id, text, carryCount, firstRaisedOn, carriedFrom }) => {
      const from = meetings.find((one) => one.id === carriedFrom);
      const source =
        from === undefined ? null : { meetingId: from.id, on: dateOf(from) ?? firstRaisedOn };
      return { id, text, carryCount, ageDays: daysSince(firstRaisedOn, today), source };
    });
}
