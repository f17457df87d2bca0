import { chmod, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeAll, beforeEach, expect, test } from 'vitest';
import { app } from './app.ts';
import { dialog } from './dialog.ts';

let folder = '';
const path = process.env.PATH;
beforeAll(() => {
  app.becomeReady();
});
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'standin-dialog-'));
  process.env.PATH = `${folder}:${path ?? ''}`;
});
afterEach(async () => {
  process.env.PATH = path;
  await rm(folder, { recursive: true, force: true });
});

/** A program that notes its arguments, prints `answer` and ends with `code`. */
async function install(name: string, answer: string, code = 0): Promise<void> {
  const file = join(folder, name);
  await writeFile(
    file,
    `#!/bin/sh\nprintf '%s\\n' "$@" > "${folder}/asked"\nprintf '${answer}\\n'\nexit ${String(code)}\n`,
  );
  await chmod(file, 0o755);
}
const asked = async (): Promise<string[]> =>
  (await readFile(join(folder, 'asked'), 'utf8')).trim().split('\n');

test('the chosen button is told by its place', async () => {
  await install('zenity', 'Keep', 1);
  const answer = await dialog.showMessageBox({
    message: 'Sure?',
    detail: 'Really',
    buttons: ['Delete', 'Keep'],
    cancelId: 1,
  });
  expect(answer).toEqual({ response: 1, checkboxChecked: false });
  expect(await asked()).toEqual(
    expect.arrayContaining(['--extra-button=Delete', '--extra-button=Keep']),
  );
});

test('chosen files are told, and none when the user thinks better of it', async () => {
  await install('zenity', String.raw`/a b\n/c`);
  expect(await dialog.showOpenDialog({ properties: ['openFile', 'multiSelections'] })).toEqual({
    canceled: false,
    filePaths: ['/a b', '/c'],
  });
  await install('zenity', '', 1);
  expect(await dialog.showSaveDialog({ defaultPath: '/x.ics' })).toEqual({
    canceled: true,
    filePath: '',
  });
  expect(await asked()).toContain('--filename=/x.ics');
});
