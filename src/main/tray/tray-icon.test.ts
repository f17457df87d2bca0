import { access, readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { trayIconPath } from './tray-icon.ts';

const projectFolder = resolve(import.meta.dirname, '../../..');
const iconFolder = resolve(projectFolder, 'resources/icons');

test('no black icon on a dark panel (token-monitor#417): each kind of surface has its own', async () => {
  const paths = (['linux', 'win32'] as const).map((platform) => {
    const [light, dark] = [false, true].map((isDark) =>
      trayIconPath(iconFolder, { platform, isDark }),
    );
    expect(light).not.toBe(dark);
    return [light ?? '', dark ?? ''];
  });
  const template = trayIconPath(iconFolder, { platform: 'darwin', isDark: true });
  expect(template).toMatch(/Template\.png$/);
  for (const path of [...paths.flat(), template, template.replace('.png', '@2x.png')]) {
    await expect(access(path), path).resolves.toBeUndefined();
  }
});

test('no Electron whose trays are broken on Linux (electron#52674, electron#53213)', async () => {
  const text = await readFile(resolve(projectFolder, 'package.json'), 'utf8');
  const { devDependencies } = v.parse(
    v.object({ devDependencies: v.object({ electron: v.string() }) }),
    JSON.parse(text),
  );
  const [major = 0, minor = 0] = devDependencies.electron.split('.').map(Number);
  // Dead in 43.3 to 43.4, and not registered by GNOME in 44.0.
  const isBroken = (major === 43 && [3, 4].includes(minor)) || (major === 44 && minor === 0);
  expect(major).toBeGreaterThanOrEqual(42);
  expect(isBroken, devDependencies.electron).toBe(false);
});
