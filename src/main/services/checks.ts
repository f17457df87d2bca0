import { timesAmong } from '../../domain/agenda/meeting-times.ts';
import type { NewPoint } from '../../domain/agenda/points.ts';
import { addPoint, openPoints } from '../../domain/agenda/points.ts';
import type { CheckId } from '../../domain/checks/check-ids.ts';
import type { Check, CheckPoint } from '../../domain/checks/check.ts';
import type { Origin } from '../../domain/documents/meeting.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { PlacedPoint, SentPassage } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, today, undoable, write } from './acts.ts';
import { personMissing } from './missing.ts';
import { nextPlan } from './next-plan.ts';
import { readTimes } from './read-times.ts';
import type { Resources } from './resources.ts';

interface ChecksParts extends ServiceParts {
  readonly resources: Pick<Resources, 'check'>;
}

/** The short checks. What is answered stays in the window; only the points that are sent come here. */
export function createChecksService(parts: ChecksParts): HandlersOf<'checks'> {
  const { store, resources } = parts;
  return {
    'checks.read': ({ checkId }) => resources.check(checkId),
    'checks.placed': async (which) => success(await placedPoints(store, which)),
    'checks.sendPoint': async (sent) => {
      const check = await resources.check(sent.checkId);
      if (!check.ok) return check;
      return undoable(
        await store.act((reader) => sendPoint(parts, reader, { ...sent, check: check.value })),
      );
    },
  };
}

/** The points of a check that wait on somebody's agendas. */
async function placedPoints(
  reader: StoreReader,
  { checkId, personId }: { readonly checkId: CheckId; readonly personId: string },
): Promise<readonly PlacedPoint[]> {
  const [meetings, series] = await Promise.all([
    reader.summaries('meeting', { personId }),
    reader.summaries('series', { personId }),
  ]);
  const timesOf = timesAmong(series);
  return meetings.flatMap((meeting) =>
    openPoints(meeting.points).flatMap(({ origin }) => {
      const pointId = pointOfCheck(origin, checkId);
      if (pointId === null) return [];
      return [{ pointId, meetingId: meeting.id, startsAt: timesOf(meeting)?.startsAt ?? null }];
    }),
  );
}

function pointOfCheck(origin: Origin, checkId: CheckId): string | null {
  if (origin.kind !== 'guide' || origin.check?.checkId !== checkId) return null;
  return origin.check.pointId;
}

/** Puts a point on the agenda of the next 1:1 with somebody, with the way back to the guide. */
async function sendPoint(
  parts: Omit<ServiceParts, 'store'>,
  reader: StoreReader,
  given: CheckedInput<'checks.sendPoint'> & { readonly check: Check },
): Promise<Decided<Result<SentPassage>>> {
  const { check, pointId, personId } = given;
  const person = await reader.read('person', personId);
  if (person === null) return leave(personMissing());
  const point = check.points.find(({ id }) => id === pointId);
  if (point === undefined) return leave(failure('not-found', m.check_point_missing()));
  const { name } = person;
  const placed = await placedPoints(reader, given);
  if (placed.some((one) => one.pointId === pointId)) {
    return leave(failure('refused', m.check_point_there({ name })));
  }
  const plan = addPoint(await nextPlan(parts, reader, personId), {
    ...newPointOf(check, point),
    id: parts.newId(),
    raisedOn: today(parts.clock),
  });
  return write(m.check_act_send({ name }), [put(plan)], {
    meetingId: plan.id,
    personName: name,
    startsAt: (await readTimes(reader, plan))?.startsAt ?? null,
    timeZone: parts.clock.timeZone(),
  });
}

function newPointOf(
  { id: checkId, topic }: Check,
  { id: pointId, text, stance, guide }: CheckPoint,
): Omit<NewPoint, 'id' | 'raisedOn'> {
  return {
    ...{ text, stance, topic, addedBy: 'me', visibility: 'shared' },
    origin: {
      ...{ kind: 'guide', pageId: guide.page, anchor: guide.anchor },
      check: { checkId, pointId },
    },
  };
}
