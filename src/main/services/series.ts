import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Series } from '../../domain/documents/series.ts';
import type { SeriesProblem } from '../../domain/series/read-series.ts';
import { seriesProblem } from '../../domain/series/read-series.ts';
import { epochOf } from '../../domain/time/instants.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import { failure } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Change } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, remove, timestamp, undoable, write } from './acts.ts';
import { timesOf } from './upcoming.ts';

export function createSeriesService(parts: ServiceParts): HandlersOf<'series'> {
  const { store, clock } = parts;
  return {
    'series.add': async (input) => {
      const { value } = await store.act(async (reader) => {
        const person = await reader.read('person', input.personId);
        if (person === null) return leave(failure('not-found', m.main_person_missing()));
        const series = newSeries(parts, input);
        const problem = seriesProblem(series);
        if (problem !== null) return leave(failure('invalid', problemSentence(problem)));
        return write(m.main_act_add_series({ name: person.name }), [put(series)], series);
      });
      return value;
    },
    'series.remove': async ({ seriesId }) =>
      undoable(
        await store.act(async (reader) => {
          const series = await reader.read('series', seriesId);
          if (series === null) return leave(failure('not-found', m.main_series_missing()));
          const person = await reader.read('person', series.personId);
          const meetings = await reader.list('meeting', { seriesId });
          const changes = removalChanges(series, meetings, timestamp(clock));
          const label = m.main_act_remove_series({ name: person?.name ?? '' });
          return write(label, changes, null);
        }),
      ),
  };
}

function newSeries({ clock, newId }: ServiceParts, input: CheckedInput<'series.add'>): Series {
  return {
    kind: 'series',
    version: 2,
    id: newId(),
    ...input,
    exceptions: [],
    continues: null,
    createdAt: timestamp(clock),
  };
}

/**
 * What goes with a series: its coming plans that nobody wrote in. A coming plan with something in
 * it stays as an agenda without a date; what was held stays as it is.
 */
function removalChanges(
  series: Series,
  meetings: readonly Meeting[],
  now: string,
): readonly Change[] {
  const coming = meetings.filter((meeting) => isToCome(meeting, series, now));
  return [
    remove('series', series.id),
    ...coming.map((meeting) =>
      isEmpty(meeting)
        ? remove('meeting', meeting.id)
        : put({ ...meeting, seriesId: null, originalLocal: null, startLocal: null }),
    ),
  ];
}

function isToCome(meeting: Meeting, series: Series, now: string): boolean {
  const times = timesOf(meeting, series);
  return meeting.status === 'planned' && times !== null && epochOf(times.endsAt) > epochOf(now);
}

const isEmpty = ({ agenda, actionItems, notes, privateNotes, reflection }: Meeting): boolean =>
  agenda.length === 0 && actionItems.length === 0 && `${notes}${privateNotes}${reflection}` === '';

function problemSentence(problem: SeriesProblem): string {
  switch (problem) {
    case 'impossible-start':
      return m.main_series_impossible_start();
    case 'unknown-zone':
      return m.main_series_unknown_zone();
    case 'unreadable':
      return m.main_series_rule_unreadable();
    case 'unsupported':
      return m.main_series_rule_unsupported();
    case 'too-often':
      return m.main_series_rule_too_often();
    case 'too-many':
      return m.main_series_rule_too_many();
  }
}
