import { mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { expect, test } from 'vitest';
import { fingerprint } from './fingerprint.ts';
import { withLock } from './lock.ts';

function folder(): string {
  return mkdtempSync(join(tmpdir(), 'files-'));
}

test('a fingerprint changes with an edit, a new file and a file taken away, and not otherwise', () => {
  const root = folder();
  const source = join(root, 'src');
  mkdirSync(source);
  const take = (): string => fingerprint(root, [source, join(root, 'none')], () => true);
  writeFileSync(join(source, 'a.ts'), 'one');
  const first = take();
  expect(take()).toBe(first);
  writeFileSync(join(source, 'a.ts'), 'longer');
  const edited = take();
  expect(edited).not.toBe(first);
  writeFileSync(join(source, 'b.ts'), '');
  expect(take()).not.toBe(edited);
  rmSync(join(source, 'b.ts'));
  expect(take()).toBe(edited);
});

test('a fingerprint leaves out what is no input', () => {
  const root = folder();
  const take = (): string => fingerprint(root, [root], (path) => !path.endsWith('.test.ts'));
  const before = take();
  writeFileSync(join(root, 'a.test.ts'), '');
  expect(take()).toBe(before);
});

test('what holds the same lock happens one after the other', async () => {
  const path = join(folder(), 'deep', 'lock');
  const events: string[] = [];
  const work = (name: string) => async (): Promise<void> => {
    events.push(`${name} begins`);
    await pause(30);
    events.push(`${name} ends`);
  };
  await Promise.all([withLock(path, work('first')), withLock(path, work('second'))]);
  expect(events).toEqual(['first begins', 'first ends', 'second begins', 'second ends']);
});

test('a lock is given back after a failure, and taken over from a process that is gone', async () => {
  const path = join(folder(), 'lock');
  const failing = withLock(path, () => Promise.reject(new Error('it broke')));
  await expect(failing).rejects.toThrow('it broke');
  writeFileSync(path, '999999999');
  expect(await withLock(path, () => Promise.resolve('done'))).toBe('done');
});
