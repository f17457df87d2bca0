import { randomUUID } from 'node:crypto';
import { createFormatter } from '../../messages/format.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Clock } from '../platform/clock.ts';
import type { Beat } from '../platform/heartbeat.ts';
import { reminderBeat } from '../reminders/engine.ts';
import { createLedgerFile } from '../reminders/ledger-file.ts';
import type { Message, Notifier } from '../reminders/notifier.ts';
import { createReminderDesk } from '../reminders/reminder-desk.ts';
import type { ReminderDesk } from '../reminders/reminder-desk.ts';
import { createCalendarCache } from '../services/calendar-cache.ts';
import { keptSettings } from '../services/settings.ts';
import type { FileSystem } from '../store/file-system.ts';
import { nodeFileSystem } from '../store/file-system.ts';
import type { Store } from '../store/store.ts';

/** A desktop that keeps what it was asked to show. */
export interface TestScreen extends Notifier {
  /** Everything that was shown since the start, oldest first. */
  readonly shown: readonly Message[];
  /** What is on it now. */
  readonly standing: () => readonly Message[];
  /** Whether it shows anything. */
  canShow: boolean;
  /** Called whenever something is to be shown, before it is. */
  whenShowing: () => Promise<void>;
}

export function testScreen(): TestScreen {
  const shown: Message[] = [];
  const standing = new Map<string, Message>();
  const screen: TestScreen = {
    shown,
    standing: () => [...standing.values()],
    canShow: true,
    whenShowing: () => Promise.resolve(),
    show: async (message) => {
      await screen.whenShowing();
      if (!screen.canShow) {
        message.failed();
        return;
      }
      shown.push(message);
      standing.set(message.id, message);
    },
    withdraw: (id) => {
      standing.delete(id);
    },
  };
  return screen;
}

export interface ReminderBenchParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly notices: NoticeBoard;
  /** Where the ledger is. */
  readonly folder: string;
  readonly screen: TestScreen;
  /** The disk itself, unless a test lets it fail. */
  readonly files?: FileSystem;
  /** The routes at which the window was brought forward. */
  readonly routes?: string[];
  readonly problems?: unknown[];
}

/** The reminders as a start of the app makes them: the engine and the desk over one ledger. */
export interface ReminderBench {
  readonly desk: ReminderDesk;
  readonly beat: Beat;
}

export function reminderBench(parts: ReminderBenchParts): ReminderBench {
  const { store, clock, screen: notifier, routes = [], problems = [] } = parts;
  const report = (problem: unknown): void => {
    problems.push(problem);
  };
  const ledger = createLedgerFile({
    files: nodeFileSystem,
    ...parts,
    newId: () => randomUUID(),
    report,
  });
  const show = (route: string): void => {
    routes.push(route);
  };
  const desk = createReminderDesk({ ...parts, ledger, notifier, show, report });
  const format = createFormatter('en-GB');
  const calendar = createCalendarCache(store, clock);
  const settings = keptSettings(store);
  return { desk, beat: reminderBeat({ settings, clock, calendar, ledger, desk, format }) };
}
