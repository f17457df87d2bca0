import { callOffMeeting } from '../../domain/agenda/meeting-life.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Series } from '../../domain/documents/series.ts';
import type { ExceptionChange } from '../../domain/series/change-series.ts';
import {
  cancelOccurrence,
  moveOccurrence,
  restoreOccurrence,
} from '../../domain/series/change-series.ts';
import { followPutBack, followSeries, isHeld } from '../../domain/series/plans.ts';
import type { Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ServiceParts } from './acts.ts';
import { changesNothing, leave, put, timestamp, undoable, write } from './acts.ts';
import { operate } from './meeting-life.ts';
import { seriesMissing } from './missing.ts';
import { nameOf } from './series-changes.ts';
import { problemSentence } from './series-sentences.ts';

type SeriesExceptions = Pick<
  HandlersOf<'series'>,
  'series.moveOne' | 'series.cancelOne' | 'series.putBack'
>;

/** Changes of one date of a series; its plan goes along, with all that is in it. */
export function createSeriesExceptions(parts: ServiceParts): SeriesExceptions {
  return {
    'series.moveOne': ({ seriesId, originalLocal, startLocal, durationMinutes }) =>
      except(parts, { seriesId, originalLocal }, m.series_act_move, (series) =>
        moveOccurrence(series, originalLocal, { startLocal, durationMinutes }),
      ),
    'series.cancelOne': async (occurrence) => {
      const plan = await planOf(parts, occurrence);
      if (plan !== null) return cancelPlan(parts, plan.id);
      return except(parts, occurrence, m.series_act_cancel, (series) =>
        cancelOccurrence(series, occurrence.originalLocal),
      );
    },
    'series.putBack': (occurrence) =>
      except(
        parts,
        occurrence,
        m.series_act_put_back,
        (series) => restoreOccurrence(series, occurrence.originalLocal),
        followPutBack,
      ),
  };
}

/** The plan of an occurrence that is still to come. */
async function planOf(
  { store, clock }: ServiceParts,
  occurrence: OccurrenceOf,
): Promise<Meeting | null> {
  const series = await store.read('series', occurrence.seriesId);
  const meetings = await store.list('meeting', occurrence);
  const plan = meetings.find(({ status }) => status === 'planned');
  if (series === null || plan === undefined) return null;
  return isHeld(plan, series, timestamp(clock)) ? null : plan;
}

/** What is open in a plan moves on to the next 1:1. */
function cancelPlan(parts: ServiceParts, meetingId: string): Promise<Result<Undoable<null>>> {
  return operate(parts, {
    meetingId,
    label: m.series_act_cancel,
    change: (file, now) => callOffMeeting(file, meetingId, { status: 'cancelled', now }),
    nothingToDo: m.wrap_up_not_planned,
  });
}

interface OccurrenceOf {
  readonly seriesId: string;
  readonly originalLocal: string;
}

async function except(
  { store, clock }: ServiceParts,
  { seriesId, originalLocal }: OccurrenceOf,
  label: (inputs: { name: string }) => string,
  change: (series: Series) => ExceptionChange,
  follow: (plan: Meeting, series: Series) => Meeting = followSeries,
): Promise<Result<Undoable<null>>> {
  return undoable(
    await store.act(async (reader) => {
      const series = await reader.read('series', seriesId);
      if (series === null) return leave(seriesMissing());
      const plans = await reader.list('meeting', { seriesId, originalLocal });
      const now = timestamp(clock);
      if (plans.some((plan) => isHeld(plan, series, now)))
        return leave(failure('invalid', problemSentence('already-held')));
      const changed = change(series);
      if (!changed.ok) return leave(failure('invalid', problemSentence(changed.problem)));
      const followed = plans.map((plan) => follow(plan, changed.series));
      const changes = [changed.series, ...followed].map(put);
      if (changesNothing(changes, [series, ...plans]))
        return leave(failure('invalid', m.series_nothing_changed()));
      return write(label({ name: await nameOf(reader, series) }), changes, null);
    }),
  );
}
