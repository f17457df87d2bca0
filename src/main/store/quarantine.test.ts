import { mkdtemp, rm, utimes } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { plainCodec } from './codec.ts';
import type { Disk } from './document-file.ts';
import { nodeFileSystem } from './file-system.ts';
import { keepCopy, listCopies } from './quarantine.ts';
import { nextId } from './test-support/store-bench.ts';

const disk: Disk = { files: nodeFileSystem, codec: plainCodec, newId: nextId, run: 'run' };
const bytes = (text: string): Uint8Array => new TextEncoder().encode(text);
let folder: string;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-quarantine-'));
});
afterEach(() => rm(folder, { recursive: true, force: true }));

test('what was set aside is listed newest first, with its owner, its size and why', async () => {
  const person = 'people/sam-okafor-0b6f1c1e-3a53-4f5e-9b1f-6a2d9f0c7d11/person.json';
  const damaged = await keepCopy(disk, folder, person, bytes('{"kind"'));
  await utimes(damaged, new Date('2026-11-23T09:00:00Z'), new Date('2026-11-23T09:00:00Z'));
  await keepCopy(disk, folder, `/data/${person}`, bytes('{}'), 'second-version');
  const copies = await listCopies(disk, folder);
  expect(copies).toMatchObject([
    { byteCount: 2, reason: 'second-version' },
    { at: '2026-11-23T09:00:00.000Z', byteCount: 7, reason: 'unreadable' },
  ]);
  expect(copies.map(({ name }) => name.replace(/[0-9a-f]{16}/, 'HASH'))).toEqual([
    'person.sam-okafor-0b6f1c1e-3a53.second-version.HASH.json',
    'person.sam-okafor-0b6f1c1e-3a53.HASH.json',
  ]);
});

test('the same content is kept once, other content beside it', async () => {
  const keep = (text: string): Promise<string> =>
    keepCopy(disk, folder, 'evenkeel.json', bytes(text));
  expect(await keep('one')).toBe(await keep('one'));
  expect(await keep('other')).not.toBe(await keep('one'));
  expect(await listCopies(disk, folder)).toHaveLength(2);
});

test('where nothing was set aside, nothing is listed', async () => {
  expect(await listCopies(disk, folder)).toEqual([]);
});
