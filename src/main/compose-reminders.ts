import { Notification } from 'electron';
import type { NotificationConstructorOptions } from 'electron';
import { m } from '../messages/index.ts';
import type { NoticeBoard } from './notices/notice-board.ts';
import type { Clock } from './platform/clock.ts';
import type { DataPlaces } from './platform/data-places.ts';
import type { NewId } from './platform/ids.ts';
import { report } from './platform/report.ts';
import type { LedgerFile } from './reminders/ledger-file.ts';
import { createLedgerFile } from './reminders/ledger-file.ts';
import type { LeftOverMessages, Notifier } from './reminders/notifier.ts';
import { createNotifier, silentNotifier } from './reminders/notifier.ts';
import type { ReminderDesk } from './reminders/reminder-desk.ts';
import { createReminderDesk } from './reminders/reminder-desk.ts';
import { inboxRoute } from './reminders/reminder-route.ts';
import { nodeFileSystem } from './store/file-system.ts';
import type { Store } from './store/store.ts';

export interface RemindersParts {
  readonly newId: NewId;
  readonly store: Store;
  readonly clock: Clock;
  readonly notices: NoticeBoard;
  readonly places: DataPlaces;
  /** Brings the window forward at a route. */
  readonly show: (route: string) => void;
  /** False on a Linux session without D-Bus: then there is no notification. */
  readonly hasDesktop: boolean;
}

/** What acts on reminders; the desk makes them come. */
export interface Reminders {
  readonly desk: ReminderDesk;
  readonly ledger: LedgerFile;
  readonly notifier: Notifier;
}

export function composeReminders(parts: RemindersParts): Reminders {
  const ledger = createLedgerFile({
    ...parts,
    files: nodeFileSystem,
    folder: parts.places.local,
    report,
  });
  const notifier = composeNotifier(parts);
  return { ledger, notifier, desk: createReminderDesk({ ...parts, ledger, notifier, report }) };
}

/** Notifications of the desktop where it has them, else none, and the user told. */
function composeNotifier({ hasDesktop, notices, show }: RemindersParts): Notifier {
  if (hasDesktop && Notification.isSupported()) {
    const { platform } = process;
    const make = (options: NotificationConstructorOptions): Notification =>
      new Notification(options);
    const leftOver = platform === 'win32' ? { leftOver: leftOverMessages(show) } : {};
    return createNotifier({ make, platform, report, ...leftOver });
  }
  if (hasDesktop) {
    const message = m.main_notice_no_notifications();
    notices.add({ id: 'no-notifications', severity: 'information', message });
  }
  return silentNotifier;
}

/** On Windows: what is clicked in the system's list after the app was started anew leads to the inbox. */
const leftOverMessages = (show: RemindersParts['show']): LeftOverMessages => ({
  onActivation: (hear) => {
    Notification.handleActivation((details) => {
      hear(details.arguments);
    });
  },
  open: () => {
    show(inboxRoute);
  },
});
