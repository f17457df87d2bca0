import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Result } from '../../ipc/result.ts';
import type { CaptureDesk } from '../capture/capture-desk.ts';
import { createCaptureDesk } from '../capture/capture-desk.ts';
import type { Handlers } from '../ipc/handlers.ts';
import { keepWaysBack } from '../ipc/keep-ways-back.ts';
import { createPictureFolder } from '../library/picture-folder.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import { createNoticeBoard } from '../notices/notice-board.ts';
import { createActionsService } from '../services/actions.ts';
import { createBalanceService } from '../services/balance.ts';
import { createCalendarsService } from '../services/calendars.ts';
import { createCaptureService } from '../services/capture.ts';
import { createChecksService } from '../services/checks.ts';
import { createDataService } from '../services/data.ts';
import { createDecisionsService } from '../services/decisions.ts';
import { createDelegationService } from '../services/delegation.ts';
import { createFeedbackService } from '../services/feedback.ts';
import { createGuideService } from '../services/guide.ts';
import { createHelperService } from '../services/helper.ts';
import { createHistoryService } from '../services/history.ts';
import { keepLibraryOrder } from '../services/library-order.ts';
import { createLibraryService } from '../services/library.ts';
import { createMeetingsService } from '../services/meetings.ts';
import { createPeopleService } from '../services/people.ts';
import { createPrepService } from '../services/prep.ts';
import { createQuestionsService } from '../services/questions.ts';
import { createRemindersService } from '../services/reminders.ts';
import { createResources } from '../services/resources.ts';
import { createSeriesExport } from '../services/series-export.ts';
import { createSeriesService } from '../services/series.ts';
import { createShareService } from '../services/share.ts';
import { createSettingsService } from '../services/settings.ts';
import { createTemplatesService } from '../services/templates.ts';
import { createTodayService } from '../services/today.ts';
import { createUndoService } from '../services/undo.ts';
import { createFormatter } from '../../messages/format.ts';
import { reminderBench, testScreen } from './reminder-bench.ts';
import type { TestCalendars } from './test-calendars.ts';
import { testCalendars } from './test-calendars.ts';
import type { ShareDesk } from './share-desk.ts';
import { shareDesk } from './share-desk.ts';
import { localFolderOf } from '../store/local-folder.ts';
import type { Store } from '../store/store.ts';
import type { TemporaryStore, TestClock } from './temporary-store.ts';
import { temporaryStore, testClock } from './temporary-store.ts';

const resourcesFolder = resolve(import.meta.dirname, '../../../resources');
/** A Monday, nine o'clock in Berlin. */
export const monday = '2026-11-23T08:00:00Z';

type Calls = Omit<Handlers, `app.${string}` | `desk.${string}`>;

/** The services on a real store of their own, at nine o'clock on a Monday in Berlin. */
export interface TestServices {
  readonly clock: TestClock;
  readonly notices: NoticeBoard;
  readonly temporary: TemporaryStore;
  readonly call: Calls;
  /** The folders that the file manager was asked to show. */
  readonly shownFolders: readonly string[];
  /** The thoughts that are on their way. */
  readonly captures: CaptureDesk;
  /** Where shared halves go. */
  readonly desk: ShareDesk;
  /** What the dialogs of the library answer. */
  readonly chosen: { files: readonly string[]; folder: string | null };
  /** Where calendars come from. */
  readonly calendars: TestCalendars;
  /** The same services after a restart. */
  readonly restarted: () => Promise<Calls>;
  /** A report with a weekly 1:1 on Mondays at ten in Berlin. */
  readonly addSam: () => Promise<{ personId: string; seriesId: string }>;
  /** Adds Sam, opens the plan of the first 1:1, and gives its id. */
  readonly planNext: () => Promise<string>;
}

export async function startServices(): Promise<TestServices> {
  const clock = testClock(monday);
  const notices = createNoticeBoard();
  const temporary = await temporaryStore(clock);
  const shownFolders: string[] = [];
  const desk = shareDesk();
  const chosen: { files: readonly string[]; folder: string | null } = { files: [], folder: null };
  const calendarDesk = testCalendars(join(temporary.folder, 'local'));
  const dataFolder = join(temporary.folder, 'documents');
  const captures = createCaptureDesk({
    folder: join(temporary.folder, 'local'),
    newId: () => randomUUID(),
    report: () => undefined,
  });
  const callsOf = (store: Store): Calls => {
    const parts = { store, clock, newId: () => randomUUID() };
    const resources = createResources(resourcesFolder, notices);
    const report = (): undefined => undefined;
    const reading = { ...parts, resources, report, libraryOrder: keepLibraryOrder(store) };
    const screen = testScreen();
    const localFolder = localFolderOf({ dataFolder, localFolder: join(temporary.folder, 'local') });
    const pictures = createPictureFolder({ ...parts, dataFolder, localFolder });
    const { folder } = temporary;
    const { desk: reminders } = reminderBench({ store, clock, notices, folder, screen });
    const saving = { askWhereTo: desk.parts.askWhereTo, report: () => undefined };
    const calls: Calls = {
      ...createTodayService({ ...parts, reminders }),
      ...createRemindersService(reminders),
      ...createPeopleService(parts),
      ...createSeriesService(parts),
      ...createSeriesExport({ ...parts, ...saving }),
      ...createMeetingsService({ ...parts, resources }),
      ...createPrepService({ ...parts, resources }),
      ...createFeedbackService(parts),
      ...createActionsService(parts),
      ...createHistoryService(parts),
      ...createTemplatesService({ ...parts, resources }),
      ...createQuestionsService({ ...parts, resources }),
      ...createGuideService({ ...reading, page: desk.parts.page }),
      ...createLibraryService({
        ...reading,
        pictures,
        askForFiles: () => Promise.resolve(chosen.files),
        askForFolder: () => Promise.resolve(chosen.folder),
      }),
      ...createHelperService(resources),
      ...createChecksService({ ...parts, resources }),
      ...createDecisionsService({ ...parts, resources }),
      ...createDelegationService(parts),
      ...createBalanceService(parts),
      ...createSettingsService(store),
      ...createCaptureService({ ...parts, captures, format: createFormatter('en-GB') }),
      ...createShareService({
        ...{ store, format: createFormatter('en-GB') },
        ...{ ...desk.parts, ...saving },
      }),
      ...createCalendarsService(calendarDesk.partsFor(parts)),
      ...createUndoService(store),
      ...createDataService({
        store,
        dataFolder,
        localFolder,
        showFolder: (path) => {
          shownFolders.push(path);
          return Promise.resolve('');
        },
        pictures,
        report: () => undefined,
      }),
    };
    return keepWaysBack(calls, (undoId) => store.keepWayBack(undoId));
  };
  const call = callsOf(temporary.store);
  const addSam = () => addSamTo(call);
  return {
    ...{ clock, notices, temporary, call, addSam, shownFolders, desk, captures, chosen },
    calendars: calendarDesk,
    restarted: async () => callsOf(await temporary.reopen()),
    planNext: async () => {
      const { seriesId } = await addSam();
      const originalLocal = '2026-11-23T10:00';
      return valueOf(await call['meetings.plan']({ seriesId, originalLocal })).meeting.id;
    },
  };
}

async function addSamTo(call: Calls): Promise<{ personId: string; seriesId: string }> {
  const person = valueOf(await call['people.add']({ name: 'Sam Okafor', relationship: 'report' }));
  const series = valueOf(
    await call['series.add']({
      personId: person.id,
      startLocal: '2026-11-23T10:00',
      timeZone: 'Europe/Berlin',
      durationMinutes: 30,
      rule: 'FREQ=WEEKLY',
      place: '',
    }),
  );
  return { personId: person.id, seriesId: series.id };
}

export function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

/** The code of a failure; 'none' without one. */
export const errorOf = (result: Result<unknown>): string =>
  result.ok ? 'none' : result.error.code;

/** What a user is told of a failure; empty without one. */
export const sentenceOf = (result: Result<unknown>): string =>
  result.ok ? '' : result.error.message;
