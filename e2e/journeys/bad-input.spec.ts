import { mkdir, mkdtemp, readdir, readFile, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { expect, test } from '../fixtures/test.ts';

// What goes wrong around the app: each ends in a clear sentence, and nothing is lost.

test('an unknown flag is refused with a sentence and its own exit code', async ({ run }) => {
  const { code, output } = await run({ args: ['--frobnicate'] });
  expect(output).toContain('Evenkeel does not know --frobnicate.');
  expect(code).toBe(2);
});

test('--data-dir without a path says what it needs', async ({ run }) => {
  const { code, output } = await run({ args: ['--data-dir'] });
  expect(output).toContain('--data-dir needs the path of a folder');
  expect(code).toBe(2);
});

test('a test clock that is no instant is refused', async ({ run }) => {
  const { code, output } = await run({ now: 'yesterday' });
  expect(output).toContain('EVENKEEL_NOW must be an instant');
  expect(code).toBe(2);
});

test('a data folder that cannot be one is named, and nothing is touched', async ({ run }) => {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-bad-'));
  const file = join(folder, 'a-file');
  await writeFile(file, 'mine');
  const { code, output } = await run({ args: ['--data-dir', file] });
  expect(output).toContain('Evenkeel cannot use its data folder');
  expect(output).toContain(file);
  expect(code).not.toBe(0);
  expect(await readFile(file, 'utf8')).toBe('mine');
});

test('a second start hands over to the first, whose window comes', async ({ launch, run }) => {
  const first = await launch();
  const page = await first.window();
  const { code, output } = await run({ dataDir: first.dataDir });
  expect(output).toContain('Evenkeel is already running');
  expect(code).toBe(0);
  await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
});

test('files that cannot be read are kept and said; a known one comes back, the others show', async ({
  launch,
}) => {
  const now = '2026-11-23T09:00:00Z';
  const app = await launch({ now });
  const page = await app.window();
  for (const name of ['Sam Okafor', 'Ines Duarte']) {
    await page.getByRole('navigation').getByRole('link', { name: 'People' }).click();
    await page.getByRole('button', { name: 'Add a person' }).first().click();
    await page.getByLabel('Name').fill(name);
    await page.getByRole('button', { name: 'Add person' }).click();
    await expect(page.getByText(name).first()).toBeVisible();
  }
  await app.quit();

  const people = join(app.dataDir, 'people');
  const folder = (await readdir(people)).find((entry) => entry.includes('sam-okafor'));
  if (folder === undefined) throw new Error('No folder of Sam Okafor.');
  const file = join(people, folder, 'person.json');
  const damaged = '{"kind": "person", "name": "Sam Oka';
  await writeFile(file, damaged);
  const neverSeen = join(people, 'ada-000001', 'person.json');
  await mkdir(dirname(neverSeen));
  await writeFile(neverSeen, damaged);

  const again = await launch({ dataDir: app.dataDir, now });
  const window = await again.window();
  const restored = window.getByText(/person\.json could not be read, so Evenkeel has put/);
  await expect(restored).toBeVisible();
  const copy = /is kept as (.+?)\. Please/.exec((await restored.textContent()) ?? '')?.[1];
  expect(await readFile(copy ?? '', 'utf8')).toBe(damaged);
  await expect(window.getByText(/ada-000001.person\.json could not be read/)).toBeVisible();
  expect(await readFile(neverSeen, 'utf8')).toBe(damaged);
  await window.getByRole('navigation').getByRole('link', { name: 'People' }).click();
  await expect(window.getByText('Ines Duarte').first()).toBeVisible();
  await expect(window.getByText('Sam Okafor').first()).toBeVisible();
  expect(await readFile(file, 'utf8')).toContain('"name": "Sam Okafor"');
});

test('settings that cannot be read are set aside, and their last good version is back', async ({
  launch,
}) => {
  const app = await launch();
  const first = await app.window();
  await first.getByRole('navigation').getByRole('link', { name: 'Settings' }).click();
  await first.getByRole('radio', { name: 'Dark' }).check();
  await expect(first.locator('html')).toHaveAttribute('data-theme', 'dark');
  await app.quit();
  const settings = join(app.dataDir, 'evenkeel.json');
  const damaged = 'not json at all';
  await writeFile(settings, damaged);
  const again = await launch({ dataDir: app.dataDir });
  const page = await again.window();
  const notice = page.getByText(/evenkeel\.json could not be read/);
  await expect(notice).toBeVisible();
  const copy = /kept as (.+?)\. Please/.exec((await notice.textContent()) ?? '')?.[1];
  expect(await readFile(copy ?? '', 'utf8')).toBe(damaged);
  await expect(page.locator('html')).toHaveAttribute('data-theme', 'dark');
});

test.describe('without a D-Bus', () => {
  test.use({ sessionBus: false, trayHost: false, notificationServer: false });

  test('there is no tray and no notification, said once; the rest is whole @desktop-bus', async ({
    launch,
  }) => {
    const app = await launch();
    const page = await app.window();
    await expect(page.getByText(/This session has no D-Bus/)).toHaveCount(1);
    await page.getByRole('navigation').getByRole('link', { name: 'Guide' }).click();
    await expect(page.getByRole('heading', { level: 1, name: 'Guide' })).toBeVisible();
  });
});

test('without a display the runtime says so and ends @desktop-bus', async ({ run }) => {
  const { code, output } = await run({ env: { DISPLAY: undefined, WAYLAND_DISPLAY: undefined } });
  expect(output).toMatch(/Missing X server or \$DISPLAY/);
  expect(code).not.toBe(0);
});
