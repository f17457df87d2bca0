import { afterEach, beforeEach, expect, test } from 'vitest';
import { Catalog } from './catalog.ts';
import { CatalogGuard } from './catalog-guard.ts';
import { plainCodec } from './codec.ts';
import type { Disk } from './document-file.ts';
import { nodeFileSystem } from './file-system.ts';
import { FolderWriter } from './folder-writer.ts';
import { History } from './history.ts';
import { Problems } from './problems.ts';
import type { Reading } from './read-folder.ts';
import { Shelf } from './shelf.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { nextId, put, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
let reading: Reading;
let guard: CatalogGuard;
let renewals = 0;
beforeEach(async () => {
  folders = await StoreFolders.make();
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting());
  await store.close();
  const disk: Disk = { files: nodeFileSystem, codec: plainCodec, newId: nextId, run: nextId() };
  const { dataFolder, localFolder } = folders;
  const catalog = Catalog.inMemory();
  const shelf = new Shelf(disk, dataFolder, catalog);
  const problems = new Problems(() => undefined);
  const history = History.inMemory(plainCodec);
  reading = { disk, dataFolder, localFolder, catalog, shelf, problems, history, copies: [] };
  renewals = 0;
  guard = new CatalogGuard(reading, new FolderWriter(disk, dataFolder, shelf, problems), () => {
    renewals += 1;
  });
  await guard.enterAll('tidying');
});
afterEach(() => folders.remove());

const databaseError = (): Error => Object.assign(new Error('broken'), { code: 'ERR_SQLITE_ERROR' });
const meetings = (): readonly unknown[] => reading.catalog.summaries('meeting');

test('a catalogue that breaks while it is asked is made anew, and asked again', async () => {
  let asked = 0;
  const answer = await guard.ask(() => {
    asked += 1;
    if (asked === 1) throw databaseError();
    return meetings();
  });
  expect(answer).toHaveLength(1);
  expect(renewals).toBe(1);
});

test('a catalogue in which something could not be entered is made anew before it is asked', async () => {
  reading.catalog.close(null);
  reading.catalog.put(sampleMeeting(), 'people/x/m.json', null);
  reading.catalog.save();
  expect(reading.catalog.isBroken).toBe(true);
  expect(await guard.ask(meetings)).toHaveLength(1);
  expect(renewals).toBe(1);
  expect(reading.catalog.isBroken).toBe(false);
});

test('what could not be entered is noticed by whoever reads next, too', () => {
  reading.catalog.remove(samplePerson());
  reading.catalog.close(null);
  reading.catalog.put(sampleMeeting(), 'people/x/m.json', null);
  expect(() => reading.catalog.folders()).toThrow();
  expect(reading.catalog.isBroken).toBe(true);
});

test('many questions at once renew it once; an error of another kind does not renew it', async () => {
  reading.catalog.close(null);
  reading.catalog.remove(samplePerson());
  reading.catalog.save();
  const answers = await Promise.all([
    guard.ask(meetings),
    guard.ask(meetings),
    guard.ask(meetings),
  ]);
  expect(answers.map(({ length }) => length)).toEqual([1, 1, 1]);
  expect(renewals).toBe(1);
  await expect(
    guard.ask(() => {
      throw new Error('not mine');
    }),
  ).rejects.toThrow('not mine');
  expect(renewals).toBe(1);
});
