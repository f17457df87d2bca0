import type { SnoozeChoice } from '../../domain/reminders/inbox.ts';
import type { ReminderKey } from '../../domain/reminders/ledger.ts';
import type { PauseLength } from '../../domain/reminders/pause.ts';
import type { InboxReminder } from '../../ipc/views.ts';

/** What a click on an entry asks for. */
export type TrayAction =
  | { readonly kind: 'show'; readonly route: string | null }
  | { readonly kind: 'capture' }
  | { readonly kind: 'snooze'; readonly key: ReminderKey; readonly choice: SnoozeChoice }
  | { readonly kind: 'acknowledge'; readonly key: ReminderKey }
  /** Goes to where a reminder leads, which answers it. */
  | { readonly kind: 'answer'; readonly key: ReminderKey; readonly route: string }
  | { readonly kind: 'pause'; readonly length: PauseLength }
  | { readonly kind: 'resume' }
  | { readonly kind: 'quit' };

export type TrayEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction }
  | { readonly kind: 'submenu'; readonly label: string; readonly entries: readonly TrayEntry[] };

/** What the tray shows. */
export interface TrayContent {
  readonly tooltip: string;
  readonly entries: readonly TrayEntry[];
}

/** What the tray shows of the reminders. */
export interface TrayReminders {
  /** Those that are up and not answered, the newest first. */
  readonly showing: readonly InboxReminder[];
  /** Those that the desktop would not show. */
  readonly unshown: readonly InboxReminder[];
  /** How many came too late and were not looked at yet. */
  readonly missed: number;
  /** UTC instant; null while they come. */
  readonly pausedUntil: string | null;
}

/** Groups of entries with a line between them; empty groups leave none. */
export const inGroups = (...groups: readonly (readonly TrayEntry[])[]): readonly TrayEntry[] =>
  groups
    .filter((group) => group.length > 0)
    .flatMap((group, index) => (index === 0 ? group : [{ kind: 'separator' } as const, ...group]));
