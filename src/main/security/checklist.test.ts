// Electron's security checklist (docs/tutorial/security.md, 20 items, read at Electron 45). Each
// test begins with the item's number and words. What only a running window can show is in
// e2e/journeys/security.spec.ts; what a linter sees sooner is in eslint.config.js, by number too.
import { readdirSync, readFileSync } from 'node:fs';
import { join, resolve } from 'node:path';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import builder from '../../../electron-builder.config.ts';
import { calls } from '../../ipc/contract.ts';
import { checkCall } from '../ipc/check-call.ts';
import { appOrigin, appScheme, startPage } from './app-origin.ts';
import { privilegedSchemes, securityHeaders } from './app-protocol.ts';
import { contentSecurityPolicy } from './content-security-policy.ts';
import { safeExternalUrl } from './external-links.ts';
import { mayNavigate, registerNavigationPolicy } from './navigation-policy.ts';
import { allowedPermissions, mayRequest, mayUse, registerSessionPolicy } from './session-policy.ts';
import { isTrustedSender } from './trusted-sender.ts';
import { webPreferences } from './web-preferences.ts';

const root = resolve(import.meta.dirname, '../../..');
const read = (...path: readonly string[]): string => readFileSync(join(root, ...path), 'utf8');

/** Every line of product code of main and preload, by its file. */
const sources = ['src/main', 'src/preload'].flatMap((folder) =>
  readdirSync(join(root, folder), { recursive: true, encoding: 'utf8' })
    .filter((name) => name.endsWith('.ts') && !/\.test\.ts$|test-support/.test(name))
    .map((name) => ({ file: join(folder, name), text: read(folder, name) })),
);
const filesWith = (pattern: RegExp): readonly string[] =>
  sources.filter(({ text }) => pattern.test(text)).map(({ file }) => file);

const unexpected = (problem: unknown): void => {
  expect.fail(String(problem));
};

const directivesOf = (policy: string): ReadonlyMap<string, readonly string[]> =>
  new Map(
    policy.split('; ').map((directive) => {
      const [name = '', ...values] = directive.split(' ');
      return [name, values];
    }),
  );

test('1 · only load secure content', () => {
  expect(startPage).toBe('app://evenkeel/index.html');
  const elsewhere = ['http://example.org/x.js', 'https://example.org/', 'ws://127.0.0.1:5173/'];
  const local = ['file:///etc/passwd', 'app://other/x', 'chrome://gpu', 'ftp://x/', 'no address'];
  expect([...elsewhere, ...local].filter((address) => mayRequest(address, null))).toEqual([]);
  expect(mayRequest(`${appOrigin}/assets/index.js`, null)).toBe(true);
});

test('1 · WebRTC, which asks no filter, is led nowhere (also: security.spec.ts)', () => {
  const session = recordingSession();
  registerSessionPolicy(session.session, null, unexpected);
  expect(session.proxies()).toEqual([
    { proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' },
  ]);
  expect(guardedContents().webRtcPolicy()).toBe('disable_non_proxied_udp');
  const developing = recordingSession();
  registerSessionPolicy(developing.session, 'http://localhost:5173', unexpected);
  expect(developing.proxies()).toEqual([]);
});

test('2 · disable the Node.js integration in all renderers (also: security.spec.ts)', () => {
  expect(webPreferences).toMatchObject({
    nodeIntegration: false,
    nodeIntegrationInSubFrames: false,
    nodeIntegrationInWorker: false,
  });
});

test('3 · enable context isolation in all renderers (also: security.spec.ts)', () => {
  expect(webPreferences.contextIsolation).toBe(true);
});

test('4 · enable process sandboxing', () => {
  expect(webPreferences.sandbox).toBe(true);
  expect(filesWith(/app\.enableSandbox\(\)/)).toEqual(['src/main/index.ts']);
  expect(filesWith(/['"]no-sandbox['"]/)).toEqual(['src/main/lifecycle/chromium-switches.ts']);
});

test('5 · handle session permission requests from remote content: every one is denied', () => {
  expect(allowedPermissions.size).toBe(0);
  const asked = ['media', 'geolocation', 'notifications', 'clipboard-read', 'usb', 'not-yet-made'];
  expect(asked.filter(mayUse)).toEqual([]);
  const session = recordingSession();
  registerSessionPolicy(session.session, null, unexpected);
  expect(session.answers()).toEqual({
    request: false,
    check: false,
    device: false,
    remote: { cancel: true },
    own: { cancel: false },
  });
});

test('6 · do not disable webSecurity', () => {
  expect(webPreferences.webSecurity).toBe(true);
});

test('7 · define a Content-Security-Policy, sent as a header (also: security.spec.ts)', () => {
  const policy = securityHeaders['Content-Security-Policy'] ?? '';
  expect(policy).toBe(contentSecurityPolicy('production'));
  expect(Object.fromEntries(directivesOf(policy))).toEqual({
    'default-src': ["'none'"],
    'script-src': ["'self'"],
    'style-src': ["'self'"],
    'img-src': ["'self'", 'data:'],
    'font-src': ["'self'"],
    'connect-src': ["'self'"],
    'worker-src': ["'self'"],
    'base-uri': ["'none'"],
    'form-action': ["'none'"],
    'frame-ancestors': ["'none'"],
    'require-trusted-types-for': ["'script'"],
    'trusted-types': ['svelte-trusted-html', 'evenkeel-worker'],
  });
  const scripts = directivesOf(contentSecurityPolicy('development')).get('script-src');
  expect(scripts).toEqual(["'self'"]);
});

test('8 · do not enable allowRunningInsecureContent', () => {
  expect(webPreferences.allowRunningInsecureContent).toBe(false);
});

test('9 · do not enable experimental features', () => {
  expect(webPreferences.experimentalFeatures).toBe(false);
});

test('10 · do not use enableBlinkFeatures', () => {
  expect(Object.keys(webPreferences)).not.toContain('enableBlinkFeatures');
  expect(filesWith(/enableBlinkFeatures\s*:|enable-blink-features|enable-features/)).toEqual([]);
});

test('11 · do not use allowpopups for WebViews: there are none', () => {
  expect(webPreferences.webviewTag).toBe(false);
});

test('12 · verify WebView options and parameters: none is ever attached', () => {
  expect(guardedContents().happens('will-attach-webview', { url: '', isMainFrame: true })).toBe(
    'prevented',
  );
});

test('13 · disable or limit navigation (also: security.spec.ts)', () => {
  const contents = guardedContents();
  const tried = (url: string, isMainFrame = true): readonly string[] =>
    ['will-navigate', 'will-frame-navigate', 'will-redirect'].map((event) =>
      contents.happens(event, { url, isMainFrame }),
    );
  const denied = ['prevented', 'prevented', 'prevented'];
  expect(tried('https://example.org/')).toEqual(denied);
  expect(tried('app://evenkeel/other.html')).toEqual(denied);
  expect(tried('app://evenkeel.evil/index.html')).toEqual(denied);
  expect(tried('javascript:alert(1)')).toEqual(denied);
  expect(tried('file:///etc/passwd')).toEqual(denied);
  expect(tried(startPage, false)).toEqual(denied);
  expect(tried(`${startPage}#/people`)).toEqual(['allowed', 'allowed', 'allowed']);
  expect(mayNavigate(`${startPage}?x=1`, true, startPage)).toBe(false);
});

test('14 · disable or limit creation of new windows (also: security.spec.ts)', () => {
  const contents = guardedContents();
  expect(contents.open('https://example.org/')).toEqual({ action: 'deny' });
  expect(contents.open(startPage)).toEqual({ action: 'deny' });
  expect(contents.sentOutside()).toEqual(['https://example.org/', startPage]);
});

test('15 · do not use shell.openExternal with untrusted content', () => {
  expect(filesWith(/\.openExternal\(/)).toEqual(['src/main/security/external-links.ts']);
  expect(safeExternalUrl('file:///etc/passwd')).toBeNull();
  expect(safeExternalUrl('https://example.org\\a')).toBe('https://example.org/a');
  expect(safeExternalUrl(startPage)).toBeNull();
});

test('16 · use a current version of Electron', () => {
  // Electron supports its latest three majors; a new one comes every eight weeks, and its source is
  // https://www.electronjs.org/docs/latest/tutorial/electron-timelines. Raise both together.
  const newestMajor = 45;
  const { devDependencies } = v.parse(
    v.object({ devDependencies: v.object({ electron: v.string() }) }),
    JSON.parse(read('package.json')),
  );
  expect(devDependencies.electron).toMatch(/^\d+\.\d+\.\d+$/);
  const major = Number(devDependencies.electron.split('.')[0]);
  expect(major).toBeGreaterThan(newestMajor - 3);
  expect(major).toBeLessThanOrEqual(newestMajor);
});

test('17 · validate the sender of all IPC messages (also: security.spec.ts)', () => {
  expect(filesWith(/\bipcMain\b/)).toEqual(['src/main/ipc/router.ts']);
  const trust = { origin: appOrigin, isKnownWindow: () => true };
  const sender = { id: 1 };
  const frames = [null, { origin: 'https://x', parent: null }, { origin: appOrigin, parent: {} }];
  const trusted = frames.filter((senderFrame) => isTrustedSender({ sender, senderFrame }, trust));
  expect(trusted).toEqual([]);
  const refused = Object.keys(calls).map((channel) => checkCall(false, channel, undefined));
  expect(refused.every((result) => !result.ok && result.error.code === 'refused')).toBe(true);
});

test('18 · avoid the file:// protocol, prefer a custom one', () => {
  expect(filesWith(/loadFile\(|['"`]file:/)).toEqual([]);
  expect(privilegedSchemes.map(({ scheme }) => scheme)).toEqual([appScheme]);
  expect(Object.keys(privilegedSchemes[0].privileges)).not.toContain('bypassCSP');
});

test('19 · check which fuses you can change: each is decided', () => {
  expect(builder.electronFuses).toMatchObject({
    runAsNode: false,
    enableNodeOptionsEnvironmentVariable: false,
    enableNodeCliInspectArguments: false,
    enableEmbeddedAsarIntegrityValidation: true,
    onlyLoadAppFromAsar: true,
    loadBrowserProcessSpecificV8Snapshot: false,
    grantFileProtocolExtraPrivileges: false,
  });
  expect(Object.keys(builder.electronFuses)).toContain('enableCookieEncryption');
});

test('20 · do not expose Electron APIs to untrusted web content (also: security.spec.ts)', () => {
  const preload = read('src/preload/index.ts');
  expect(preload.match(/exposeInMainWorld\('evenkeel', bridge\)/g)).toHaveLength(1);
  expect(preload).not.toMatch(/exposeInMainWorld\([^)]*ipcRenderer/);
  // The listener of the page is called with what was sent and nothing of Electron's.
  expect(preload).toMatch(/listener\(sent\)/);
});

type GuardedSession = Parameters<typeof registerSessionPolicy>[0];
type GuardedApp = Parameters<typeof registerNavigationPolicy>[0]['app'];
type Guard = Parameters<GuardedApp['on']>[1];
type GuardedContents = Parameters<Guard>[1];

/** A session that asks the handlers it is given. */
function recordingSession() {
  const answers = {
    request: true,
    check: true,
    device: true,
    remote: { cancel: false },
    own: { cancel: true },
  };
  const proxies: unknown[] = [];
  const session: GuardedSession = {
    setProxy: (config) => {
      proxies.push(config);
      return Promise.resolve();
    },
    setPermissionRequestHandler: (handler) => {
      handler(null, 'media', (isGranted) => (answers.request = isGranted));
    },
    setPermissionCheckHandler: (handler) => {
      answers.check = handler(null, 'media');
    },
    setDevicePermissionHandler: (handler) => {
      answers.device = handler();
    },
    webRequest: {
      onBeforeRequest: (listener) => {
        listener({ url: 'https://example.org/' }, (answer) => (answers.remote = answer));
        listener({ url: startPage }, (answer) => (answers.own = answer));
      },
    },
  };
  return { session, answers: () => answers, proxies: () => proxies };
}

/** A window's contents as the navigation policy meets it. */
function guardedContents() {
  type Listener = (details: { url: string; isMainFrame: boolean; preventDefault(): void }) => void;
  const listeners = new Map<string, Listener>();
  const outside: string[] = [];
  let open: (details: { url: string }) => unknown = () => null;
  let webRtcPolicy = 'default';
  const contents: GuardedContents = {
    on: (name: string, listener: Listener) => listeners.set(name, listener),
    setWindowOpenHandler: (handler) => {
      open = handler;
    },
    setWebRTCIPHandlingPolicy: (policy) => {
      webRtcPolicy = policy;
    },
  };
  const app: GuardedApp = {
    on: (_name, guard) => {
      guard(null, contents);
    },
    off: () => undefined,
  };
  registerNavigationPolicy({ app, page: startPage, openOutside: (url) => outside.push(url) });
  return {
    happens: (name: string, details: { url: string; isMainFrame: boolean }) => {
      const outcomes: string[] = [];
      const preventDefault = (): void => {
        outcomes.push('prevented');
      };
      listeners.get(name)?.({ ...details, preventDefault });
      return outcomes[0] ?? 'allowed';
    },
    open: (url: string) => open({ url }),
    webRtcPolicy: () => webRtcPolicy,
    sentOutside: () => outside,
  };
}
