import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import Conf from 'conf';
import { JSONFilePreset } from 'lowdb/node';
import type { Meeting } from '../../../src/domain/documents/meeting.ts';
import type { Person } from '../../../src/domain/documents/person.ts';
import type { Series } from '../../../src/domain/documents/series.ts';
import type { Candidate, OpenCandidate } from './candidate.ts';
import type { FirstScreen } from './first-screen-data.ts';
import { isRecent, openPromises } from './first-screen-data.ts';
import { sampleMeeting, samplePeople, sampleSeries } from './sample-data.ts';

interface All {
  readonly people: Record<string, Person>;
  readonly series: Record<string, Series>;
  readonly meetings: Record<string, Meeting>;
}

/** lowdb as it comes: everything in one JSON file, in memory once it is open. */
export const lowdbCandidate: Candidate = { fill, open: openLowdb };

/** conf, which electron-store is made of: the same, read and written whole at every change. */
export const confCandidate: Candidate = { fill, open: openConf };

const jsonFile = (folder: string): string => join(folder, 'config.json');
const byId = <T extends { readonly id: string }>(all: readonly T[]): Record<string, T> =>
  Object.fromEntries(all.map((one) => [one.id, one]));

async function fill(folder: string, count: number): Promise<void> {
  const all: All = {
    people: byId(samplePeople(count)),
    series: byId(sampleSeries(count)),
    meetings: byId(Array.from({ length: count }, (_, index) => sampleMeeting(index))),
  };
  await writeFile(jsonFile(folder), JSON.stringify(all));
}

async function openLowdb(folder: string): Promise<OpenCandidate> {
  const db = await JSONFilePreset<All>(jsonFile(folder), { people: {}, series: {}, meetings: {} });
  return {
    show: (id) => Promise.resolve(db.data.meetings[id]),
    save: async (meeting) => {
      db.data.meetings[meeting.id] = meeting;
      await db.write();
    },
    firstScreen: () => Promise.resolve(firstScreenOf(db.data)),
    loadAll: () => Promise.resolve(Object.keys(db.data.meetings).length),
    settled: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

async function openConf(folder: string): Promise<OpenCandidate> {
  await readFile(jsonFile(folder));
  const conf = new Conf<All>({ cwd: folder });
  return {
    show: (id) => Promise.resolve(conf.get(`meetings.${id}`)),
    save: (meeting) => {
      conf.set(`meetings.${meeting.id}`, meeting);
      return Promise.resolve();
    },
    firstScreen: () => Promise.resolve(firstScreenOf(conf.store)),
    loadAll: () => Promise.resolve(Object.keys(conf.get('meetings')).length),
    settled: () => Promise.resolve(),
    close: () => Promise.resolve(),
  };
}

function firstScreenOf({ people, series, meetings }: All): FirstScreen {
  const all = Object.values(meetings);
  return {
    people: Object.values(people).length,
    series: Object.values(series).length,
    meetings: all.filter(isRecent).length,
    promises: all.reduce((sum, meeting) => sum + openPromises(meeting), 0),
  };
}
