import { app, clipboard, shell } from 'electron';
import { createFormatter } from '../messages/format.ts';
import { m } from '../messages/index.ts';
import type { CaptureDesk } from './capture/capture-desk.ts';
import type { CaptureShortcut } from './capture/capture-keys.ts';
import { composeServices } from './compose-services.ts';
import type { Handlers } from './ipc/handlers.ts';
import { keepWaysBack } from './ipc/keep-ways-back.ts';
import { markdownExtensions } from './library/arrival.ts';
import type { LoginItem } from './login/login-item.ts';
import type { NoticeBoard } from './notices/notice-board.ts';
import type { Clock } from './platform/clock.ts';
import type { DataPlaces } from './platform/data-places.ts';
import type { NewId } from './platform/ids.ts';
import { report } from './platform/report.ts';
import { describeRuntime } from './platform/runtime.ts';
import type { ReminderDesk } from './reminders/reminder-desk.ts';
import { openExternalLink } from './security/external-links.ts';
import { createAppService } from './services/app.ts';
import type { CalendarsParts } from './services/calendar-parts.ts';
import { createDeskService } from './services/desk.ts';
import type { LibraryParts } from './services/library.ts';
import { createResources } from './services/resources.ts';
import type { SavingParts } from './services/save-file.ts';
import { localFolderOf } from './store/local-folder.ts';
import type { Store } from './store/store.ts';
import type { WindowDialogs } from './windows/window-dialogs.ts';
import type { WindowPage } from './windows/window-page.ts';

export interface HandlersParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
  readonly notices: NoticeBoard;
  readonly places: DataPlaces;
  /** The app's resources/. */
  readonly resources: string;
  readonly page: WindowPage;
  readonly dialogs: WindowDialogs;
  readonly captures: CaptureDesk;
  readonly shortcut: CaptureShortcut;
  readonly login: LoginItem;
  readonly reminders: ReminderDesk;
  readonly calendars: CalendarsParts;
}

/** What answers every call of the contract; a call that nothing answers does not compile. */
export function composeHandlers(parts: HandlersParts): Handlers {
  const { store, notices } = parts;
  const dataFolder = parts.places.documents;
  const handlers: Handlers = {
    ...composeAppService(parts),
    ...createDeskService(parts),
    ...composeServices({
      ...{ ...parts, ...savingBy(parts.dialogs), ...askingBy(parts.dialogs), dataFolder },
      resources: createResources(parts.resources, notices),
      localFolder: localFolderOf({ dataFolder, localFolder: parts.places.local }),
      format: createFormatter(app.getSystemLocale()),
      writeClipboard: (text) => clipboard.writeText(text),
      showFolder: (path) => shell.openPath(path),
    }),
  };
  return keepWaysBack(handlers, (undoId) => store.keepWayBack(undoId));
}

const savingBy = (dialogs: WindowDialogs): SavingParts => ({
  askWhereTo: async (title, fileName) => {
    const { canceled, filePath } = await dialogs.save({ title, defaultPath: fileName });
    return canceled ? null : filePath;
  },
  report,
});

function composeAppService({
  clock,
  notices,
  places,
  captures,
  page,
}: HandlersParts): ReturnType<typeof createAppService> {
  return createAppService({
    version: app.getVersion(),
    runtime: describeRuntime(process.versions),
    dataFolder: places.documents,
    locale: app.getSystemLocale(),
    clock,
    notices,
    captures,
    page,
    openLink: (url) => openExternalLink(shell, url),
    report,
  });
}

const askingBy = (dialogs: WindowDialogs): Pick<LibraryParts, 'askForFiles' | 'askForFolder'> => ({
  askForFiles: async () => {
    const { canceled, filePaths } = await dialogs.open({
      title: m.library_dialog_files(),
      properties: ['openFile', 'multiSelections'],
      filters: [{ name: m.library_dialog_kind(), extensions: [...markdownExtensions] }],
    });
    return canceled ? [] : filePaths;
  },
  askForFolder: async () => {
    const { canceled, filePaths } = await dialogs.open({
      title: m.library_dialog_folder(),
      properties: ['openDirectory'],
    });
    return canceled ? null : (filePaths[0] ?? null);
  },
});
