import { undatedMeeting } from '../../domain/agenda/meeting-times.ts';
import { withNoOneToOne } from '../../domain/calendar/choices.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Series } from '../../domain/documents/series.ts';
import { leftAlone, plansToCome } from '../../domain/series/plans.ts';
import { seriesProblem } from '../../domain/series/read-series.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Change, Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, remove, timestamp, undoable, write } from './acts.ts';
import { personMissing, seriesMissing } from './missing.ts';
import { createSeriesChanges, nameOf, withoutPlans } from './series-changes.ts';
import { createSeriesExceptions } from './series-exceptions.ts';
import { problemSentence } from './series-sentences.ts';

/** What is told to other calendars takes a dialog, and is a service of its own. */
type SeriesOfStore = Omit<HandlersOf<'series'>, 'series.export'>;

export function createSeriesService(parts: ServiceParts): SeriesOfStore {
  const { store, clock } = parts;
  return {
    'series.add': async (input) => {
      const { value } = await store.act(async (reader) => {
        const person = await reader.read('person', input.personId);
        if (person === null) return leave(personMissing());
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
          if (series === null) return leave(seriesMissing());
          const meetings = await reader.list('meeting', { seriesId });
          const changes = [
            ...(await removalChanges(reader, series, meetings, timestamp(clock))),
            ...(await notTakenAgain(reader, series)),
          ];
          const label = m.main_act_remove_series({ name: await nameOf(reader, series) });
          return write(label, changes, null);
        }),
      ),
    'series.planUndated': async ({ personId }) => {
      const { value } = await store.act((reader) => planUndated(parts, reader, personId));
      return value;
    },
    ...createSeriesChanges(parts),
    ...createSeriesExceptions(parts),
  };
}

/** How long a 1:1 is while nobody has said when it is. */
const usualMinutes = 30;

/** Finds the open plan without a date of a person, who has one at most, or makes it. */
async function planUndated(
  { clock, newId }: ServiceParts,
  reader: StoreReader,
  personId: string,
): Promise<Decided<Result<Meeting>>> {
  const person = await reader.read('person', personId);
  if (person === null) return leave(personMissing());
  const meetings = await reader.list('meeting', { personId });
  const open = meetings.find(
    ({ startLocal, status }) => startLocal === null && status === 'planned',
  );
  if (open !== undefined) return leave(success(open));
  const timeZone = person.timeZone ?? clock.timeZone();
  const made = { id: newId(), now: timestamp(clock), personId, timeZone };
  const meeting = undatedMeeting({ ...made, durationMinutes: usualMinutes });
  return write(m.series_act_undated({ name: person.name }), [put(meeting)], meeting);
}

function newSeries({ clock, newId }: ServiceParts, input: CheckedInput<'series.add'>): Series {
  return {
    kind: 'series',
    version: 3,
    id: newId(),
    ...input,
    exceptions: [],
    continues: null,
    calendar: null,
    createdAt: timestamp(clock),
  };
}

/**
 * What goes with a series: its coming plans that nobody wrote in. A coming plan with something in
 * it stays as an agenda without a date; what was held stays as it is.
 */
async function removalChanges(
  reader: StoreReader,
  series: Series,
  meetings: readonly Meeting[],
  now: string,
): Promise<readonly Change[]> {
  const { kept, emptyIds } = leftAlone(plansToCome(series, meetings, now));
  return [
    remove('series', series.id),
    ...kept.map(put),
    ...(await withoutPlans(reader, series, emptyIds)),
  ];
}

/** What its calendar says of a series that was removed here is not made a series of again. */
async function notTakenAgain(
  reader: StoreReader,
  { calendar }: Series,
): Promise<readonly Change[]> {
  if (calendar === null) return [];
  const calendars = await reader.list('calendar');
  return calendars.flatMap((one) => {
    const changed = withNoOneToOne(one, calendar.uid);
    return changed === null ? [] : [put(changed)];
  });
}
