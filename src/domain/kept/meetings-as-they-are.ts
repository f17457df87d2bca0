import { statusAmong, timesAmong } from '../agenda/meeting-times.ts';
import { asPrivateAsAnywhere } from '../agenda/shared.ts';
import { compareTexts } from '../compare-texts.ts';
import type { Decision } from '../documents/decision.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';

interface KeptMeetings {
  readonly series: readonly Series[];
  readonly meeting: readonly Meeting[];
  readonly decision: readonly Decision[];
}

/**
 * Somebody's 1:1s, the oldest first and those without a date last: when their series have them, with
 * everything in them as private as it is anywhere.
 */
export function meetingsAsTheyAre({ series, meeting, decision }: KeptMeetings): readonly Meeting[] {
  const [timesOf, statusOf] = [timesAmong(series), statusAmong(series)];
  const meetings = meeting.map(({ agenda }) => ({ points: agenda }));
  return meeting
    .map((one) => ({ one, times: timesOf(one) }))
    .toSorted((a, b) => compareTexts(a.times?.startsAt ?? '~', b.times?.startsAt ?? '~'))
    .map(({ one, times }) => ({
      ...asPrivateAsAnywhere(one, { meetings, decisions: decision }),
      startLocal: times?.startLocal ?? one.startLocal,
      timeZone: times?.timeZone ?? one.timeZone,
      durationMinutes: times?.durationMinutes ?? one.durationMinutes,
      status: statusOf(one),
    }));
}
