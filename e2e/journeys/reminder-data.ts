import { mkdir, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { newDataFolder } from '../fixtures/app/launch.ts';

// Two people who are met every Monday at ten in London, made on the Monday of the journey, so that
// nothing was to be prepared before.

const createdAt = '2026-11-23T08:00:00Z';

/** A data folder with them in it. */
export async function twoOnMonday(): Promise<string> {
  const dataDir = await newDataFolder();
  await Promise.all([
    writePerson(dataDir, 'Sam Okafor', 'sam'),
    writePerson(dataDir, 'Kim Sund', 'kim'),
  ]);
  return dataDir;
}

async function writePerson(dataDir: string, name: string, short: string): Promise<void> {
  const id = `person-${short}`;
  const folder = join(dataDir, 'people', id);
  await mkdir(folder, { recursive: true });
  const write = (file: string, document: object): Promise<void> =>
    writeFile(join(folder, file), JSON.stringify(document, null, 2));
  await write('person.json', {
    ...{ kind: 'person', version: 2, id, name, relationship: 'report', workingStyle: '' },
    ...{ areas: [], timeZone: null, createdAt, archivedOn: null, cadenceDays: null, tags: [] },
    ...{ dismissedSuggestions: [], questionsNotForUs: [] },
  });
  await write(`series-${id}-s.json`, {
    ...{ kind: 'series', version: 2, id: `series-${short}`, personId: id, place: '' },
    ...{ startLocal: '2026-11-23T10:00', timeZone: 'Europe/London', durationMinutes: 30 },
    ...{ rule: 'FREQ=WEEKLY', exceptions: [], continues: null, createdAt },
  });
}
