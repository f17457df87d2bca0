import { readFile } from 'node:fs/promises';
import { resolve } from 'node:path';
import { expect, test } from 'vitest';
import { appId } from './app-id.ts';

test('Windows knows the app by the id that its installer writes', async () => {
  const file = resolve(import.meta.dirname, '../../../electron-builder.config.ts');
  expect(await readFile(file, 'utf8')).toContain(`appId: '${appId}'`);
});
