import { app, Notification, powerMonitor } from 'electron';
import { createFormatter } from '../messages/format.ts';
import { m } from '../messages/index.ts';
import type { Captured } from '../ipc/views.ts';
import type { CaptureDesk } from './capture/capture-desk.ts';
import type { RemindersOfTray } from './compose-tray.ts';
import { composeTray, noTray } from './compose-tray.ts';
import type { NoticeBoard } from './notices/notice-board.ts';
import type { Clock } from './platform/clock.ts';
import type { DataPlaces } from './platform/data-places.ts';
import type { Heartbeat } from './platform/heartbeat.ts';
import { createHeartbeat } from './platform/heartbeat.ts';
import type { NewId } from './platform/ids.ts';
import { report } from './platform/report.ts';
import type { Notifier } from './reminders/notifier.ts';
import { reminderBeat } from './reminders/engine.ts';
import { createLedgerFile } from './reminders/ledger-file.ts';
import { createNotifier, silentNotifier } from './reminders/notifier.ts';
import { createTrayHint } from './tray/tray-hint.ts';
import { createCalendarCache } from './services/calendar-cache.ts';
import { createSettingsService, readSettings } from './services/settings.ts';
import type { Store } from './store/store.ts';
import type { MainWindow } from './windows/main-window.ts';
import { windowRest } from './windows/window-rest.ts';

export interface DeskParts {
  readonly newId: NewId;
  readonly store: Store;
  readonly clock: Clock;
  readonly notices: NoticeBoard;
  readonly places: DataPlaces;
  readonly window: MainWindow;
  readonly captures: CaptureDesk;
  /** The app's resources/. */
  readonly resources: string;
  /** False on a Linux session without D-Bus: then there is no tray and no notification. */
  readonly hasDesktop: boolean;
}

/** Tray and reminders: what is there while no window is. */
export interface Desk {
  /** Whether a window that is hidden can be brought back from the tray, as things are now. */
  readonly hasTray: () => boolean;
  /** To be called when the window was closed and lives on in the tray. */
  afterHiding(): void;
  /** Looks anew at what is due. */
  refresh(): void;
  /** Says where a thought went that came from a command line. */
  tellCaptured(captured: Captured): void;
  stop(): void;
}

export function composeDesk(parts: DeskParts): Desk {
  const { store, clock, notices, window } = parts;
  if (!parts.hasDesktop) {
    notices.add({ id: 'no-bus', severity: 'information', message: m.main_notice_no_bus() });
  }
  const calendar = createCalendarCache(store, clock);
  const heartbeat = createHeartbeat(clock, report);
  const format = createFormatter(app.getSystemLocale());
  const notifier = composeNotifier(parts);
  heartbeat.join(
    reminderBeat({
      ...{ calendar, notifier, notices, clock, format, report },
      settings: () => readSettings(store),
      ledger: createLedgerFile({ folder: parts.places.local, newId: parts.newId, report }),
      open: window.open,
    }),
  );
  const tray = parts.hasDesktop
    ? composeTray({ ...parts, calendar, heartbeat, format, reminders: remindersOfTray(store) })
    : noTray;
  heartbeat.join(windowRest({ window, canComeBack: tray.isSeen }));
  const hint = createTrayHint({
    store,
    notifier,
    notices,
    open: () => {
      window.open(null);
    },
  });
  const stops = [
    calendar.dispose,
    heartbeat.stop,
    store.onChange(heartbeat.beatNow),
    heartbeat.onClockChange(() => {
      window.send('changed', { topics: ['clock'] });
    }),
    followPower(heartbeat),
    tray.stop,
  ];
  return {
    hasTray: tray.isSeen,
    afterHiding: () => {
      hint.show().catch(report);
      heartbeat.beatNow();
    },
    refresh: heartbeat.beatNow,
    tellCaptured: ({ sentence, route }) => {
      const open = (): void => {
        window.open(route);
      };
      const message = { id: 'captured', title: m.capture_noted_title(), body: sentence, open };
      notifier
        .show(message)
        .then((isShown) => {
          if (isShown) return;
          notices.add({
            id: `captured:${route}`,
            severity: 'information',
            message: sentence,
            route,
          });
        })
        .catch(report);
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

/** Until the reminders' own desk is there, what the settings know of them. */
function remindersOfTray(store: Store): RemindersOfTray {
  const settings = createSettingsService(store);
  return {
    read: async () => {
      const { remindersPausedUntil: pausedUntil } = await readSettings(store);
      return { showing: [], unshown: [], missed: 0, pausedUntil };
    },
    snooze: () => Promise.resolve(),
    acknowledge: () => Promise.resolve(),
    pauseUntil: (remindersPausedUntil) => settings['settings.change']({ remindersPausedUntil }),
  };
}

/** Notifications of the desktop where it has them, else none, and the user told. */
function composeNotifier({ hasDesktop, notices }: DeskParts): Notifier {
  if (hasDesktop && Notification.isSupported()) return createNotifier();
  if (hasDesktop) {
    const message = m.main_notice_no_notifications();
    notices.add({ id: 'no-notifications', severity: 'information', message });
  }
  return silentNotifier;
}

/** What may have become due while the computer slept or was locked is looked at on waking. */
function followPower(heartbeat: Heartbeat): () => void {
  powerMonitor.on('resume', heartbeat.beatNow);
  powerMonitor.on('unlock-screen', heartbeat.beatNow);
  return () => {
    powerMonitor.off('resume', heartbeat.beatNow);
    powerMonitor.off('unlock-screen', heartbeat.beatNow);
  };
}
