import { app, powerMonitor } from 'electron';
import { createFormatter } from '../messages/format.ts';
import { m } from '../messages/index.ts';
import type { Captured } from '../ipc/views.ts';
import type { CaptureDesk } from './capture/capture-desk.ts';
import type { Reminders } from './compose-reminders.ts';
import { composeTray, noTray } from './compose-tray.ts';
import type { NoticeBoard } from './notices/notice-board.ts';
import type { Clock } from './platform/clock.ts';
import type { DesktopTheme } from './platform/desktop-theme.ts';
import type { Heartbeat } from './platform/heartbeat.ts';
import { createHeartbeat } from './platform/heartbeat.ts';
import { report } from './platform/report.ts';
import { reminderBeat } from './reminders/engine.ts';
import { createTrayHint } from './tray/tray-hint.ts';
import { createCalendarCache } from './services/calendar-cache.ts';
import { waitingReviews } from './services/due-reviews.ts';
import { keptSettings } from './services/settings.ts';
import type { Store } from './store/store.ts';
import type { CalendarDesk } from './calendar/calendar-desk.ts';
import type { MainWindow } from './windows/main-window.ts';
import { windowRest } from './windows/window-rest.ts';

export interface DeskParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly notices: NoticeBoard;
  readonly window: MainWindow;
  readonly captures: CaptureDesk;
  readonly reminders: Reminders;
  readonly calendars: CalendarDesk;
  /** The app's resources/. */
  readonly resources: string;
  readonly desktopTheme: DesktopTheme;
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
  const reviews = waitingReviews(store);
  const settings = keptSettings(store);
  const heartbeat = createHeartbeat(clock, report);
  const format = createFormatter(app.getSystemLocale());
  const { desk, ledger, notifier } = parts.reminders;
  const tray = parts.hasDesktop
    ? composeTray({ ...parts, calendar, reviews, heartbeat, format, reminders: desk })
    : noTray;
  heartbeat.join(reminderBeat({ settings, calendar, ledger, desk, clock, format }));
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
    reviews.dispose,
    settings.dispose,
    heartbeat.stop,
    store.onChange(heartbeat.beatNow),
    // What was put off or answered may change when to look again.
    desk.onChange(heartbeat.beatNow),
    parts.calendars.onChange(() => {
      window.send('changed', { topics: ['calendars'] });
      heartbeat.beatNow();
    }),
    heartbeat.onClockChange(() => {
      calendar.forget();
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
      const buttons = [{ label: m.common_open(), press: open }];
      const words = { title: m.capture_noted_title(), body: sentence };
      const failed = (): void => {
        const id = `captured:${route}`;
        notices.add({ id, severity: 'information', message: sentence, route });
      };
      notifier.show({ id: 'captured', ...words, open, buttons, failed }).catch(report);
    },
    stop: () => {
      for (const stop of stops) stop();
    },
  };
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
