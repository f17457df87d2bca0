import { mkdtempSync, readFileSync, readdirSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { Document } from '../../src/domain/documents/document.ts';
import { makeSampleData, writeSampleData } from './sample-data.ts';
import { sampleScreens } from './sample-screens.ts';

const wish = { people: 2, years: 1, now: '2026-11-23T09:35:00Z', timeZone: 'Europe/London' };

const newFolder = (): string => mkdtempSync(join(tmpdir(), 'sample-'));

/** Every file of a folder, and what is in it. */
function filesOf(folder: string): readonly (readonly [path: string, text: string])[] {
  return readdirSync(folder, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .map((path) => [path.slice(folder.length), readFileSync(path, 'utf8')] as const)
    .sort(([one], [other]) => (one < other ? -1 : 1));
}

test('the same wish leaves the same files, one for each document and the settings', async () => {
  const [one, other] = [newFolder(), newFolder()];
  const documents = await makeSampleData(wish);
  await writeSampleData(one, documents);
  await writeSampleData(other, await makeSampleData(wish));
  expect(filesOf(one)).toHaveLength(documents.length + 1);
  expect(filesOf(other)).toEqual(filesOf(one));
});

test('a folder that has something in it is left as it is', async () => {
  const folder = newFolder();
  writeFileSync(join(folder, 'mine.txt'), 'mine');
  await expect(writeSampleData(folder, [])).rejects.toThrow(`something in ${folder}`);
  expect(filesOf(folder)).toEqual([['/mine.txt', 'mine']]);
});

test('the screens to look at are those of the person met most often', async () => {
  const documents = await makeSampleData({ ...wish, people: 4 });
  const screens = sampleScreens(documents);
  const hashOf = (name: string): string => screens.find((one) => one.name === name)?.hash ?? '';
  const meetingAt = (name: string): Document | undefined =>
    documents.find(({ id }) => id === hashOf(name).split('/').at(-1));
  expect(meetingAt('meeting-planned')).toMatchObject({ kind: 'meeting', status: 'planned' });
  expect(meetingAt('meeting-held')).toMatchObject({ kind: 'meeting', status: 'held' });
  const counts = Map.groupBy(
    documents.filter((one) => one.kind === 'meeting'),
    ({ personId }) => personId,
  );
  const most = [...counts].toSorted(([, one], [, other]) => other.length - one.length)[0]?.[0];
  expect(hashOf('person')).toBe(`#/people/${String(most)}`);
});
