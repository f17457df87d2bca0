import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { appId } from './app-id.ts';

const projectFolder = resolve(import.meta.dirname, '../../..');

test('Windows knows the app by the id that its installer writes', async () => {
  const file = resolve(projectFolder, 'electron-builder.config.ts');
  expect(await readFile(file, 'utf8')).toContain(`appId: '${appId}'`);
});

test('Linux knows the app by a name of the form that its desktop portals ask for, or no keys are given to it', async () => {
  const text = await readFile(resolve(projectFolder, 'package.json'), 'utf8');
  const { desktopName } = v.parse(v.object({ desktopName: v.string() }), JSON.parse(text));
  expect(desktopName).toMatch(/^[A-Za-z][A-Za-z0-9_]*(\.[A-Za-z][A-Za-z0-9_]*){2,}\.desktop$/);
});
