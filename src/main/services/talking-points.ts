import type { Meeting, TalkingPoint } from '../../domain/documents/meeting.ts';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ServiceParts } from './acts.ts';
import { given, timestamp, today } from './acts.ts';
import type { Changed } from './meeting-acts.ts';
import { changeMeeting, markedAt, replaceOne, takeFromMeeting } from './meeting-acts.ts';

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
    'meetings.addPoint': ({ meetingId, ...typed }) =>
      changeMeeting(store, meetingId, m.main_act_add_point(), (meeting) => {
        const point: TalkingPoint = {
          id: newId(),
          ...typed,
          stance: null,
          origin: { kind: 'typed' },
          carryCount: 0,
          firstRaisedOn: today(clock),
          discussedAt: null,
        };
        return withAgenda(meeting, [...meeting.agenda, point], point);
      }),
    'meetings.changePoint': ({ meetingId, pointId, isDiscussed, ...fields }) =>
      changeMeeting(store, meetingId, m.main_act_change_point(), (meeting) => {
        const changed = replaceOne(meeting.agenda, pointId, (point) => ({
          ...point,
          ...given(fields),
          discussedAt: markedAt(isDiscussed, point.discussedAt, timestamp(clock)),
        }));
        return changed === null ? missing() : withAgenda(meeting, changed.all, changed.one);
      }),
    'meetings.movePoint': ({ meetingId, pointId, toIndex }) =>
      changeMeeting(store, meetingId, m.main_act_move_point(), (meeting) => {
        const point = meeting.agenda.find(({ id }) => id === pointId);
        if (point === undefined) return missing();
        const others = meeting.agenda.filter(({ id }) => id !== pointId);
        const agenda = others.toSpliced(toIndex, 0, point);
        return withAgenda(meeting, agenda, { ...meeting, agenda });
      }),
    'meetings.removePoint': ({ meetingId, pointId }) =>
      takeFromMeeting(store, meetingId, m.main_act_remove_point(), (meeting) => {
        const agenda = meeting.agenda.filter(({ id }) => id !== pointId);
        if (agenda.length === meeting.agenda.length) return missing();
        return withAgenda(meeting, agenda, { ...meeting, agenda });
      }),
  };
}

const missing = (): Changed<never> => failure('not-found', m.main_point_missing());

const withAgenda = <T>(meeting: Meeting, agenda: TalkingPoint[], value: T): Changed<T> =>
  success({ meeting: { ...meeting, agenda }, value });
