import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ReminderDesk } from '../reminders/reminder-desk.ts';

/** What the window asks of reminders: the same acts as from a notification and the tray. */
export function createRemindersService(desk: ReminderDesk): HandlersOf<'reminders'> {
  return {
    'reminders.inbox': async () => success(await desk.inbox()),
    'reminders.markRead': async ({ reminders }) => {
      await desk.markRead(reminders);
      return success(null);
    },
    'reminders.snooze': async ({ choice, ...key }) => {
      const outcome = await desk.snooze(key, choice);
      if (outcome === 'snoozed') return success(null);
      return outcome === 'too-late'
        ? failure('invalid', m.reminders_too_late())
        : failure('not-found', m.reminders_missing());
    },
    'reminders.acknowledge': async (key) => {
      await desk.acknowledge([key]);
      return success(null);
    },
    'reminders.pause': async ({ until }) => {
      const result = await desk.pauseUntil(until);
      return result.ok ? success(null) : result;
    },
  };
}
