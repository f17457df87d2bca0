import { expect, test } from 'vitest';
import { firstReason } from './electron-download.ts';
import { chooseRuntime, describeRuntime } from './runtime.ts';

test('forced, the stand-in is taken without trying anything, and says so', async () => {
  const runtime = await chooseRuntime({ EVENKEEL_RUNTIME: 'standin' });
  expect(runtime.name).toBe('stand-in');
  expect(runtime.env.ELECTRON_OVERRIDE_DIST_PATH).toMatch(/electron-standin$/);
  expect(describeRuntime(runtime)).toMatch(
    /^Runtime: the stand-in for Electron [\d.]+, because EVENKEEL_RUNTIME=standin\.$/,
  );
});

test('a runtime that does not exist is refused with the names of those that do', async () => {
  await expect(chooseRuntime({ EVENKEEL_RUNTIME: 'firefox' })).rejects.toMatchObject({
    message: 'EVENKEEL_RUNTIME is "firefox"; it can be electron or standin.',
    code: 2,
  });
});

test("the installer's stack becomes half a sentence", () => {
  const stack = 'TypeError: fetch failed\n    at node:internal/deps/undici/undici:1:2';
  expect(firstReason(stack)).toBe('fetch failed');
  const withCause = `${stack}\n  [cause]: Error: getaddrinfo EAI_AGAIN example.org {\n`;
  expect(firstReason(withCause)).toBe('fetch failed: getaddrinfo EAI_AGAIN example.org');
  expect(firstReason('')).toBe('the installer failed');
});
