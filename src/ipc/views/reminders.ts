import type { ReminderFate, SnoozeChoice } from '../../domain/reminders/inbox.ts';
import type { ReminderStage } from '../../domain/reminders/ledger-schema.ts';

/** One reminder in the inbox; `id` and `startsAt` together say which. */
export interface InboxReminder {
  readonly id: string;
  readonly startsAt: string;
  readonly stage: ReminderStage;
  readonly personName: string;
  readonly dueAt: string;
  /** When it was shown, or found too late. */
  readonly cameAt: string;
  readonly fate: ReminderFate;
  /** When it comes again; null when it was not put off. */
  readonly snoozedUntil: string | null;
  readonly isUnread: boolean;
  /** How it can be put off now. */
  readonly snoozes: readonly SnoozeChoice[];
  /** Where it leads: a hash route such as #/meetings/<id>. */
  readonly route: string;
}

export interface InboxView {
  /** The instant that this view was made for. */
  readonly now: string;
  /** The latest news first. */
  readonly reminders: readonly InboxReminder[];
  /** How many came too late and were not read yet. */
  readonly unread: number;
  /** Until when all reminders are held back; null when they are not. */
  readonly pausedUntil: string | null;
}
