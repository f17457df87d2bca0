import { randomUUID } from 'node:crypto';
import { join, resolve } from 'node:path';
import type { Result } from '../../ipc/result.ts';
import { composeServices } from '../compose-services.ts';
import type { CaptureDesk } from '../capture/capture-desk.ts';
import { createCaptureDesk } from '../capture/capture-desk.ts';
import { keepWaysBack } from '../ipc/keep-ways-back.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import { createNoticeBoard } from '../notices/notice-board.ts';
import { createResources } from '../services/resources.ts';
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

type Calls = ReturnType<typeof composeServices>;

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
    const { folder } = temporary;
    const calls = composeServices({
      ...{ ...parts, ...desk.parts, dataFolder, captures, report: () => undefined },
      resources: createResources(resourcesFolder, notices),
      localFolder: localFolderOf({ dataFolder, localFolder: join(folder, 'local') }),
      format: createFormatter('en-GB'),
      reminders: reminderBench({ store, clock, notices, folder, screen: testScreen() }).desk,
      calendars: calendarDesk.partsFor(parts),
      askForFiles: () => Promise.resolve(chosen.files),
      askForFolder: () => Promise.resolve(chosen.folder),
      showFolder: (path) => {
        shownFolders.push(path);
        return Promise.resolve('');
      },
    });
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
