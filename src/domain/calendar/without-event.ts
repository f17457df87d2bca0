import type { PersonFile } from '../agenda/person-file.ts';
import { leftAlone, plansToCome } from '../series/plans.ts';

/**
 * What is kept about a person once an event of a calendar is no 1:1 with them: its series go, and with
 * them the plans to come that nobody wrote in; what was written stays as agendas without a date.
 * @param uid of the event
 * @param now UTC instant
 */
export function withoutEvent(file: PersonFile, uid: string, now: string): PersonFile {
  const going = file.series.filter(({ calendar }) => calendar?.uid === uid);
  const ids = new Set(going.map(({ id }) => id));
  const left = going.flatMap((series) => {
    const own = file.meetings.filter(({ seriesId }) => seriesId === series.id);
    return [leftAlone(plansToCome(series, own, now))];
  });
  const kept = new Map(left.flatMap((one) => one.kept).map((meeting) => [meeting.id, meeting]));
  const empty = new Set(left.flatMap(({ emptyIds }) => emptyIds));
  return {
    ...file,
    series: file.series.filter(({ id }) => !ids.has(id)),
    meetings: file.meetings
      .filter(({ id }) => !empty.has(id))
      .map((meeting) => kept.get(meeting.id) ?? meeting),
  };
}
