import type { PersonFile } from '../../agenda/person-file.ts';
import type { Meeting } from '../../documents/meeting.ts';
import type { Series } from '../../documents/series.ts';
import { occurrencesBetween } from '../../series/occurrences.ts';
import type { CalendarMerge, MergedCalendar } from '../merge-calendar.ts';
import { mergeCalendar } from '../merge-calendar.ts';
import { readCalendar } from '../read-calendar.ts';
import { calendarText } from './read-dates.ts';

/** A Wednesday between two 1:1s of `eventLines`, which are on Mondays from 2 March. */
const wednesday = '2026-03-11T12:00:00Z';

export const emptyFile: PersonFile = {
  ...{ personId: 'person-1', timeZone: 'Europe/London', durationMinutes: 30 },
  ...{ series: [], meetings: [], feedback: [], otherMeetingIds: new Set() },
};

/** A person's file before and after a calendar came, with what is told of it. */
export interface Merged extends MergedCalendar {
  readonly file: PersonFile;
  /** Outcome and reason of each event, in a word or two. */
  readonly told: readonly string[];
}

/** Merges a calendar of these lines, in which every event is a 1:1 with the person. */
export function merged(
  file: PersonFile,
  lines: readonly string[],
  change: Partial<CalendarMerge> = {},
): Merged {
  const now = change.now ?? wednesday;
  const { events, problems } = readCalendar(calendarText(lines), {
    timeZone: 'Europe/London',
    now,
  });
  const result = mergeCalendar({
    ...{ sourceId: 'calendar-1', events, problems, now },
    choices: new Map(events.map(({ uid }) => [uid, file.personId])),
    files: new Map([[file.personId, file]]),
    ...change,
  });
  const told = result.report.map(({ outcome, reason }) => `${outcome} ${reason ?? ''}`.trim());
  return { ...result, told, file: applied(file, result) };
}

/** The file as it is once everything is written. */
function applied(file: PersonFile, { put, removed }: MergedCalendar): PersonFile {
  const gone = new Set([...removed, ...put].map(({ id }) => id));
  const kept = <T extends { readonly id: string }>(list: readonly T[]): readonly T[] =>
    list.filter(({ id }) => !gone.has(id));
  return {
    ...file,
    series: [...kept(file.series), ...put.filter((one) => one.kind === 'series')],
    meetings: [...kept(file.meetings), ...put.filter((one) => one.kind === 'meeting')],
  };
}

/** When the person is met from the Wednesday on until May, as wall times in London. */
export const coming = (file: PersonFile): readonly string[] =>
  file.series
    .flatMap((one) => occurrencesBetween(one, wednesday, '2026-04-20T00:00:00Z'))
    .map(({ startLocal }) => startLocal.slice(5))
    .toSorted();

/** The one series of a file; more or none make the test fail. */
export function onlySeries({ series }: PersonFile): Series {
  const [first, ...more] = series;
  if (first === undefined || more.length > 0) throw new Error(`${String(series.length)} series`);
  return first;
}

/** The plan with this id; a test fails without it. */
export function planIn({ meetings }: PersonFile, id: string): Meeting {
  const found = meetings.find((one) => one.id === id);
  if (found === undefined) throw new Error(`No plan ${id}`);
  return found;
}
