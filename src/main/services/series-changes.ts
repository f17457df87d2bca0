import { feedbackWithoutMeetings } from '../../domain/agenda/said-in.ts';
import type { Series } from '../../domain/documents/series.ts';
import type { Occurrence } from '../../domain/series/occurrences.ts';
import { findOccurrence, nextOccurrence } from '../../domain/series/occurrences.ts';
import { isHeld } from '../../domain/series/plans.ts';
import type { Revision, SeriesInUse } from '../../domain/series/revise-series.ts';
import {
  changeSeries,
  endSeries,
  splitSeries,
  valuesFrom,
} from '../../domain/series/revise-series.ts';
import type { Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { SeriesChangeView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Change, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { changesNothing, leave, put, remove, timestamp, undoable, write } from './acts.ts';
import { seriesMissing } from './missing.ts';
import { problemSentence } from './series-sentences.ts';

type SeriesChanges = Pick<
  HandlersOf<'series'>,
  'series.readChange' | 'series.change' | 'series.split' | 'series.endOn'
>;

/** Changes of a series as a whole, or from one of its dates on. */
export function createSeriesChanges(parts: ServiceParts): SeriesChanges {
  const { store, newId } = parts;
  return {
    'series.readChange': async ({ seriesId, originalLocal }) => {
      const inUse = await readInUse(parts, store, seriesId);
      if (inUse === null) return seriesMissing();
      const { series, meetings, now } = inUse;
      const occurrence =
        originalLocal === null
          ? nextOccurrence(series, now)
          : findOccurrence(series, originalLocal);
      if (occurrence === null && originalLocal !== null)
        return failure('not-found', m.main_occurrence_missing());
      const isBegun = meetings.some((meeting) => isHeld(meeting, series, now));
      return success({ series, occurrence: occurrence && changeable(series, occurrence), isBegun });
    },
    'series.change': ({ seriesId, ...values }) =>
      revise(parts, seriesId, m.series_act_change, (inUse) => changeSeries(inUse, values)),
    'series.split': ({ seriesId, originalLocal, ...values }) =>
      revise(parts, seriesId, m.series_act_split, (inUse) =>
        splitSeries(inUse, originalLocal, { id: newId(), values }),
      ),
    'series.endOn': ({ seriesId, lastDate }) =>
      revise(parts, seriesId, m.series_act_end, (inUse) => endSeries(inUse, lastDate)),
  };
}

function changeable(
  series: Series,
  { originalLocal, startLocal, durationMinutes }: Occurrence,
): SeriesChangeView['occurrence'] {
  const rest = valuesFrom(series, originalLocal);
  return rest && { originalLocal, startLocal, durationMinutes, rest };
}

/** The name of whom a series is with; empty when nothing is known of them any more. */
export async function nameOf(reader: StoreReader, { personId }: Series): Promise<string> {
  return (await reader.read('person', personId))?.name ?? '';
}

/** Removes plans of a series; feedback that was said in them loses the link. */
export async function withoutPlans(
  reader: Pick<StoreReader, 'summaries'>,
  { personId }: Series,
  meetingIds: readonly string[],
): Promise<readonly Change[]> {
  if (meetingIds.length === 0) return [];
  const feedback = await reader.summaries('feedback', { personId });
  return [
    ...meetingIds.map((id) => remove('meeting', id)),
    ...feedbackWithoutMeetings(feedback, meetingIds).map(put),
  ];
}

async function readInUse(
  { clock }: ServiceParts,
  reader: Pick<StoreReader, 'read' | 'list'>,
  seriesId: string,
): Promise<SeriesInUse | null> {
  const [series, meetings] = await Promise.all([
    reader.read('series', seriesId),
    reader.list('meeting', { seriesId }),
  ]);
  return series === null ? null : { series, meetings, now: timestamp(clock) };
}

/** Writes in one act all that a change of a series makes of it and of its plans. */
async function revise(
  parts: ServiceParts,
  seriesId: string,
  label: (inputs: { name: string }) => string,
  change: (inUse: SeriesInUse) => Revision,
): Promise<Result<Undoable<null>>> {
  return undoable(
    await parts.store.act(async (reader) => {
      const inUse = await readInUse(parts, reader, seriesId);
      if (inUse === null) return leave(seriesMissing());
      const revision = change(inUse);
      if (!revision.ok) return leave(failure('invalid', problemSentence(revision.problem)));
      const { series, meetings, emptyIds } = revision;
      const changes = [
        ...[...series, ...meetings].map(put),
        ...(await withoutPlans(reader, inUse.series, emptyIds)),
      ];
      if (changesNothing(changes, [inUse.series, ...inUse.meetings]))
        return leave(failure('invalid', m.series_nothing_changed()));
      return write(label({ name: await nameOf(reader, inUse.series) }), changes, null);
    }),
  );
}
