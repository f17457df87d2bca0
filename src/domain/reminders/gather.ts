import type { Reminder } from './ledger-schema.ts';

/** How reminders that are due at once are told of. */
export interface Gathered {
  /** Each by a message of its own. */
  readonly alone: readonly Reminder[];
  /** All by one message; empty, or more than would be bearable one by one. */
  readonly together: readonly Reminder[];
}

/** As many reminders that can wait a little are shown one by one. */
const bearable = 2;

/**
 * Keeps a computer that wakes up, or an afternoon before a full day, from a flood of messages. A 1:1
 * that starts is never told of together with others: who is waiting must be seen at a glance.
 */
export function gatherReminders(due: readonly Reminder[]): Gathered {
  const waiting = due.filter(({ stage }) => stage !== 'starting');
  if (waiting.length <= bearable) return { alone: due, together: [] };
  return { alone: due.filter(({ stage }) => stage === 'starting'), together: waiting };
}
