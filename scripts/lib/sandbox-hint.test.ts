import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { sandboxHint } from './sandbox-hint.ts';

let folder = '';
beforeEach(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-sandbox-hint-'));
});
afterEach(async () => {
  await rm(folder, { recursive: true, force: true });
});

async function hintFor(restricted: string): Promise<string | null> {
  const file = join(folder, 'restricted');
  await writeFile(file, restricted);
  return sandboxHint(join(folder, 'electron'), file);
}

test('where the system keeps the sandbox from it, both ways out are named', async () => {
  // A helper that has no rights of its own does not help.
  await writeFile(join(folder, 'chrome-sandbox'), '', { mode: 0o755 });
  const hint = await hintFor('1\n');
  expect(hint).toContain('sysctl kernel.apparmor_restrict_unprivileged_userns=0');
  expect(hint).toContain('npm start -- --no-sandbox');
});

test('elsewhere nothing is said', async () => {
  expect(await hintFor('0\n')).toBeNull();
  expect(await sandboxHint(join(folder, 'electron'), join(folder, 'missing'))).toBeNull();
});
