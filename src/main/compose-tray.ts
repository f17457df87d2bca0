import { join } from 'node:path';
import { app } from 'electron';
import { pauseEnd } from '../domain/reminders/pause.ts';
import type { Formatter } from '../messages/format.ts';
import { m } from '../messages/index.ts';
import type { CaptureDesk } from './capture/capture-desk.ts';
import type { NoticeBoard } from './notices/notice-board.ts';
import type { Clock } from './platform/clock.ts';
import type { DesktopTheme } from './platform/desktop-theme.ts';
import type { Heartbeat } from './platform/heartbeat.ts';
import { report } from './platform/report.ts';
import type { ReminderDesk } from './reminders/reminder-desk.ts';
import type { DueReview } from '../ipc/views.ts';
import type { CalendarCache } from './services/calendar-cache.ts';
import type { KeptReading } from './services/kept-reading.ts';
import { AppTray } from './tray/tray.ts';
import { trayBeat } from './tray/tray-beat.ts';
import type { TrayAction, TrayContent, TrayReminders } from './tray/tray-content.ts';
import { watchTrayHost } from './tray/tray-host.ts';
import { trayIconPath } from './tray/tray-icon.ts';
import { trayReminders } from './tray/tray-reminders.ts';
import type { MainWindow } from './windows/main-window.ts';

export interface TrayParts {
  readonly resources: string;
  readonly desktopTheme: DesktopTheme;
  readonly calendar: CalendarCache;
  /** Every decision that waits to be looked back on. */
  readonly reviews: KeptReading<readonly DueReview[]>;
  readonly heartbeat: Heartbeat;
  readonly format: Formatter;
  readonly clock: Clock;
  readonly notices: NoticeBoard;
  readonly window: MainWindow;
  readonly captures: CaptureDesk;
  readonly reminders: ReminderDesk;
}

export interface ComposedTray {
  /** Whether the icon is where the user can see it, so that a hidden window can come back. */
  readonly isSeen: () => boolean;
  readonly stop: () => void;
}

/** Without a tray nothing can be hidden in one. */
export const noTray: ComposedTray = { isSeen: () => false, stop: () => undefined };

/** The icon in the tray, and whether the desktop shows it. */
export function composeTray(parts: TrayParts): ComposedTray {
  try {
    makeTray(parts);
  } catch (error) {
    report(error);
    const message = m.main_notice_no_tray();
    parts.notices.add({ id: 'no-tray', severity: 'information', message });
    return noTray;
  }
  return followHost(parts.notices);
}

function makeTray(parts: TrayParts): void {
  const { calendar, clock, format, heartbeat, reminders, desktopTheme } = parts;
  const iconFolder = join(parts.resources, 'icons');
  const iconPath = (): string =>
    trayIconPath(iconFolder, { platform: process.platform, isDark: desktopTheme.isDark() });
  const tray = new AppTray({
    iconPath: iconPath(),
    act: (action) => {
      act(action, parts).catch(report);
    },
  });
  desktopTheme.onChange(() => {
    tray.setIcon(iconPath());
  });
  const readReminders = async (): Promise<TrayReminders> => {
    const [inbox, unshown] = await Promise.all([reminders.inbox(), reminders.unshown()]);
    return trayReminders(inbox, unshown);
  };
  const show = (content: TrayContent): void => {
    tray.show(content);
  };
  const reviews = parts.reviews.read;
  heartbeat.join(trayBeat({ calendar, clock, format, show, reminders: readReminders, reviews }));
}

/** Says that no icon can be seen for as long as that is so. Until it is known, one can. */
function followHost(notices: NoticeBoard): ComposedTray {
  let isSeen = true;
  const tell = (isThere: boolean): void => {
    isSeen = isThere;
    if (isThere) notices.withdraw('no-tray');
    else notices.add({ id: 'no-tray', severity: 'information', message: m.tray_no_host() });
  };
  const watching = watchTrayHost(process.platform, tell);
  // A bus that has ended since the start shows no icon either.
  watching.catch((error: unknown) => {
    report(error);
    tell(false);
  });
  return {
    isSeen: () => isSeen,
    stop: () => {
      watching.then((stop) => {
        stop();
      }, report);
    },
  };
}

async function act(action: TrayAction, parts: TrayParts): Promise<void> {
  const { window, captures, reminders, clock } = parts;
  switch (action.kind) {
    case 'show':
      window.open(action.route);
      return;
    case 'capture':
      await captures.open();
      window.open(null);
      return;
    case 'snooze':
      await reminders.snooze(action.key, action.choice);
      return;
    case 'answer':
      reminders.open({ keys: [action.key], route: action.route });
      return;
    case 'acknowledge':
      await reminders.acknowledge([action.key]);
      return;
    case 'pause':
      await reminders.pauseUntil(pauseEnd(action.length, clock.now(), clock.timeZone()));
      return;
    case 'resume':
      await reminders.pauseUntil(null);
      return;
    case 'quit':
      app.quit();
  }
}
