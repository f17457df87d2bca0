import { gatherReminders } from '../../domain/reminders/gather.ts';
import { snoozeChoices } from '../../domain/reminders/inbox.ts';
import type { SnoozeChoice } from '../../domain/reminders/inbox.ts';
import type { ReminderKey } from '../../domain/reminders/ledger.ts';
import type { ReminderPlan } from '../../domain/reminders/plan.ts';
import type { MessageText, ReminderWords } from './reminder-message.ts';
import { missedMessage, reminderMessage, togetherMessage } from './reminder-message.ts';
import { inboxRoute, reminderRoute } from './reminder-route.ts';

/** Something to tell of reminders, by one notification. */
export interface Announcement extends MessageText {
  /** Stable: for one reminder its own id, so that the same one again takes its place. */
  readonly id: string;
  /** The reminders that an answer to it answers; none for those that came too late. */
  readonly keys: readonly ReminderKey[];
  /** Where it leads. */
  readonly route: string;
  readonly snoozes: readonly SnoozeChoice[];
  /** When it came, UTC. */
  readonly at: string;
}

/** What to tell of a plan: each reminder by itself, or several by one where they would be a flood. */
export function announcementsOf(
  { due, missed }: Pick<ReminderPlan, 'due' | 'missed'>,
  words: ReminderWords,
): readonly Announcement[] {
  const { alone, together } = gatherReminders(due);
  const at = words.now;
  const each = alone.map((reminder) => ({
    at,
    id: reminder.id,
    keys: [reminder],
    route: reminderRoute(reminder),
    snoozes: snoozeChoices(reminder, words.now),
    ...reminderMessage(reminder, words),
  }));
  const inbox = { at, route: inboxRoute, snoozes: [] };
  return [
    ...each,
    ...(together.length === 0
      ? []
      : [{ id: 'together', keys: together, ...inbox, ...togetherMessage(together, words) }]),
    ...(missed.length === 0
      ? []
      : [{ id: 'missed', keys: [], ...inbox, ...missedMessage(missed, words) }]),
  ];
}
