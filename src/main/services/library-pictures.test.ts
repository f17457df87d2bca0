/** What becomes of the pictures of documents that are gone. */
import { createHash } from 'node:crypto';
import { mkdir, mkdtemp, readdir, readFile, rm, utimes, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { pictureFolderOf, unusedPicturesOf } from '../library/picture-folder.ts';
import { quarantineFolderOf } from '../store/quarantine.ts';
import { localFolderOf } from '../store/local-folder.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;
let outside: string;
let dataFolder: string;
beforeEach(async () => {
  services = await startServices();
  outside = await mkdtemp(join(tmpdir(), 'evenkeel-pictures-'));
  dataFolder = join(services.temporary.folder, 'documents');
});
afterEach(async () => {
  await services.temporary.dispose();
  await rm(outside, { recursive: true, force: true });
});

const png = (name: string): Buffer => Buffer.from(`\x89PNG\r\n\x1a\n${name}`, 'latin1');
const nameOf = (name: string): string =>
  `${createHash('sha256').update(png(name)).digest('hex')}.png`;

/** Adds a document that shows a picture, or another one from now on. */
async function add(document: string, picture: string): Promise<void> {
  const folder = join(outside, 'Handbook');
  await mkdir(folder, { recursive: true });
  await writeFile(join(folder, `${document}.md`), `# ${document}\n\n![A](${picture}.png)`);
  await writeFile(join(folder, `${picture}.png`), png(picture));
  services.chosen.folder = folder;
  valueOf(await services.call['library.addFolder'](undefined));
}

async function removeDocument(title: string): Promise<void> {
  const { articles } = valueOf(await services.call['library.list'](undefined));
  const articleId = articles.find((one) => one.title === title)?.id ?? '';
  valueOf(await services.call['library.remove']({ articleId }));
}

/** Puts a picture in the folder that nothing mentions, as a crash or another computer leaves it. */
async function leave(picture: string): Promise<void> {
  await mkdir(pictureFolderOf(dataFolder), { recursive: true });
  await writeFile(join(pictureFolderOf(dataFolder), nameOf(picture)), png(picture));
}

/** Makes all pictures as old as some days. */
async function age(days: number): Promise<void> {
  const time = new Date(services.clock.now().epochMilliseconds - days * 86_400_000);
  for (const name of await kept())
    await utimes(join(pictureFolderOf(dataFolder), name), time, time);
}

const localFolder = (): string =>
  localFolderOf({ dataFolder, localFolder: join(services.temporary.folder, 'local') });

const kept = async (): Promise<readonly string[]> =>
  (await readdir(pictureFolderOf(dataFolder))).toSorted();
const setAside = async () => valueOf(await services.call['data.setAsidePictures'](undefined));
const namesOf = (...pictures: readonly string[]): readonly string[] =>
  pictures.map(nameOf).toSorted();

test('a picture is set aside when nothing mentions it; those of documents that are there or gone stay', async () => {
  await add('Present', 'present');
  await add('Gone', 'gone');
  await removeDocument('Gone');
  await leave('stray');
  await age(31);
  const view = valueOf(await services.call['data.read'](undefined));
  expect(view.pictures.count).toBe(3);
  expect(await setAside()).toEqual({ count: 1, byteCount: png('stray').byteLength });
  expect(await kept()).toEqual(namesOf('present', 'gone'));
  const aside = join(unusedPicturesOf(localFolder()), nameOf('stray'));
  expect(await readFile(aside)).toEqual(png('stray'));
  expect(await setAside()).toEqual({ count: 0, byteCount: 0 });
});

test('a picture stays that only a way back leads to', async () => {
  await add('Rota', 'first');
  // So soon after, the history remembers the newer version alone.
  await add('Rota', 'second');
  await age(31);
  expect((await setAside()).count).toBe(0);
  expect(await kept()).toEqual(namesOf('first', 'second'));
});

test('a picture stays that only a second version, or a copy set aside, mentions', async () => {
  const quarantine = quarantineFolderOf(localFolder());
  for (const picture of ['conflict', 'aside', 'stray']) await leave(picture);
  await writeFile(
    join(dataFolder, 'library', 'rota (conflict).json'),
    Buffer.from(`\xff${nameOf('conflict')}`, 'latin1'),
  );
  await mkdir(quarantine, { recursive: true });
  await writeFile(join(quarantine, 'rota.json'), `{"file": "${nameOf('aside')}"`);
  await age(31);
  expect((await setAside()).count).toBe(1);
  expect(await kept()).toEqual(namesOf('conflict', 'aside'));
});

test('a picture of the last month stays, also one that has been brought again', async () => {
  await leave('new');
  await leave('again');
  await age(31);
  await leave('new');
  await age(29);
  expect((await setAside()).count).toBe(0);
  await age(31);
  await add('Rota', 'again');
  await removeDocument('Rota');
  expect((await setAside()).count).toBe(1);
  expect(await kept()).toEqual(namesOf('again'));
});
