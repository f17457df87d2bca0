import { addAction, changeAction, removeAction } from '../../domain/agenda/actions.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ServiceParts } from './acts.ts';
import { timestamp } from './acts.ts';
import { changeMeeting, made, memberOf, takeFromMeeting } from './meeting-acts.ts';

type ActionItemCalls = Pick<
  HandlersOf<'meetings'>,
  'meetings.addAction' | 'meetings.changeAction' | 'meetings.removeAction'
>;

export function createActionItemsService({ store, clock, newId }: ServiceParts): ActionItemCalls {
  return {
    'meetings.addAction': ({ meetingId, ...typed }) => {
      const id = newId();
      return changeMeeting(store, {
        meetingId,
        label: m.main_act_add_action(),
        change: (meeting) => made(addAction(meeting, { id, now: timestamp(clock), ...typed })),
        answer: ({ actionItems }) => memberOf(actionItems, id),
      });
    },
    'meetings.changeAction': ({ meetingId, actionId, ...change }) =>
      changeMeeting(store, {
        meetingId,
        label: m.main_act_change_action(),
        change: (meeting) => changeAction(meeting, actionId, change, timestamp(clock)),
        answer: ({ actionItems }) => memberOf(actionItems, actionId),
      }),
    'meetings.removeAction': ({ meetingId, actionId }) =>
      takeFromMeeting(store, {
        meetingId,
        label: m.main_act_remove_action(),
        change: (meeting) => removeAction(meeting, actionId),
        answer: (meeting) => meeting,
      }),
  };
}
