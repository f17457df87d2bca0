import { randomUUID } from 'node:crypto';
import { mkdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { Worker } from 'node:worker_threads';
import Conf from 'conf';
import { JSONFilePreset } from 'lowdb/node';
import type { Meeting } from '../../../src/domain/documents/meeting.ts';
import { openStore } from '../../../src/main/store/open-store.ts';
import { sampleMeeting, samplePeople } from './sample-data.ts';

/** A store under measurement, open on a folder that `fill` has filled. */
interface OpenCandidate {
  /** Resolves when this store says that the meeting is saved. */
  readonly save: (meeting: Meeting) => Promise<void>;
  /** What lists need: id, person, date, number of open points; answers how many there are. */
  readonly list: () => Promise<number>;
  /** Everything; answers how many meetings there are. */
  readonly loadAll: () => Promise<number>;
  readonly close: () => Promise<void>;
}

export interface Candidate {
  /** Puts so many meetings into an empty folder, by whatever way is fastest. */
  readonly fill: (folder: string, meetings: number) => Promise<void>;
  readonly open: (folder: string) => Promise<OpenCandidate>;
}

export type CandidateName = 'evenkeel' | 'lowdb' | 'conf' | 'sqliteFull';

export const candidates: Readonly<Record<CandidateName, Candidate>> = {
  evenkeel: { fill: fillFolder, open: openEvenkeel },
  lowdb: {
    fill: (folder, count) => writeFile(jsonFile(folder), allAsJson(count)),
    open: openLowdb,
  },
  conf: { fill: (folder, count) => writeFile(jsonFile(folder), allAsJson(count)), open: openConf },
  sqliteFull: { fill: fillSqlite, open: openSqlite },
};

const jsonFile = (folder: string): string => join(folder, 'config.json');
const meetingsOf = (count: number): readonly Meeting[] =>
  Array.from({ length: count }, (_, index) => sampleMeeting(index));
const allAsJson = (count: number): string =>
  JSON.stringify({ meetings: Object.fromEntries(meetingsOf(count).map((one) => [one.id, one])) });

async function fillFolder(folder: string, count: number): Promise<void> {
  for (const person of samplePeople(count)) {
    const own = join(folder, 'data', 'people', `person-${person.id}`);
    await mkdir(own, { recursive: true });
    await writeFile(join(own, 'person.json'), JSON.stringify(person, null, 2));
  }
  for (const meeting of meetingsOf(count)) {
    const own = join(folder, 'data', 'people', `person-${meeting.personId}`);
    const shaped = { ...meeting, notes: meeting.notes.split('\n'), privateNotes: [''] };
    const name = `${meeting.startLocal?.slice(0, 10) ?? 'undated'}-${meeting.id}.json`;
    await writeFile(join(own, name), JSON.stringify(shaped, null, 2));
  }
}

async function openEvenkeel(folder: string): Promise<OpenCandidate> {
  const opened = await openStore({
    dataFolder: join(folder, 'data'),
    localFolder: join(folder, 'local'),
    now: () => new Date().toISOString(),
    newId: randomUUID,
    startWorker: (workerData) =>
      // Beside this one where bench/store.ts has built both.
      new Worker(join(import.meta.dirname, 'store-worker.mjs'), { workerData }),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  const store = opened.value;
  return {
    save: async (document) => {
      const act = { label: 'Type', changes: [{ kind: 'put' as const, document }] };
      await store.act(() => Promise.resolve({ act, value: null }));
    },
    list: async () => (await store.summaries('meeting')).length,
    loadAll: async () => (await store.list('meeting')).length,
    close: () => store.close(),
  };
}

async function openLowdb(folder: string): Promise<OpenCandidate> {
  const initial: { meetings: Record<string, Meeting> } = { meetings: {} };
  const db = await JSONFilePreset(jsonFile(folder), initial);
  const count = (): Promise<number> => Promise.resolve(Object.keys(db.data.meetings).length);
  return {
    save: async (meeting) => {
      db.data.meetings[meeting.id] = meeting;
      await db.write();
    },
    list: count,
    loadAll: count,
    close: () => Promise.resolve(),
  };
}

async function openConf(folder: string): Promise<OpenCandidate> {
  await readFile(jsonFile(folder));
  const conf = new Conf<{ meetings: Record<string, Meeting> }>({ cwd: folder });
  const count = (): Promise<number> => Promise.resolve(Object.keys(conf.get('meetings')).length);
  return {
    save: (meeting) => {
      conf.set(`meetings.${meeting.id}`, meeting);
      return Promise.resolve();
    },
    list: count,
    loadAll: count,
    close: () => Promise.resolve(),
  };
}

const sqliteLayout = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS meetings
    (id TEXT PRIMARY KEY, person TEXT, start TEXT, open INTEGER, json TEXT) WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS lists ON meetings (id, person, start, open);
`;

function putter(database: DatabaseSync): (meeting: Meeting) => void {
  const put = database.prepare('INSERT OR REPLACE INTO meetings VALUES (?,?,?,?,?)');
  return (meeting) => {
    const { id, personId, startLocal, agenda } = meeting;
    put.run(id, personId, startLocal, agenda.length, JSON.stringify(meeting));
  };
}

function fillSqlite(folder: string, count: number): Promise<void> {
  const database = new DatabaseSync(join(folder, 'store.sqlite'));
  database.exec(sqliteLayout);
  database.exec('BEGIN');
  meetingsOf(count).forEach(putter(database));
  database.exec('COMMIT');
  database.close();
  return Promise.resolve();
}

function openSqlite(folder: string): Promise<OpenCandidate> {
  const database = new DatabaseSync(join(folder, 'store.sqlite'));
  database.exec(sqliteLayout);
  const put = putter(database);
  return Promise.resolve({
    save: (meeting: Meeting) => {
      put(meeting);
      return Promise.resolve();
    },
    list: () =>
      Promise.resolve(
        database.prepare('SELECT id, person, start, open FROM meetings ORDER BY id').all().length,
      ),
    loadAll: () => {
      const rows = database.prepare('SELECT json FROM meetings').all();
      return Promise.resolve(rows.map(({ json }) => JSON.parse(String(json)) as unknown).length);
    },
    close: () => {
      database.close();
      return Promise.resolve();
    },
  });
}
