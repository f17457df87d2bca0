import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import type { Meeting } from '../../../src/domain/documents/meeting.ts';
import type { Candidate, OpenCandidate } from './candidate.ts';
import type { FirstScreen } from './first-screen-data.ts';
import { openPromises } from './first-screen-data.ts';
import { sampleFromLocal, sampleMeeting, samplePeople, sampleSeries } from './sample-data.ts';

/** SQLite where each transaction survives a power cut, with an index for what the first screen asks. */
export const sqliteFullCandidate: Candidate = { fill, open };

const layout = `
  PRAGMA journal_mode = WAL;
  PRAGMA synchronous = FULL;
  CREATE TABLE IF NOT EXISTS others (kind TEXT, id TEXT, json TEXT, PRIMARY KEY (kind, id));
  CREATE TABLE IF NOT EXISTS meetings
    (id TEXT PRIMARY KEY, person TEXT, start TEXT, points INTEGER, promises INTEGER, json TEXT)
    WITHOUT ROWID;
  CREATE INDEX IF NOT EXISTS recent ON meetings (start, person, points);
  CREATE INDEX IF NOT EXISTS promising ON meetings (id) WHERE promises > 0;
`;

function openDatabase(folder: string): DatabaseSync {
  const database = new DatabaseSync(join(folder, 'store.sqlite'));
  database.exec(layout);
  return database;
}

function putter(database: DatabaseSync): (meeting: Meeting) => void {
  const put = database.prepare('INSERT OR REPLACE INTO meetings VALUES (?, ?, ?, ?, ?, ?)');
  return (meeting) => {
    const { id, personId, startLocal, agenda } = meeting;
    const json = JSON.stringify(meeting);
    put.run(id, personId, startLocal, agenda.length, openPromises(meeting), json);
  };
}

function fill(folder: string, count: number): Promise<void> {
  const database = openDatabase(folder);
  const putOther = database.prepare('INSERT INTO others VALUES (?, ?, ?)');
  const put = putter(database);
  database.exec('BEGIN');
  for (const other of [...samplePeople(count), ...sampleSeries(count)]) {
    putOther.run(other.kind, other.id, JSON.stringify(other));
  }
  for (let index = 0; index < count; index += 1) put(sampleMeeting(index));
  database.exec('COMMIT');
  database.close();
  return Promise.resolve();
}

function open(folder: string): Promise<OpenCandidate> {
  const database = openDatabase(folder);
  const put = putter(database);
  const find = database.prepare('SELECT json FROM meetings WHERE id = ?');
  return Promise.resolve({
    show: (id) => Promise.resolve(find.get(id)),
    save: (meeting: Meeting) => {
      put(meeting);
      return Promise.resolve();
    },
    firstScreen: () => Promise.resolve(firstScreenOf(database)),
    loadAll: () => Promise.resolve(parsed(database, 'SELECT json FROM meetings').length),
    settled: () => Promise.resolve(),
    close: () => {
      database.close();
      return Promise.resolve();
    },
  });
}

function firstScreenOf(database: DatabaseSync): FirstScreen {
  const others = parsed(database, 'SELECT json FROM others') as readonly { kind: string }[];
  const recent = database
    .prepare('SELECT id, person, start, points FROM meetings WHERE start >= ?')
    .all(sampleFromLocal);
  const promising = parsed(database, 'SELECT json FROM meetings WHERE promises > 0');
  return {
    people: others.filter(({ kind }) => kind === 'person').length,
    series: others.filter(({ kind }) => kind === 'series').length,
    meetings: recent.length,
    promises: (promising as readonly Meeting[]).reduce((sum, one) => sum + openPromises(one), 0),
  };
}

const parsed = (database: DatabaseSync, query: string): readonly unknown[] =>
  database
    .prepare(query)
    .all()
    .map(({ json }) => JSON.parse(String(json)) as unknown);
