import type { ActionItem, Meeting } from '../../domain/documents/meeting.ts';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ServiceParts } from './acts.ts';
import { given, timestamp } from './acts.ts';
import type { Changed } from './meeting-acts.ts';
import { changeMeeting, markedAt, replaceOne, takeFromMeeting } from './meeting-acts.ts';

type ActionItemCalls = Pick<
  HandlersOf<'meetings'>,
  'meetings.addAction' | 'meetings.changeAction' | 'meetings.removeAction'
>;

export function createActionItemsService({ store, clock, newId }: ServiceParts): ActionItemCalls {
  return {
    'meetings.addAction': ({ meetingId, ...typed }) =>
      changeMeeting(store, meetingId, m.main_act_add_action(), (meeting) => {
        const action = { id: newId(), ...typed, doneAt: null, createdAt: timestamp(clock) };
        return withActions(meeting, [...meeting.actionItems, action], action);
      }),
    'meetings.changeAction': ({ meetingId, actionId, isDone, ...fields }) =>
      changeMeeting(store, meetingId, m.main_act_change_action(), (meeting) => {
        const changed = replaceOne(meeting.actionItems, actionId, (action) => ({
          ...action,
          ...given(fields),
          doneAt: markedAt(isDone, action.doneAt, timestamp(clock)),
        }));
        return changed === null ? missing() : withActions(meeting, changed.all, changed.one);
      }),
    'meetings.removeAction': ({ meetingId, actionId }) =>
      takeFromMeeting(store, meetingId, m.main_act_remove_action(), (meeting) => {
        const actionItems = meeting.actionItems.filter(({ id }) => id !== actionId);
        if (actionItems.length === meeting.actionItems.length) return missing();
        return withActions(meeting, actionItems, { ...meeting, actionItems });
      }),
  };
}

const missing = (): Changed<never> => failure('not-found', m.main_action_missing());

const withActions = <T>(meeting: Meeting, actionItems: ActionItem[], value: T): Changed<T> =>
  success({ meeting: { ...meeting, actionItems }, value });
