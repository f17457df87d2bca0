import { mkdir, mkdtemp, rm, symlink, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll, expect, test } from 'vitest';
import { fileOf, pictureFileOf, registerAppProtocol } from './app-protocol.ts';

const picture = `${'0a'.repeat(32)}.gif`;
const linked = `${'0b'.repeat(32)}.gif`;
let folder = '';
let root = '';
let handle: (request: Request) => Promise<Response>;

beforeAll(async () => {
  folder = await mkdtemp(join(tmpdir(), 'evenkeel-protocol-'));
  root = join(folder, 'renderer');
  await mkdir(join(root, 'assets'), { recursive: true });
  await writeFile(join(root, 'index.html'), '<!doctype html>');
  await writeFile(join(root, 'assets', 'index-Bx_9-.js'), 'export {}');
  await writeFile(join(root, 'notes.exe'), 'no');
  await writeFile(join(folder, 'secret.json'), '{}');
  await mkdir(join(folder, 'renderer-evil'));
  await writeFile(join(folder, 'renderer-evil', 'x.js'), 'no');
  await mkdir(join(folder, 'pictures'));
  await writeFile(join(folder, 'pictures', picture), 'GIF89a');
  await symlink(join(folder, 'secret.json'), join(folder, 'pictures', linked));
  registerAppProtocol(
    {
      handle: (_scheme, handler) => {
        handle = async (request) => await handler(request);
      },
      unhandle: () => undefined,
    },
    { root, pictures: join(folder, 'pictures') },
  );
});

afterAll(() => rm(folder, { recursive: true, force: true }));

test('our files are answered with their type, under the policy', async () => {
  const page = await handle(new Request('app://evenkeel/index.html'));
  expect(page.status).toBe(200);
  expect(await page.text()).toBe('<!doctype html>');
  expect(page.headers.get('content-type')).toBe('text/html; charset=utf-8');
  expect(page.headers.get('content-security-policy')).toContain("default-src 'none'");
  expect(page.headers.get('x-content-type-options')).toBe('nosniff');
  const script = await handle(new Request('app://evenkeel/assets/index-Bx_9-.js?v=1#x'));
  expect(script.status).toBe(200);
  expect(script.headers.get('content-type')).toBe('text/javascript; charset=utf-8');
});

test('a picture of the library is one, whatever its bytes are', async () => {
  const answer = await handle(new Request(`app://evenkeel/library/${picture}`));
  expect(answer.status).toBe(200);
  expect(answer.headers.get('content-type')).toBe('image/gif');
  expect(answer.headers.get('x-content-type-options')).toBe('nosniff');
});

test('a link among the pictures, as a synced folder may bring one, leads nowhere', async () => {
  expect((await handle(new Request(`app://evenkeel/library/${linked}`))).status).toBe(404);
});

test.each([
  `app://evenkeel/library/../${picture}`,
  `app://evenkeel/library/%2e%2e%2f${picture}`,
  `app://evenkeel/library/x/${picture}`,
  `app://evenkeel/library/${picture}.json`,
  `app://evenkeel/library/${picture.replace('.gif', '.svg')}`,
  `app://evenkeel/library/${picture.slice(1)}`,
  `app://elsewhere/library/${picture}`,
  'app://evenkeel/library/',
])('%s is no picture of the library', (address) => {
  expect(pictureFileOf(address, join(folder, 'pictures'))).toBeNull();
});

test.each([
  ['app://evenkeel/../secret.json'],
  ['app://evenkeel/%2e%2e/secret.json'],
  ['app://evenkeel/..%2fsecret.json'],
  ['app://evenkeel/assets/..%5c..%5csecret.json'],
  ['app://evenkeel/../renderer-evil/x.js'],
  ['app://evenkeel//secret.json'],
  ['app://evenkeel//etc/passwd.json'],
  ['app://evenkeel/%2fetc%2fpasswd.json'],
  ['app://evenkeel/%00index.html'],
  ['app://evenkeel/%E0%A4%A.js'],
  ['app://evenkeel/'],
  ['app://evenkeel/assets'],
  ['app://evenkeel/notes.exe'],
  ['app://evenkeel/missing.js'],
  ['app://elsewhere/index.html'],
  ['app://evenkeel.evil/index.html'],
  ['app://evenkeel:80/index.html'],
  ['file:///etc/passwd.json'],
])('%s gives nothing of ours', async (address) => {
  const response = await handle(new Request(address));
  expect(response.status).toBe(404);
  expect(response.headers.get('content-security-policy')).toContain("default-src 'none'");
});

test.each(['POST', 'HEAD', 'PUT', 'OPTIONS'])('%s is not answered', async (method) => {
  const response = await handle(new Request('app://evenkeel/index.html', { method }));
  expect(response.status).toBe(405);
});

test('an address with a user in it means nothing', () => {
  expect(fileOf('app://user@evenkeel/index.html', '/srv/renderer')).toBeNull();
});

test('every path that is found lies inside the folder', () => {
  const found = ['app://evenkeel/a.js', 'app://evenkeel/a/./b.js', 'app://evenkeel/a/../b.js'];
  expect(found.map((address) => fileOf(address, '/srv/renderer'))).toEqual([
    '/srv/renderer/a.js',
    '/srv/renderer/a/b.js',
    '/srv/renderer/b.js',
  ]);
});
