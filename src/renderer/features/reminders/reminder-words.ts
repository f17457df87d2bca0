import type { SnoozeChoice } from '../../../domain/reminders/inbox.ts';
import type { InboxReminder } from '../../../ipc/views.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';
import { dateIn } from '../series/upcoming.ts';

/** Where and when the user is, as far as words depend on it. */
interface Place {
  readonly format: Formatter;
  readonly timeZone: string;
}

/** What a reminder is for. */
export function reminderTitle({ stage, personName }: InboxReminder): string {
  const name = personName;
  switch (stage) {
    case 'prepare':
      return m.reminders_row_prepare({ name });
    case 'starting':
      return m.reminders_row_starting({ name });
    case 'wrap-up':
      return m.reminders_row_wrap_up({ name });
  }
}

/** What became of it: "Shown 09:50, answered". */
export function fateWords(reminder: InboxReminder, now: string, place: Place): string {
  const time = timeOrDay(reminder.cameAt, now, place);
  switch (reminder.fate) {
    case 'missed':
      return m.reminders_fate_missed({ time: timeOrDay(reminder.dueAt, now, place) });
    case 'shown':
      return m.reminders_fate_shown({ time });
    case 'answered':
      return m.reminders_fate_answered({ time });
    case 'snoozed':
      return m.reminders_fate_snoozed({
        time: timeOrDay(reminder.snoozedUntil ?? reminder.cameAt, now, place),
      });
  }
}

/** What its way in is called. */
export const openWords = ({ stage }: InboxReminder): string =>
  stage === 'wrap-up' ? m.reminders_open_wrap_up() : m.reminders_open_plan();

/** What a way to put it off is called. */
export const snoozeWords = (choice: SnoozeChoice): string =>
  choice === 'until-start'
    ? m.reminders_snooze_until_start()
    : m.reminders_snooze_minutes({ count: choice });

/** "10:00" today, with its day on any other. */
export function timeOrDay(instant: string, now: string, { format, timeZone }: Place): string {
  const isToday = dateIn(instant, timeZone).equals(dateIn(now, timeZone));
  return isToday ? format.time(instant, timeZone) : format.dayAndTime(instant, timeZone);
}
