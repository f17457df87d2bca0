import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { CaptureShortcut } from './capture-keys.ts';
import { createCaptureShortcut } from './capture-keys.ts';

let folder: string;
/** What a desktop has given away: its own, and what we asked for. */
let taken: Map<string, () => void>;
let captured: number;

beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-keys-'));
  taken = new Map([['Control+Alt+T', () => undefined]]);
  captured = 0;
});
afterEach(() => rm(folder, { recursive: true, force: true }));

let count = 0;
const start = (): CaptureShortcut =>
  createCaptureShortcut({
    shortcuts: {
      register: (keys, callback) => {
        if (taken.has(keys)) return false;
        taken.set(keys, callback);
        return true;
      },
      unregister: (keys) => taken.delete(keys),
    },
    folder,
    newId: () => `id-${(count += 1)}`,
    capture: () => {
      captured += 1;
    },
    report: (problem) => {
      throw problem;
    },
  });

test('nothing is taken from other programs before the user asks', async () => {
  const shortcut = start();
  expect(await shortcut.start()).toBeNull();
  expect(shortcut.keys()).toBeNull();
  expect([...taken.keys()]).toEqual(['Control+Alt+T']);
});

test('keys that were chosen capture a thought, now and after a restart', async () => {
  const shortcut = start();
  await shortcut.start();
  expect(await shortcut.choose('Control+Alt+Space')).toMatchObject({ ok: true });
  taken.get('Control+Alt+Space')?.();
  expect(captured).toBe(1);
  shortcut.stop();
  expect(taken.has('Control+Alt+Space')).toBe(false);
  const again = start();
  expect(await again.start()).toBeNull();
  expect(again.keys()).toBe('Control+Alt+Space');
});

test('keys that another program has are not claimed: a sentence names the other way', async () => {
  const shortcut = start();
  await shortcut.choose('Control+Alt+Space');
  const chosen = await shortcut.choose('Control+Alt+T');
  expect(chosen.ok ? '' : chosen.error.message).toMatch(
    /does not let Evenkeel take Ctrl\+Alt\+T.*evenkeel --capture/,
  );
  expect(shortcut.keys()).toBe('Control+Alt+Space');
});

test('other keys take the place of the first ones, and none gives them back', async () => {
  const shortcut = start();
  await shortcut.choose('Control+Alt+Space');
  await shortcut.choose('Control+Alt+N');
  expect([...taken.keys()]).toEqual(['Control+Alt+T', 'Control+Alt+N']);
  await shortcut.choose(null);
  expect([...taken.keys()]).toEqual(['Control+Alt+T']);
  expect(await start().start()).toBeNull();
});
