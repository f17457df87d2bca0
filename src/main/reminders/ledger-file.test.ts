import { randomUUID } from 'node:crypto';
import { mkdtemp, readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Ledger } from '../../domain/reminders/ledger-schema.ts';
import { createNoticeBoard } from '../notices/notice-board.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import { BreakableDisk } from '../store/test-support/breakable-disk.ts';
import { systemError } from '../store/test-support/faulty-file-system.ts';
import { testClock } from '../test-support/temporary-store.ts';
import { createLedgerFile } from './ledger-file.ts';
import type { LedgerFile } from './ledger-file.ts';

let folder: string;
let path: string;
let notices: NoticeBoard;
let disk: BreakableDisk;
let problems: unknown[];

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-ledger-'));
  path = join(folder, 'reminders.json');
  notices = createNoticeBoard();
  disk = new BreakableDisk();
  problems = [];
});
afterEach(() => rm(folder, { recursive: true }));

/** The file as a start of the app finds it. */
function start(): LedgerFile {
  return createLedgerFile({
    ...{ files: disk.fileSystem, folder, notices, clock: testClock('2026-11-23T08:00:00Z') },
    newId: () => randomUUID(),
    report: (problem) => problems.push(problem),
  });
}

const settleAt = (file: LedgerFile, settledUntil: string): Promise<null> =>
  file.change((ledger) => ({ ledger: { ...ledger, settledUntil }, value: null }));

const settled = async (file: LedgerFile): Promise<string> => (await file.read()).settledUntil;

test('an app that has never run has settled what is over', async () => {
  expect(await start().read()).toEqual({
    version: 2,
    settledUntil: '2026-11-23T08:00:00Z',
    entries: [],
  });
  expect(await readdir(folder)).toEqual([]);
});

test('what is changed is there after a restart', async () => {
  await settleAt(start(), '2026-11-23T09:00:00Z');
  expect(await settled(start())).toBe('2026-11-23T09:00:00Z');
});

test('a change that changes nothing writes nothing', async () => {
  const value = await start().change((ledger) => ({ ledger, value: 'seen' }));
  expect(value).toBe('seen');
  expect(await readdir(folder)).toEqual([]);
});

test('changes come one after the other, however long one takes, and whether one fails', async () => {
  const file = start();
  const slow = file.change(async (ledger) => {
    await new Promise((resolve) => setTimeout(resolve, 20));
    return { ledger: { ...ledger, first: true }, value: null };
  });
  const failing = file.change(() => {
    throw new Error('no');
  });
  const seen = file.change((ledger: Ledger) => ({ ledger, value: 'first' in ledger }));
  await expect(failing).rejects.toThrow('no');
  expect(await seen).toBe(true);
  await slow;
});

test('what was changed last is on disk before the app ends', async () => {
  const file = start();
  const changed = settleAt(file, '2026-11-23T09:00:00Z');
  await file.settle();
  expect(await settled(start())).toBe('2026-11-23T09:00:00Z');
  await changed;
});

test('a damaged file is put aside, and costs the last change alone', async () => {
  const file = start();
  await settleAt(file, '2026-11-23T09:00:00Z');
  await settleAt(file, '2026-11-23T09:30:00Z');
  await writeFile(path, '{"version": 7');
  const restarted = start();
  expect(await settled(restarted)).toBe('2026-11-23T09:00:00Z');
  const aside = (await readdir(folder)).find((name) => name.includes('unreadable')) ?? '';
  expect(await readFile(join(folder, aside), 'utf8')).toBe('{"version": 7');
  expect(notices.list()).toMatchObject([{ severity: 'warning' }]);
  expect(notices.list()[0]?.message).toContain(aside);
  await settleAt(restarted, '2026-11-23T10:00:00Z');
  expect(await settled(start())).toBe('2026-11-23T10:00:00Z');
});

test('a file that can neither be read nor moved is never written over', async () => {
  await writeFile(path, 'mine');
  disk.break(({ operation }) => (operation === 'rename' ? systemError('EROFS') : null));
  const file = start();
  await settleAt(file, '2026-11-23T09:00:00Z');
  disk.mend();
  await settleAt(file, '2026-11-23T09:30:00Z');
  expect(await settled(file)).toBe('2026-11-23T09:30:00Z');
  expect(await readFile(path, 'utf8')).toBe('mine');
  expect(notices.list()[0]?.message).toContain('is left untouched');
});

test('a full disk loses nothing that runs, says so, and takes it back when there is room', async () => {
  const file = start();
  disk.break(({ operation }) => (operation === 'writeFile' ? systemError('ENOSPC') : null));
  await settleAt(file, '2026-11-23T09:00:00Z');
  expect(await settled(file)).toBe('2026-11-23T09:00:00Z');
  expect(notices.list()[0]?.message).toContain('ENOSPC');
  expect(problems).toHaveLength(1);
  disk.mend();
  await settleAt(file, '2026-11-23T09:30:00Z');
  expect(notices.list()).toEqual([]);
  expect(await settled(start())).toBe('2026-11-23T09:30:00Z');
});
