import { createSocket } from 'node:dgram';
import { once } from 'node:events';
import type { AddressInfo } from 'node:net';
import { createServer } from 'node:net';
import type { Page } from '@playwright/test';
import { expect, test } from '../fixtures/test.ts';

// What only a running window can show of Electron's security checklist; the numbers are its items.
// The rest is in src/main/security/checklist.test.ts and eslint.config.js.

/** What a call answered, or how it was turned away, seen from the page. */
function callFromPage(page: Page, channel: string, input: unknown): Promise<unknown> {
  return page.evaluate(
    ([name, given]) =>
      (
        globalThis as unknown as {
          evenkeel: { call: (channel: string, input: unknown) => Promise<unknown> };
        }
      ).evenkeel.call(name as string, given),
    [channel, input],
  );
}

test('2, 3, 4, 20 · the page has no Node, no Electron, and only the two functions of the bridge', async ({
  launch,
}) => {
  const page = await (await launch()).window();
  const seen = await page.evaluate(() => {
    const world = globalThis as unknown as Record<string, unknown>;
    const names = [
      'require',
      'process',
      'module',
      'Buffer',
      'ipcRenderer',
      'electron',
      '__dirname',
    ];
    return {
      leaked: names.filter((name) => world[name] !== undefined),
      bridge: Object.keys(world.evenkeel as object).sort(),
    };
  });
  expect(seen).toEqual({ leaked: [], bridge: ['call', 'on'] });
});

test.describe('5 · permissions', () => {
  test('are denied, whatever a page asks for', async ({ launch }) => {
    const page = await (await launch()).window();
    const states = await page.evaluate(async () => {
      const names = ['notifications', 'geolocation', 'camera', 'microphone'] as PermissionName[];
      const answers = await Promise.all(names.map((name) => navigator.permissions.query({ name })));
      const media = await navigator.mediaDevices.getUserMedia({ audio: true }).then(
        () => 'given',
        (error: unknown) => (error as Error).name,
      );
      return { states: answers.map(({ state }) => state), media };
    });
    expect(states.states).not.toContain('granted');
    expect(states.media).not.toBe('given');
  });
});

test.describe('1, 7 · the content security policy', () => {
  test.use({ expectedErrors: /Content Security Policy|TrustedHTML|TrustedScript|Failed to load/i });

  test('keeps inline scripts, strange hosts and bare HTML out', async ({ launch }) => {
    const page = await (await launch()).window();
    const outcome = await page.evaluate(async () => {
      const violations: string[] = [];
      document.addEventListener('securitypolicyviolation', (event) => {
        violations.push(event.effectiveDirective);
      });
      const attempts = {
        inlineText: () => {
          const script = document.createElement('script');
          script.textContent = 'window.ran = true';
          document.body.append(script);
        },
        bareHtml: () => {
          document.body.innerHTML = '<p>bare</p>';
        },
        evaluation: () => {
          // eslint-disable-next-line no-eval -- the very thing that the page must refuse
          (0, eval)('window.ran = true');
        },
      };
      const isRefused = (attempt: () => void): boolean => {
        try {
          attempt();
          return false;
        } catch {
          return true;
        }
      };
      // A debugger's own call may evaluate; what a page does by itself later may not.
      const refused = await new Promise<string[]>((resolve) => {
        setTimeout(() => {
          const names = Object.entries(attempts).filter(([, attempt]) => isRefused(attempt));
          resolve(names.map(([name]) => name));
        });
      });
      const image = new Image();
      image.src = 'https://example.invalid/pixel.png';
      const fetched = await fetch('https://example.invalid/').then(
        () => 'fetched',
        () => 'refused',
      );
      // What runs does so within that, and what is reported is mostly sooner.
      const wait = (milliseconds: number) =>
        new Promise((resolve) => setTimeout(resolve, milliseconds));
      await wait(200);
      for (let looks = 0; looks < 50 && new Set(violations).size < 3; looks += 1) await wait(100);
      const ran = (globalThis as unknown as { ran?: boolean }).ran ?? false;
      return { refused, fetched, ran, violations: [...new Set(violations)].sort() };
    });
    expect(outcome.refused).toEqual(['inlineText', 'bareHtml', 'evaluation']);
    expect(outcome.fetched).toBe('refused');
    expect(outcome.ran).toBe(false);
    expect(outcome.violations).toEqual(
      expect.arrayContaining(['connect-src', 'img-src', 'require-trusted-types-for']),
    );
  });
});

test('1 · WebRTC, which neither the filter nor the policy sees, reaches nobody', async ({
  launch,
}) => {
  let heard = 0;
  const byDatagram = createSocket('udp4', () => (heard += 1));
  const byConnection = createServer((socket) => {
    heard += 1;
    socket.destroy();
  });
  byDatagram.bind(0, '127.0.0.1');
  byConnection.listen(0, '127.0.0.1');
  await Promise.all([once(byDatagram, 'listening'), once(byConnection, 'listening')]);
  const ports = [byDatagram.address().port, (byConnection.address() as AddressInfo).port];
  const page = await (await launch()).window();
  await page.evaluate(async ([datagrams, connections]) => {
    const login = { username: 'what a page knows', credential: 'x' };
    const connection = new RTCPeerConnection({
      iceServers: [
        { urls: `stun:127.0.0.1:${String(datagrams)}` },
        { urls: `turn:127.0.0.1:${String(connections)}?transport=tcp`, ...login },
      ],
    });
    connection.createDataChannel('x');
    await connection.setLocalDescription(await connection.createOffer());
    await new Promise((resolve) => setTimeout(resolve, 1500));
    connection.close();
  }, ports);
  byDatagram.close();
  byConnection.close();
  expect(heard).toBe(0);
});

test.describe('13, 14 · leaving the app', () => {
  test.use({ expectedErrors: /navigat|Failed to load|blocked|Failed to open|xdg-open/i });

  test('a page can neither go elsewhere nor open a window', async ({ launch }) => {
    const app = await launch();
    const page = await app.window();
    const before = page.url();
    const opened = await page.evaluate(() => {
      const given = window.open('https://example.invalid/');
      location.href = 'https://example.invalid/';
      return given === null;
    });
    expect(opened).toBe(true);
    await page.waitForTimeout(500);
    expect(page.url()).toBe(before);
    expect(app.app.windows()).toHaveLength(1);
    await expect(page.getByRole('heading', { level: 1 })).toBeVisible();
  });
});

test.describe('17 · calls', () => {
  test.use({ expectedErrors: /Content Security Policy|frame|Failed to load/i });

  test('on an unknown channel or with a wrong shape are refused with a sentence', async ({
    launch,
  }) => {
    const page = await (await launch()).window();
    for (const channel of ['people.steal', 'constructor', '__proto__', 'toString', '']) {
      expect(await callFromPage(page, channel, undefined)).toMatchObject({
        ok: false,
        error: { code: 'refused' },
      });
    }
    const wrong: readonly (readonly [string, unknown])[] = [
      ['people.add', { name: '', relationship: 'report' }],
      ['people.add', { name: 'Sam', relationship: 'enemy' }],
      ['people.add', { name: 'Sam', relationship: 'report', isAdmin: true }],
      ['people.add', 'Sam'],
      ['people.read', { personId: '../../etc/passwd' }],
      ['today.read', { extra: 1 }],
    ];
    for (const [channel, input] of wrong) {
      const answer = await callFromPage(page, channel, input);
      expect(answer, `${channel} ${JSON.stringify(input)}`).toMatchObject({
        ok: false,
        error: { code: 'invalid' },
      });
      expect((answer as { error: { message: string } }).error.message).toMatch(/\.$/);
    }
    expect(await callFromPage(page, 'people.list', undefined)).toEqual({ ok: true, value: [] });
  });

  test('from a sub-frame find no bridge', async ({ launch }) => {
    const page = await (await launch()).window();
    const inFrame = await page.evaluate(async () => {
      const frame = document.createElement('iframe');
      document.body.append(frame);
      await new Promise((resolve) => setTimeout(resolve, 300));
      const own = (frame.contentWindow as unknown as { evenkeel?: unknown } | null)?.evenkeel;
      frame.remove();
      return own === undefined;
    });
    expect(inFrame).toBe(true);
  });
});
