import { execFile } from 'node:child_process';
import { chmod, mkdir, mkdtemp, readFile, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { promisify } from 'node:util';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { execValue, readDesktopEntry } from './desktop-entry.ts';
import { loginCommand } from './login-command.ts';
import type { LoginItem } from './login-item.ts';
import { createXdgAutostart } from './xdg-autostart.ts';

let home: string;
beforeEach(async () => {
  home = await mkdtemp(join(tmpdir(), 'evenkeel-login-'));
});
afterEach(() => rm(home, { recursive: true, force: true }));

const file = (): string => join(home, '.config', 'autostart', 'evenkeel.desktop');
let count = 0;
const loginItem = (
  command: readonly string[] = ['/opt/evenkeel', '--hidden'],
  environment: Readonly<Record<string, string>> = {},
): LoginItem =>
  createXdgAutostart({
    environment: { HOME: home, ...environment },
    command,
    newId: () => `id-${(count += 1)}`,
  });

async function writeEntry(...lines: readonly string[]): Promise<void> {
  await mkdir(dirname(file()), { recursive: true });
  await writeFile(file(), ['[Desktop Entry]', 'Type=Application', ...lines, ''].join('\n'));
}

const exec = 'Exec="/opt/evenkeel" "--hidden"';

test('it is off until asked, and then a file in the autostart folder', async () => {
  const item = loginItem();
  expect(await item.read()).toEqual({ isOn: false, canChange: true, note: null });
  expect(await item.set(true)).toMatchObject({ ok: true });
  expect(await item.read()).toEqual({ isOn: true, canChange: true, note: null });
  const entry = readDesktopEntry(await readFile(file(), 'utf8'));
  expect(Object.fromEntries(entry)).toMatchObject({
    Type: 'Application',
    Name: 'Evenkeel',
    Exec: '"/opt/evenkeel" "--hidden"',
  });
  expect(await item.set(false)).toMatchObject({ ok: true });
  expect(await item.set(false)).toMatchObject({ ok: true });
  expect(await item.read()).toMatchObject({ isOn: false });
});

test('XDG_CONFIG_HOME is where it looks, unless that is no absolute path', async () => {
  const elsewhere = join(home, 'elsewhere');
  await loginItem(undefined, { XDG_CONFIG_HOME: elsewhere }).set(true);
  expect(await readFile(join(elsewhere, 'autostart', 'evenkeel.desktop'), 'utf8')).toContain(exec);
  await loginItem(undefined, { XDG_CONFIG_HOME: 'relative' }).set(true);
  expect(await readFile(file(), 'utf8')).toContain(exec);
});

test.each(['Hidden=true', 'X-GNOME-Autostart-enabled=false'])(
  'a desktop that switched it off by %s is believed, and it can be switched on again',
  async (line) => {
    await writeEntry(exec, line);
    expect(await loginItem().read()).toMatchObject({ isOn: false, note: null });
    await loginItem().set(true);
    expect(await loginItem().read()).toMatchObject({ isOn: true });
  },
);

test('a line of another group of the file says nothing about it', async () => {
  await writeEntry(exec, '[Desktop Action x]', 'Hidden=true');
  expect(await loginItem().read()).toMatchObject({ isOn: true });
});

test('an entry that starts another copy is off, and says which it starts', async () => {
  await writeEntry('Exec="/home/sam/Old.AppImage" "--hidden"');
  const state = await loginItem().read();
  expect(state.isOn).toBe(false);
  expect(state.note).toContain('/home/sam/Old.AppImage');
});

test('a folder that cannot be written is said, and nothing is claimed', async () => {
  await writeFile(join(home, '.config'), 'a file where the folder should be');
  const set = await loginItem().set(true);
  expect(set.ok ? '' : set.error.message).toMatch(/^This was not changed: .*could not be written/);
  expect((await loginItem().read()).isOn).toBe(false);
});

test('in a sandbox it says that it cannot', async () => {
  const state = await loginItem(undefined, { FLATPAK_ID: 'x' }).read();
  expect(state).toMatchObject({ isOn: false, canChange: false });
  expect(state.note).toContain('sandbox');
});

test('what is started is the image, not where it is mounted; unpackaged, the app folder is told', () => {
  const parts = { environment: {}, executable: '/opt/evenkeel', appFolder: null, dataFolder: null };
  expect(loginCommand(parts)).toEqual(['/opt/evenkeel', '--hidden']);
  expect(loginCommand({ ...parts, environment: { APPIMAGE: '/a b/E.AppImage' } })).toEqual([
    '/a b/E.AppImage',
    '--hidden',
  ]);
  expect(loginCommand({ ...parts, appFolder: '/src', dataFolder: '/data' })).toEqual([
    '/opt/evenkeel',
    '/src',
    '--hidden',
    '--data-dir=/data',
  ]);
});

/** Takes off what the specification puts on: first of the file's strings, then of `Exec`. */
const unquoted = (value: string): string[] =>
  [...value.replaceAll('\\\\', '\\').matchAll(/"((?:\\.|[^"\\])*)"/g)].map(([, inner = '']) =>
    inner.replace(/\\(.)/g, '$1').replaceAll('%%', '%'),
  );

test('an argument with letters that mean something to a shell or the file comes through', async () => {
  const odd = join(home, 'odd $HOME `x` "quoted" 100% back\\slash');
  await writeFile(odd, '#!/bin/sh\nprintf %s "$1"\n');
  await chmod(odd, 0o755);
  const value = execValue([odd, 'a $b', '--hidden']) ?? '';
  expect(unquoted(value)).toEqual([odd, 'a $b', '--hidden']);
  // Inside of double quotes a shell takes the same four letters apart.
  const asShell = value.replaceAll('\\\\', '\\').replaceAll('%%', '%');
  expect((await promisify(execFile)('/bin/sh', ['-c', asShell])).stdout).toBe('a $b');
  expect(execValue(['/opt/a\nb'])).toBeNull();
});
