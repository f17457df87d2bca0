import { mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openDataPlaces } from './data-places.ts';

let home = '';

beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'evenkeel-places-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

test('by default everything lies in the app folder, each part in a room of its own', () => {
  expect(openDataPlaces(home, null)).toEqual({
    documents: join(home, 'documents'),
    local: join(home, 'local'),
    profile: join(home, 'profile'),
  });
});

test('a chosen folder holds documents alone; the rest stays here, apart for each folder', () => {
  const one = openDataPlaces(home, '/srv/synced');
  const other = openDataPlaces(home, '/srv/other');
  expect(one.documents).toBe('/srv/synced');
  expect([one.local, one.profile].every((place) => place.startsWith(home))).toBe(true);
  expect(one.local).not.toBe(other.local);
  expect(one.profile).not.toBe(other.profile);
  expect(openDataPlaces(home, '/srv/synced')).toEqual(one);
});

test('the profile is there and private', async () => {
  const { profile } = openDataPlaces(home, null);
  expect((await stat(profile)).mode & 0o777).toBe(0o700);
});

test('where no profile can be made a temporary one serves, so that documents can be read', async () => {
  await writeFile(join(home, 'file'), '');
  const { documents, profile } = openDataPlaces(join(home, 'file'), null);
  expect(documents).toBe(join(home, 'file', 'documents'));
  expect((await stat(profile)).isDirectory()).toBe(true);
  await rm(profile, { recursive: true });
});
