import { isOpenPoint } from '../agenda/points.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import type { AskedQuestion } from './question-history.ts';

type Asking = Pick<MeetingSummary, 'id' | 'startLocal' | 'status' | 'points'>;

/** The questions of the bank that were talked about in some meetings, and when that was. */
export function askedInMeetings(meetings: readonly Asking[]): readonly AskedQuestion[] {
  return meetings.flatMap(({ startLocal, points }) =>
    points.flatMap(({ origin, discussedAt }) =>
      origin.kind === 'question' && discussedAt !== null
        ? [{ questionId: origin.questionId, on: (startLocal ?? discussedAt).slice(0, 10) }]
        : [],
    ),
  );
}

/** The questions that wait on the agenda of a planned 1:1, with the meeting that they wait in. */
export function waitingQuestions(meetings: readonly Asking[]): ReadonlyMap<string, string> {
  const planned = meetings.filter(({ status }) => status === 'planned');
  return new Map(
    planned.flatMap(({ id, points }) =>
      points
        .filter(isOpenPoint)
        .flatMap(({ origin }) =>
          origin.kind === 'question' ? [[origin.questionId, id] as const] : [],
        ),
    ),
  );
}
