import { addPoint, changePoint, movePoint, removePoint } from '../../domain/agenda/points.ts';
import { meetingIn, withMeeting } from '../../domain/agenda/person-file.ts';
import { carryOn } from '../../domain/agenda/settle-file.ts';
import type { TalkingPoint } from '../../domain/documents/meeting.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ServiceParts } from './acts.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import { leave, put, timestamp, today, write } from './acts.ts';
import { changeMeeting, meetingMissing, memberOf, takeFromMeeting } from './meeting-acts.ts';
import { changesOf, readPersonFile } from './person-file.ts';

type TalkingPointCalls = Pick<
  HandlersOf<'meetings'>,
  'meetings.addPoint' | 'meetings.changePoint' | 'meetings.movePoint' | 'meetings.removePoint'
>;

export function createTalkingPointsService(parts: ServiceParts): TalkingPointCalls {
  const { store, clock } = parts;
  return {
    'meetings.addPoint': async (input) =>
      (await store.act((reader) => add(parts, reader, input))).value,
    'meetings.changePoint': ({ meetingId, pointId, ...change }) =>
      changeMeeting(store, {
        meetingId,
        label: m.main_act_change_point(),
        change: (meeting) => changePoint(meeting, pointId, change, timestamp(clock)),
        answer: ({ agenda }) => memberOf(agenda, pointId),
      }),
    'meetings.movePoint': ({ meetingId, pointId, toIndex }) =>
      changeMeeting(store, {
        meetingId,
        label: m.main_act_move_point(),
        change: (meeting) => movePoint(meeting, pointId, toIndex),
        answer: (meeting) => meeting,
      }),
    'meetings.removePoint': ({ meetingId, pointId }) =>
      takeFromMeeting(store, {
        meetingId,
        label: m.main_act_remove_point(),
        change: (meeting) => removePoint(meeting, pointId),
        answer: (meeting) => meeting,
      }),
  };
}

/** Adds a point; where the 1:1 does not take place, it is for the next one. */
async function add(
  { clock, newId }: ServiceParts,
  reader: StoreReader,
  { meetingId, ...typed }: CheckedInput<'meetings.addPoint'>,
): Promise<Decided<Result<TalkingPoint>>> {
  const meeting = await reader.read('meeting', meetingId);
  if (meeting === null) return leave(meetingMissing());
  const [id, origin] = [newId(), { kind: 'typed' } as const];
  const added = addPoint(meeting, { id, origin, raisedOn: today(clock), ...typed });
  const label = m.main_act_add_point();
  if (meeting.status === 'planned' || meeting.status === 'held')
    return write(label, [put(added)], memberOf(added.agenda, id));
  const before = await readPersonFile(reader, meeting, clock);
  const after = carryOn(withMeeting(before, added), added, timestamp(clock));
  const agenda = meetingIn(after, meetingId)?.agenda ?? [];
  return write(label, changesOf(before, after), memberOf(agenda, id));
}
