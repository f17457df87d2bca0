import { callOffMeeting } from '../agenda/meeting-life.ts';
import type { PersonFile } from '../agenda/person-file.ts';
import { withMeeting, withSeries } from '../agenda/person-file.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import { findOccurrence } from '../series/occurrences.ts';
import { followSeries, isHeld, leftAlone } from '../series/plans.ts';
import type { Revision } from '../series/revise-series.ts';

/** The meetings of one series. */
export const meetingsOf = (file: PersonFile, { id }: Pick<Series, 'id'>): readonly Meeting[] =>
  file.meetings.filter(({ seriesId }) => seriesId === id);

/** Puts what a change of a series has made of it into the file. */
export function withRevision(
  file: PersonFile,
  { series, meetings, emptyIds }: Extract<Revision, { ok: true }>,
): PersonFile {
  const gone = new Set(emptyIds);
  const known = new Set(file.series.map(({ id }) => id));
  const begun = series.filter(({ id }) => !known.has(id));
  const changed = series.filter(({ id }) => known.has(id)).reduce(withSeries, file);
  const moved = meetings.reduce(withMeeting, { ...changed, series: [...changed.series, ...begun] });
  return { ...moved, meetings: moved.meetings.filter(({ id }) => !gone.has(id)) };
}

/**
 * Lets the plans of a series follow it: to where their dates have moved; where a date was called
 * off, what is open in its plan moves on to the next 1:1; where the series has it no more, a plan
 * with something in it stands alone.
 */
export function withPlansFollowing(file: PersonFile, series: Series, now: string): PersonFile {
  const coming = meetingsOf(file, series).filter((meeting) => !isHeld(meeting, series, now));
  return coming.reduce((after, meeting) => follow(after, { meeting, series, now }), file);
}

function follow(
  file: PersonFile,
  {
    meeting,
    series,
    now,
  }: { readonly meeting: Meeting; readonly series: Series; readonly now: string },
): PersonFile {
  const { originalLocal, status, id } = meeting;
  if (originalLocal === null) return file;
  if (findOccurrence(series, originalLocal) !== null)
    return withMeeting(file, followSeries(meeting, series));
  if (status !== 'planned') return file;
  if (series.exceptions.some((one) => one.originalLocal === originalLocal))
    return callOffMeeting(file, id, { status: 'cancelled', now });
  const { kept, emptyIds } = leftAlone([meeting]);
  return withRevision(file, { ok: true, series: [], meetings: kept, emptyIds });
}
