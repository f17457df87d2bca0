import { app, clipboard, shell } from 'electron';
import { createFormatter } from '../messages/format.ts';
import { m } from '../messages/index.ts';
import type { CaptureDesk } from './capture/capture-desk.ts';
import type { CaptureShortcut } from './capture/capture-keys.ts';
import type { Handlers } from './ipc/handlers.ts';
import { keepWaysBack } from './ipc/keep-ways-back.ts';
import { markdownExtensions } from './library/arrival.ts';
import { createPictureFolder } from './library/picture-folder.ts';
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
import { createActionsService } from './services/actions.ts';
import type { CalendarsParts } from './services/calendar-parts.ts';
import { createBalanceService } from './services/balance.ts';
import { createCalendarsService } from './services/calendars.ts';
import { createChecksService } from './services/checks.ts';
import { createDataService } from './services/data.ts';
import { createDecisionsService } from './services/decisions.ts';
import { createCaptureService } from './services/capture.ts';
import { createDeskService } from './services/desk.ts';
import { createDelegationService } from './services/delegation.ts';
import { createFeedbackService } from './services/feedback.ts';
import { createGuideService } from './services/guide.ts';
import { createHelperService } from './services/helper.ts';
import { createHistoryService } from './services/history.ts';
import { keepLibraryOrder } from './services/library-order.ts';
import type { LibraryParts } from './services/library.ts';
import { createLibraryService } from './services/library.ts';
import { createMeetingsService } from './services/meetings.ts';
import { createPeopleService } from './services/people.ts';
import { createPrepService } from './services/prep.ts';
import { createQuestionsService } from './services/questions.ts';
import { createRemindersService } from './services/reminders.ts';
import { createResources } from './services/resources.ts';
import type { SavingParts } from './services/save-file.ts';
import { createSeriesExport } from './services/series-export.ts';
import { createSeriesService } from './services/series.ts';
import { createSettingsService } from './services/settings.ts';
import { createShareService } from './services/share.ts';
import { createTemplatesService } from './services/templates.ts';
import { createTodayService } from './services/today.ts';
import { createUndoService } from './services/undo.ts';
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
  const resources = createResources(parts.resources, notices);
  const dataFolder = parts.places.documents;
  const localFolder = localFolderOf({ dataFolder, localFolder: parts.places.local });
  const pictures = createPictureFolder({ ...parts, dataFolder, localFolder });
  const libraryOrder = keepLibraryOrder(store);
  const reading = { ...parts, resources, report, libraryOrder, pictures };
  const handlers: Handlers = {
    ...composeAppService(parts),
    ...createTodayService(parts),
    ...createPeopleService(parts),
    ...createSeriesService(parts),
    ...createSeriesExport({ ...parts, ...savingBy(parts.dialogs) }),
    ...createMeetingsService({ ...parts, resources }),
    ...createPrepService({ ...parts, resources }),
    ...createFeedbackService(parts),
    ...createActionsService(parts),
    ...createHistoryService(parts),
    ...createTemplatesService({ ...parts, resources }),
    ...createQuestionsService({ ...parts, resources }),
    ...createCalendarsService(parts.calendars),
    ...composeShareService(parts),
    ...createGuideService(reading),
    ...composeLibraryService(reading),
    ...createHelperService(resources),
    ...createChecksService({ ...parts, resources }),
    ...createDecisionsService({ ...parts, resources }),
    ...createDelegationService(parts),
    ...createBalanceService(parts),
    ...createSettingsService(store),
    ...createCaptureService({ ...parts, format: createFormatter(app.getSystemLocale()) }),
    ...createDeskService(parts),
    ...createRemindersService(parts.reminders),
    ...createUndoService(store),
    ...createDataService({
      ...{ store, dataFolder, localFolder, pictures, report },
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

function composeLibraryService(
  parts: Omit<LibraryParts, 'askForFiles' | 'askForFolder'> & Pick<HandlersParts, 'dialogs'>,
): ReturnType<typeof createLibraryService> {
  return createLibraryService({
    ...parts,
    askForFiles: async () => {
      const { canceled, filePaths } = await parts.dialogs.open({
        title: m.library_dialog_files(),
        properties: ['openFile', 'multiSelections'],
        filters: [{ name: m.library_dialog_kind(), extensions: [...markdownExtensions] }],
      });
      return canceled ? [] : filePaths;
    },
    askForFolder: async () => {
      const { canceled, filePaths } = await parts.dialogs.open({
        title: m.library_dialog_folder(),
        properties: ['openDirectory'],
      });
      return canceled ? null : (filePaths[0] ?? null);
    },
  });
}

function composeShareService({
  store,
  page,
  dialogs,
}: HandlersParts): ReturnType<typeof createShareService> {
  return createShareService({
    store,
    page,
    format: createFormatter(app.getSystemLocale()),
    writeClipboard: (text) => clipboard.writeText(text),
    ...savingBy(dialogs),
  });
}
