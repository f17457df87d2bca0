import type { Reminder } from '../../domain/reminders/ledger-schema.ts';
import { epochOf, localDateOf } from '../../domain/time/instants.ts';
import type { Formatter } from '../../messages/format.ts';
import { m } from '../../messages/index.ts';

/** What the words of a reminder depend on. */
export interface ReminderWords {
  readonly nameOf: (personId: string) => string;
  /** Whether names are left out. */
  readonly hidesTitles: boolean;
  readonly now: string;
  /** The zone of this machine, in which times are shown. */
  readonly timeZone: string;
  readonly format: Formatter;
}

/** What a notification says. */
export interface MessageText {
  readonly title: string;
  readonly body: string;
}

/** From so many minutes on it is said how late a reminder is: less is a timer's matter. */
const lateFromMinutes = 2;
/** A notification has few lines. */
const namedAtMost = 4;

/** What a notification says of one 1:1: what it is time for, when it is, and how late that comes. */
export function reminderMessage(reminder: Reminder, words: ReminderWords): MessageText {
  const body = bodyOf(reminder, words);
  const title = titleOf(reminder, words);
  if (reminder.lateMinutes < lateFromMinutes) return { title, body };
  const duration = words.format.duration(reminder.lateMinutes);
  return { title, body: m.reminders_late({ body, duration }) };
}

/** One notification for several reminders that are due at once. */
export function togetherMessage(due: readonly Reminder[], words: ReminderWords): MessageText {
  const title = m.reminders_together({ count: due.length });
  const body = words.hidesTitles ? m.reminders_together_hidden() : listOf(due, words);
  return { title, body };
}

/** One notification for all that came too late. */
export function missedMessage(missed: readonly Reminder[], words: ReminderWords): MessageText {
  const title = m.reminders_missed_title();
  const count = missed.length;
  if (words.hidesTitles) return { title, body: m.reminders_missed_body_hidden({ count }) };
  return { title, body: m.reminders_missed_body({ count, list: listOf(missed, words) }) };
}

function titleOf(reminder: Reminder, words: ReminderWords): string {
  const name = words.nameOf(reminder.personId);
  switch (reminder.stage) {
    case 'prepare':
      return words.hidesTitles ? m.reminders_prepare_hidden() : m.reminders_prepare({ name });
    case 'wrap-up':
      return words.hidesTitles ? m.reminders_wrap_up_hidden() : m.reminders_wrap_up({ name });
    case 'starting':
      return startingTitle(reminder, name, words);
  }
}

function startingTitle({ startsAt }: Reminder, name: string, words: ReminderWords): string {
  const { hidesTitles, now, format } = words;
  const minutes = Math.ceil((epochOf(startsAt) - epochOf(now)) / 60_000);
  if (minutes > 0) {
    const duration = format.duration(minutes);
    return hidesTitles
      ? m.reminders_starting_hidden({ duration })
      : m.reminders_starting({ name, duration });
  }
  if (minutes === 0) {
    return hidesTitles ? m.reminders_starting_hidden_now() : m.reminders_starting_now({ name });
  }
  return hidesTitles ? m.reminders_starting_hidden_late() : m.reminders_starting_late({ name });
}

function bodyOf(reminder: Reminder, words: ReminderWords): string {
  const { format, timeZone } = words;
  const start = format.time(reminder.startsAt, timeZone);
  const end = format.time(reminder.endsAt, timeZone);
  switch (reminder.stage) {
    case 'prepare':
      return m.reminders_prepare_body({ day: dayName(reminder.startsAt, words), start, end });
    case 'starting':
      return m.reminders_starting_body({ start, end });
    case 'wrap-up': {
      if (daysUntil(reminder.endsAt, words) === 0) return m.reminders_wrap_up_body({ time: end });
      return m.reminders_wrap_up_body_day({ day: format.dayAndTime(reminder.endsAt, timeZone) });
    }
  }
}

function dayName(instant: string, words: ReminderWords): string {
  const days = daysUntil(instant, words);
  if (days === 0) return m.app_today();
  return days === 1 ? m.app_tomorrow() : words.format.day(instant, words.timeZone);
}

function daysUntil(instant: string, { now, timeZone }: ReminderWords): number {
  const today = Temporal.PlainDate.from(localDateOf(now, timeZone));
  return today.until(localDateOf(instant, timeZone)).days;
}

/** Who and when, each once: of one 1:1 several reminders may have been missed. */
function listOf(reminders: readonly Reminder[], words: ReminderWords): string {
  const items = [...new Set(reminders.map((reminder) => itemOf(reminder, words)))];
  const list = items.slice(0, namedAtMost).join('; ');
  const count = items.length - namedAtMost;
  return count > 0 ? m.reminders_list_more({ list, count }) : m.reminders_list({ list });
}

function itemOf({ stage, personId, startsAt }: Reminder, words: ReminderWords): string {
  const name = words.nameOf(personId);
  const when = words.format.dayAndTime(startsAt, words.timeZone);
  switch (stage) {
    case 'prepare':
      return m.reminders_item_prepare({ name, when });
    case 'starting':
      return m.reminders_item_starting({ name, when });
    case 'wrap-up':
      return m.reminders_item_wrap_up({ name, when });
  }
}
