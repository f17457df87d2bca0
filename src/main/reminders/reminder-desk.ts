import { snoozedUntil } from '../../domain/reminders/inbox.ts';
import type { SnoozeChoice } from '../../domain/reminders/inbox.ts';
import type { Ledger } from '../../domain/reminders/ledger-schema.ts';
import { acknowledge, findEntry, markRead, snooze } from '../../domain/reminders/ledger.ts';
import type { ReminderKey } from '../../domain/reminders/ledger.ts';
import type { Settings } from '../../domain/documents/settings.ts';
import type { Result } from '../../ipc/result.ts';
import type { InboxReminder, InboxView } from '../../ipc/views.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Clock } from '../platform/clock.ts';
import { Listeners } from '../platform/listeners.ts';
import { timestamp } from '../services/acts.ts';
import { createSettingsService, readSettings } from '../services/settings.ts';
import type { Store } from '../store/store.ts';
import type { Announcement } from './announcements.ts';
import { createAnnouncer } from './announcer.ts';
import { inboxView } from './inbox-view.ts';
import type { Changed, LedgerFile } from './ledger-file.ts';
import type { Notifier } from './notifier.ts';

/** Whether a reminder was put off; if not, why. */
type SnoozeOutcome = 'snoozed' | 'too-late' | 'unknown';

/** What the user does with reminders, from a notification, the tray or the window alike. */
export interface ReminderDesk {
  /** Puts a reminder off, and takes it off the screen. */
  snooze(key: ReminderKey, choice: SnoozeChoice): Promise<SnoozeOutcome>;
  /** They are answered: they neither repeat nor come after a snooze, and leave the screen. */
  acknowledge(keys: readonly ReminderKey[]): Promise<void>;
  /** They were seen in the inbox; null for all. */
  markRead(keys: readonly ReminderKey[] | null): Promise<void>;
  /** Holds all reminders back until an instant, or no longer for null. */
  pauseUntil(instant: string | null): Promise<Result<Settings>>;
  inbox(): Promise<InboxView>;
  /** Tells of reminders by a notification; where that fails, in the window and by `unshown`. */
  announce(announcement: Announcement): Promise<void>;
  /**
   * Takes off the screen what tells of reminders that there is no cause for any more, the 1:1 having
   * been moved, called off or held meanwhile. It is asked what there is cause for where that matters.
   */
  keepOnly(current: () => readonly ReminderKey[]): void;
  /** What no notification could be shown of, while it is unanswered and of use: for the tray menu. */
  unshown(): Promise<readonly InboxReminder[]>;
  /** Brings the window to where an announcement leads, which answers it. */
  open(announcement: Pick<Announcement, 'keys' | 'route'>): void;
  /** Says to all listeners that the inbox is another. */
  tell(): void;
  /** The answer unsubscribes. */
  onChange(listener: () => void): () => void;
}

export interface ReminderDeskParts {
  readonly store: Store;
  readonly ledger: LedgerFile;
  readonly notifier: Notifier;
  readonly notices: NoticeBoard;
  readonly clock: Clock;
  /** Brings the window forward at a route, made anew if need be. */
  readonly show: (route: string) => void;
  readonly report: (problem: unknown) => void;
}

export function createReminderDesk(parts: ReminderDeskParts): ReminderDesk {
  const { store } = parts;
  const changes = new Listeners<void>();
  const tell = (): void => {
    changes.tell();
  };
  const acts = createReminderActs(parts, tell);
  const announcer = createAnnouncer({
    ...parts,
    tell,
    acknowledge: acts.acknowledge,
    snooze: acts.snooze,
  });
  const settings = createSettingsService(store);
  const inbox = async (): Promise<InboxView> => {
    const [ledger, people, { remindersPausedUntil }] = await Promise.all([
      parts.ledger.read(),
      store.summaries('person'),
      readSettings(store),
    ]);
    return inboxView(ledger, people, { now: timestamp(parts.clock), remindersPausedUntil });
  };
  return {
    inbox,
    announce: announcer.announce,
    keepOnly: announcer.keepOnly,
    unshown: async () =>
      (await inbox()).reminders.filter(
        (one) => one.fate === 'shown' && one.snoozes.length > 0 && announcer.isUnshown(one),
      ),
    open: announcer.open,
    snooze: async (key, choice) => {
      const outcome = await acts.snooze(key, choice);
      if (outcome === 'snoozed') announcer.settle([key]);
      return outcome;
    },
    acknowledge: async (keys) => {
      announcer.settle(keys);
      await acts.acknowledge(keys);
    },
    markRead: acts.markRead,
    pauseUntil: (remindersPausedUntil) => settings['settings.change']({ remindersPausedUntil }),
    tell,
    onChange: (listener) => changes.add(listener),
  };
}

type ReminderActs = Pick<ReminderDesk, 'snooze' | 'acknowledge' | 'markRead'>;

/** What acts do to the ledger; each is told of once it is noted. */
function createReminderActs(
  { ledger, clock }: Pick<ReminderDeskParts, 'ledger' | 'clock'>,
  tell: () => void,
): ReminderActs {
  const change = async <Value>(step: (current: Ledger) => Changed<Value>): Promise<Value> => {
    const value = await ledger.change(step);
    tell();
    return value;
  };
  return {
    snooze: (key, choice) =>
      change<SnoozeOutcome>((current) => {
        const entry = findEntry(current, key);
        if (!entry?.shownAt) return { ledger: current, value: 'unknown' };
        const until = snoozedUntil(entry, choice, timestamp(clock));
        if (until === null) return { ledger: current, value: 'too-late' };
        return { ledger: snooze(current, key, until), value: 'snoozed' };
      }),
    acknowledge: async (keys) => {
      await change((current) => {
        const now = timestamp(clock);
        const answered = keys.reduce((kept, key) => acknowledge(kept, key, now), current);
        return { ledger: answered, value: null };
      });
    },
    markRead: async (keys) => {
      await change((current) => {
        const read = markRead(current, keys ?? current.entries, timestamp(clock));
        return { ledger: read, value: null };
      });
    },
  };
}
