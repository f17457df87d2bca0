import { join } from 'node:path';
import { app, nativeTheme, powerMonitor } from 'electron';
import type { Formatter } from '../messages/format.ts';
import { createFormatter } from '../messages/format.ts';
import { m } from '../messages/index.ts';
import type { Reminders } from './compose-reminders.ts';
import type { NoticeBoard } from './notices/notice-board.ts';
import type { Clock } from './platform/clock.ts';
import type { Heartbeat } from './platform/heartbeat.ts';
import { createHeartbeat } from './platform/heartbeat.ts';
import { report } from './platform/report.ts';
import { reminderBeat } from './reminders/engine.ts';
import { createTrayHint } from './tray/tray-hint.ts';
import type { CalendarCache } from './services/calendar-cache.ts';
import { createCalendarCache } from './services/calendar-cache.ts';
import type { Store } from './store/store.ts';
import { AppTray } from './tray/tray.ts';
import { trayBeat } from './tray/tray-beat.ts';
import { trayIconPath } from './tray/tray-icon.ts';
import type { TrayAction, TrayContent } from './tray/tray-menu.ts';
import type { CalendarDesk } from './calendar/calendar-desk.ts';
import type { MainWindow } from './windows/main-window.ts';

export interface DeskParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly notices: NoticeBoard;
  readonly window: MainWindow;
  readonly reminders: Reminders;
  readonly calendars: CalendarDesk;
  /** The app's resources/. */
  readonly resources: string;
  /** False on a Linux session without D-Bus: then there is no tray and no notification. */
  readonly hasDesktop: boolean;
}

/** Tray and reminders: what is there while no window is. */
export interface Desk {
  readonly hasTray: boolean;
  /** To be called when the window was closed and lives on in the tray. */
  afterHiding(): void;
  /** Looks anew at what is due. */
  refresh(): void;
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
  const { desk, ledger, notifier } = parts.reminders;
  const tray = composeTray(parts, { calendar, heartbeat, format });
  heartbeat.join(reminderBeat({ store, calendar, ledger, desk, clock, format }));
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
  ];
  return {
    hasTray: tray !== null,
    afterHiding: () => {
      hint.show().catch(report);
    },
    refresh: heartbeat.beatNow,
    stop: () => {
      for (const stop of stops) stop();
    },
  };
}

interface TrayNeeds {
  readonly calendar: CalendarCache;
  readonly heartbeat: Heartbeat;
  readonly format: Formatter;
}

function composeTray(parts: DeskParts, { calendar, heartbeat, format }: TrayNeeds): AppTray | null {
  if (!parts.hasDesktop) return null;
  const iconFolder = join(parts.resources, 'icons');
  const iconPath = (): string =>
    trayIconPath(iconFolder, {
      platform: process.platform,
      isDark: nativeTheme.shouldUseDarkColors,
    });
  try {
    const tray = new AppTray({
      iconPath: iconPath(),
      act: (action) => {
        act(action, parts.window);
      },
    });
    nativeTheme.on('updated', () => {
      tray.setIcon(iconPath());
    });
    const show = (content: TrayContent): void => {
      tray.show(content);
    };
    heartbeat.join(trayBeat({ calendar, clock: parts.clock, format, show }));
    return tray;
  } catch (error) {
    report(error);
    const message = m.main_notice_no_tray();
    parts.notices.add({ id: 'no-tray', severity: 'information', message });
    return null;
  }
}

function act(action: TrayAction, window: MainWindow): void {
  switch (action.kind) {
    case 'show':
      window.open(action.route);
      return;
    case 'quit':
      app.quit();
  }
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
