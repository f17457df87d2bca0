import { addPoint, changePoint, movePoint, removePoint } from '../../domain/agenda/points.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ServiceParts } from './acts.ts';
import { timestamp, today } from './acts.ts';
import { changeMeeting, made, memberOf, takeFromMeeting } from './meeting-acts.ts';

type TalkingPointCalls = Pick<
  HandlersOf<'meetings'>,
  'meetings.addPoint' | 'meetings.changePoint' | 'meetings.movePoint' | 'meetings.removePoint'
>;

export function createTalkingPointsService({
  store,
  clock,
  newId,
}: ServiceParts): TalkingPointCalls {
  return {
    'meetings.addPoint': ({ meetingId, ...typed }) => {
      const id = newId();
      const origin = { kind: 'typed' } as const;
      return changeMeeting(store, {
        meetingId,
        label: m.main_act_add_point(),
        change: (meeting) =>
          made(addPoint(meeting, { id, origin, raisedOn: today(clock), ...typed })),
        answer: ({ agenda }) => memberOf(agenda, id),
      });
    },
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
