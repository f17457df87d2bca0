import { mkdir, readdir, readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newDataFolder } from '../fixtures/app/launch.ts';

// A desk with twelve people on Monday, 23 November 2026, as somebody has it after a year.

interface Row {
  readonly name: string;
  readonly relationship: string;
  readonly cadenceDays: number | null;
  /** Null for nobody met so far. */
  readonly lastMetOn: string | null;
  /** The weekday of a weekly time, as a rule names it; null for none. */
  readonly weekday: string | null;
  readonly tags: readonly string[];
  /** When a promise made last time is due; null for none. */
  readonly promiseDueOn: string | null;
}

const row = (
  [name, relationship, cadenceDays]: readonly [string, string, number | null],
  [lastMetOn, weekday]: readonly [string | null, string | null],
  tags: readonly string[] = [],
  promiseDueOn: string | null = null,
): Row => ({ name, relationship, cadenceDays, lastMetOn, weekday, tags, promiseDueOn });

const rows: readonly Row[] = [
  row(['Sam Okafor', 'report', 14], ['2026-10-31', 'TU'], ['payments', 'Lagos'], '2026-11-10'),
  row(['Zoë Almeida', 'report', 7], ['2026-11-17', 'TU'], ['payments']),
  row(['Mia Lindqvist', 'report', 7], ['2026-11-20', 'FR'], ['platform'], '2026-11-27'),
  row(['Tomás Herrera', 'report', 14], ['2026-11-12', 'TH'], ['platform'], '2026-11-19'),
  row(['Priya Raman', 'report', 7], ['2026-11-18', 'WE'], ['payments']),
  row(['Jonas Weber', 'report', 14], ['2026-11-16', null], ['platform']),
  row(['Aiko Mori', 'skip-level', 60], ['2026-10-05', 'MO'], ['Tokyo']),
  row(['Grace Lin', 'manager', 7], ['2026-11-19', 'TH']),
  row(['Ola Nordmann', 'peer', 21], ['2026-11-09', 'MO']),
  row(['Fatima Zahra', 'peer', null], ['2026-08-12', null]),
  row(['Ben Carter', 'mentee', 30], [null, null]),
  row(['Ruth Adler', 'mentor', null], [null, null]),
];

/** The first day of each weekly time. */
const firstDays: Readonly<Record<string, string>> = {
  ...{ MO: '2026-11-30', TU: '2026-11-24', WE: '2026-11-25', TH: '2026-11-26', FR: '2026-11-27' },
};
const createdAt = '2025-11-24T09:00:00Z';
const timeZone = 'Europe/London';

/** A data folder with them in it; everybody's documents are in the folder `people/<id>`. */
export async function twelvePeople(): Promise<string> {
  const dataDir = await newDataFolder();
  await Promise.all(rows.map((one, index) => writePerson(dataDir, one, index)));
  return dataDir;
}

/** What is in every file of one person, by its name. */
export async function filesOf(dataDir: string, personId: string): Promise<unknown> {
  const folder = join(dataDir, 'people', personId);
  // A file that is being written stands beside its place under another name.
  const names = (await readdir(folder)).filter((name) => name.endsWith('.json')).toSorted();
  const texts = await Promise.all(names.map((name) => readFile(join(folder, name), 'utf8')));
  return texts.map((text, index) => [names[index], JSON.parse(text) as unknown]);
}

/** The folders in which people are. */
export const foldersOfPeople = (dataDir: string): Promise<readonly string[]> =>
  readdir(join(dataDir, 'people'));

async function writePerson(dataDir: string, one: Row, index: number): Promise<void> {
  const id = `person-${String(index + 1).padStart(6, '0')}`;
  const folder = join(dataDir, 'people', id);
  await mkdir(folder, { recursive: true });
  const write = (name: string, document: object): Promise<void> =>
    writeFile(join(folder, name), JSON.stringify(document, null, 2));
  await write('person.json', personOf(id, one));
  if (one.weekday !== null) await write(`series-${id}-s.json`, seriesOf(id, one.weekday));
  if (one.lastMetOn !== null)
    await write(`${one.lastMetOn}-${id}-m.json`, meetingOf(id, one.lastMetOn, one.promiseDueOn));
}

const personOf = (id: string, { name, relationship, cadenceDays, tags }: Row): object => ({
  ...{ kind: 'person', version: 3, id, name, relationship, workingStyle: [''], areas: [] },
  ...{ timeZone: null, createdAt, archivedOn: null, cadenceDays, tags },
  ...{ dismissedSuggestions: [], questionsNotForUs: [], delegations: [] },
  reminders: { startingLeadMinutes: null, prepares: null, wrapsUp: null },
});

const seriesOf = (personId: string, weekday: string): object => ({
  ...{ kind: 'series', version: 3, id: `${personId}-s`, personId },
  ...{ startLocal: `${firstDays[weekday] ?? ''}T10:30`, timeZone, durationMinutes: 30 },
  ...{
    rule: `FREQ=WEEKLY;BYDAY=${weekday}`,
    exceptions: [],
    place: '',
    continues: null,
    calendar: null,
    createdAt,
  },
});

const meetingOf = (personId: string, day: string, dueOn: string | null): object => ({
  ...{ kind: 'meeting', version: 5, id: `${personId}-m`, personId, seriesId: null },
  ...{ originalLocal: null, startLocal: `${day}T10:00`, timeZone, durationMinutes: 30 },
  ...{ status: 'held', templateId: null, agenda: [], notes: ['We spoke.'], privateNotes: [''] },
  actionItems: dueOn === null ? [] : [promiseDue(personId, dueOn)],
  ...{ reflection: [''], wrappedUpAt: `${day}T10:35:00Z`, snoozedSuggestions: [], createdAt },
  wrapUpDraft: null,
});

const promiseDue = (personId: string, dueOn: string): object => ({
  ...{ id: `${personId}-a`, rank: 'a0', text: 'Ask finance about the budget', owner: 'me', dueOn },
  ...{ doneAt: null, stance: null, fromPointId: null, carriedFrom: null, createdAt },
});
