import type { Reminder } from '../../domain/reminders/ledger-schema.ts';
import { epochOf } from '../../domain/time/instants.ts';
import type { Formatter } from '../../messages/format.ts';
import { m } from '../../messages/index.ts';

export interface ReminderWords {
  readonly name: string;
  /** Whether the name is left out. */
  readonly hidesTitles: boolean;
  readonly now: string;
  /** The zone of this machine, in which times are shown. */
  readonly timeZone: string;
  readonly format: Formatter;
}

/** What a notification says of a 1:1: how long until it, and from when to when it is. */
export function reminderMessage(
  reminder: Pick<Reminder, 'startsAt' | 'endsAt'>,
  words: ReminderWords,
): { readonly title: string; readonly body: string } {
  const { format, timeZone } = words;
  const start = format.time(reminder.startsAt, timeZone);
  const end = format.time(reminder.endsAt, timeZone);
  return { title: titleOf(reminder, words), body: m.main_reminder_body({ start, end }) };
}

function titleOf({ startsAt }: Pick<Reminder, 'startsAt'>, words: ReminderWords): string {
  const { name, hidesTitles, now, format } = words;
  const minutes = Math.ceil((epochOf(startsAt) - epochOf(now)) / 60_000);
  if (minutes > 0) {
    const duration = format.duration(minutes);
    return hidesTitles
      ? m.main_reminder_title_hidden({ duration })
      : m.main_reminder_title({ name, duration });
  }
  if (minutes === 0) {
    return hidesTitles ? m.main_reminder_title_hidden_now() : m.main_reminder_title_now({ name });
  }
  return hidesTitles ? m.main_reminder_title_hidden_late() : m.main_reminder_title_late({ name });
}
