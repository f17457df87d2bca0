import { randomUUID } from 'node:crypto';
import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { Worker } from 'node:worker_threads';
import { openActions } from '../../../src/domain/agenda/actions.ts';
import { readCalendar } from '../../../src/main/services/upcoming.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import type { Candidate, OpenCandidate } from './candidate.ts';
import { sampleMeeting, sampleNow, samplePeople, sampleSeries } from './sample-data.ts';

/** Our own store, as the app opens it: with a thread that owns the disk. */
export const evenkeelCandidate: Candidate = { fill, open };

async function fill(folder: string, count: number): Promise<void> {
  const folderOf = (personId: string): string =>
    join(folder, 'data', 'people', `person-${personId}`);
  const write = (personId: string, name: string, document: object): Promise<void> =>
    writeFile(join(folderOf(personId), name), JSON.stringify(document, null, 2));
  for (const person of samplePeople(count)) {
    await mkdir(folderOf(person.id), { recursive: true });
    await write(person.id, 'person.json', { ...person, workingStyle: [''] });
  }
  for (const series of sampleSeries(count)) {
    await write(series.personId, `series-${series.id}.json`, series);
  }
  for (let index = 0; index < count; index += 1) {
    const meeting = sampleMeeting(index);
    const lines = { notes: meeting.notes.split('\n'), privateNotes: [''], reflection: [''] };
    const shaped = { ...meeting, ...lines };
    const name = `${meeting.startLocal?.slice(0, 10) ?? 'undated'}-${meeting.id}.json`;
    await write(meeting.personId, name, shaped);
  }
}

async function open(folder: string): Promise<OpenCandidate> {
  const opened = await openStore({
    dataFolder: join(folder, 'data'),
    localFolder: join(folder, 'local'),
    now: () => new Date().toISOString(),
    newId: randomUUID,
    startWorker: (workerData) =>
      // Beside this one where the bench has built both.
      new Worker(join(import.meta.dirname, 'store-worker.mjs'), { workerData }),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  return {
    show: (id) => store.read('meeting', id),
    save: async (document) => {
      const act = { label: 'Type', changes: [{ kind: 'put' as const, document }] };
      await store.act(() => Promise.resolve({ act, value: null }));
    },
    firstScreen: async () => {
      // What `today.read` asks for, in the same way.
      const [calendar, promising] = await Promise.all([
        readCalendar(store, sampleNow),
        store.summaries('meeting', { hasOpenActions: true }),
      ]);
      return {
        people: calendar.people.length,
        series: calendar.series.length,
        meetings: calendar.meetings.length,
        promises: promising.reduce((sum, { actions }) => sum + openActions(actions).length, 0),
      };
    },
    loadAll: async () => (await store.list('meeting')).length,
    settled: () => store.whenChecked(),
    close: () => store.close(),
  };
}
