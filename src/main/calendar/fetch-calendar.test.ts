import { lookup } from 'node:dns';
import type { LookupFunction } from 'node:net';
import { gzipSync } from 'node:zlib';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { isPrivateHost, isPublicAddress, publicLookup } from './allowed-addresses.ts';
import type { AskingTerms, Fetched } from './fetch-calendar.ts';
import { fetchCalendar } from './fetch-calendar.ts';
import type { FetchLimits } from './fetch-limits.ts';
import { usualLimits } from './fetch-limits.ts';
import type { CalendarServer, Route } from './test-support/calendar-server.ts';
import { startCalendarServer, text } from './test-support/calendar-server.ts';

const none: AskingTerms = { etag: null, lastModified: null, ownNetworkHost: null };
const calendar = 'BEGIN:VCALENDAR\r\nX-WR-CALNAME:Grüße\r\nEND:VCALENDAR\r\n';
const limits: FetchLimits = {
  ...usualLimits,
  maximumBytes: 100_000,
  answerMilliseconds: 250,
  silenceMilliseconds: 250,
  totalMilliseconds: 1000,
};

let server: CalendarServer;
beforeEach(async () => {
  server = await startCalendarServer();
});
afterEach(() => server.stop());

const get = async (path: string, names = none, with_ = limits) => {
  return outcomeOf(await fetchCalendar(server.at(path), names, with_));
};
const outcomeOf = (fetched: Fetched): string => {
  if (fetched.kind === 'fresh') return new TextDecoder().decode(fetched.bytes);
  return fetched.kind === 'failed' ? fetched.failure : fetched.kind;
};
const serve = (route: Route) => {
  server.serve('/a.ics', route);
};
const status =
  (code: number, headers: Record<string, string> = {}): Route =>
  (_request, response) => {
    response.writeHead(code, headers).end('no');
  };

test('a calendar comes with the names of its copy, which are sent along the next time', async () => {
  serve((request, response) => {
    if (request.headers['if-none-match'] === '"1"') response.writeHead(304).end();
    else text(calendar, { etag: '"1"', 'last-modified': 'Mon' })(request, response);
  });
  const first = await fetchCalendar(server.at('/a.ics'), none, limits);
  const names = { etag: '"1"', lastModified: 'Mon' };
  expect(first).toMatchObject({ kind: 'fresh', names });
  expect(await get('/a.ics', { ...none, ...names })).toBe('unchanged');
  expect(server.asked[1]?.headers['if-modified-since']).toBe('Mon');
});

test('a 304 that nobody asked for is no calendar', async () => {
  serve(status(304));
  expect(await get('/a.ics')).toBe('status');
});

test.each([
  [401, 'refused'],
  [403, 'refused'],
  [404, 'gone'],
  [410, 'gone'],
  [418, 'status'],
  [429, 'server'],
  [500, 'server'],
  [503, 'server'],
])('an answer of %s means %s', async (code, failure) => {
  serve(status(code));
  expect(await get('/a.ics')).toBe(failure);
});

test('a server that says nothing is given up', async () => {
  serve(() => undefined);
  expect(await get('/a.ics')).toBe('slow');
});

test('a server that falls silent in the middle is given up', async () => {
  serve((_request, response) => {
    response.writeHead(200);
    response.write('BEGIN:VCALENDAR\r\n');
  });
  expect(await get('/a.ics')).toBe('slow');
});

test('an answer that drips on for ever ends at the deadline', async () => {
  serve((_request, response) => {
    response.writeHead(200);
    const timer = setInterval(() => response.write('BEGIN:VCALENDAR\r\n'), 20);
    response.on('close', () => {
      clearInterval(timer);
    });
  });
  const begun = performance.now();
  expect(await get('/a.ics')).toBe('slow');
  expect(performance.now() - begun).toBeLessThan(3000);
});

test('an answer without an end is stopped at the largest size', async () => {
  serve((_request, response) => {
    response.writeHead(200);
    const more = (): void => {
      while (!response.destroyed && response.write('X'.repeat(10_000)));
      if (!response.destroyed) response.once('drain', more);
    };
    more();
  });
  expect(await get('/a.ics')).toBe('too-large');
});

test('a size that is announced too large is not waited for', async () => {
  serve((_request, response) => {
    response.writeHead(200, { 'content-length': '100001' }).flushHeaders();
  });
  expect(await get('/a.ics')).toBe('too-large');
});

test('a gzip bomb is stopped where it has unpacked to the largest size', async () => {
  const bomb = gzipSync(Buffer.alloc(50_000_000, 'A'));
  expect(bomb.byteLength).toBeLessThan(limits.maximumBytes);
  serve(text(bomb, { 'content-encoding': 'gzip' }));
  expect(await get('/a.ics')).toBe('too-large');
});

test('a packed calendar is unpacked', async () => {
  serve(text(gzipSync(calendar), { 'content-encoding': 'gzip' }));
  expect(await get('/a.ics')).toBe(calendar);
});

test.each([
  ['gzip', 'this is not packed'],
  ['rot13', calendar],
  ['rot13, gzip', 'neither of them'],
])('what is said to be packed as %s and is not is refused', async (packing, body) => {
  serve(text(body, { 'content-encoding': packing }));
  expect(await get('/a.ics')).toBe('encoding');
});

test('an answer that is cut off is not taken', async () => {
  serve((_request, response) => {
    response.writeHead(200, { 'content-length': '9000' });
    response.write(calendar, () => response.destroy());
  });
  expect(await get('/a.ics')).toBe('cut-off');
});

test('an answer in a packing that nobody knows, which comes on and on, ends the app for nobody', async () => {
  serve((_request, response) => {
    response.writeHead(200, { 'content-encoding': 'rot13, gzip', 'content-length': '9000' });
    response.write('this is not packed');
  });
  expect(await get('/a.ics')).toBe('encoding');
});

test('a server that changes over to another protocol is given up', async () => {
  serve((_request, response) => {
    const head = 'HTTP/1.1 101 Switching Protocols\r\nConnection: Upgrade\r\nUpgrade: x\r\n\r\n';
    response.socket?.write(head);
  });
  expect(await get('/a.ics')).toBe('cut-off');
});

test('what the server says of the writing comes along', async () => {
  serve(text(calendar, { 'content-type': 'text/calendar; charset="ISO-8859-1"' }));
  expect(await fetchCalendar(server.at('/a.ics'), none, limits)).toMatchObject({
    charset: 'ISO-8859-1',
  });
  serve(text(calendar, { 'content-type': 'text/calendar' }));
  expect(await fetchCalendar(server.at('/a.ics'), none, limits)).toMatchObject({ charset: null });
});

test('redirects are followed, five of them', async () => {
  for (let step = 1; step <= 6; step += 1)
    server.serve(`/${String(step)}`, status(302, { location: `/${String(step - 1)}` }));
  server.serve('/0', text(calendar));
  expect(await get('/5')).toBe(calendar);
  expect(await get('/6')).toBe('too-many-redirects');
});

test('a redirect that goes round is left', async () => {
  serve(status(301, { location: '/a.ics' }));
  expect(await get('/a.ics')).toBe('too-many-redirects');
  expect(server.asked).toHaveLength(limits.redirects + 1);
});

test.each([
  ['http://127.0.0.2:9/', 'private-address'],
  ['http://localhost:9/', 'private-address'],
  ['http://[::1]:9/', 'private-address'],
  ['http://10.0.0.1/', 'private-address'],
  ['http://169.254.169.254/latest/meta-data', 'private-address'],
  ['http://[::ffff:192.168.1.1]/', 'private-address'],
  ['http://2130706434/', 'private-address'],
  ['file:///etc/passwd', 'bad-address'],
  ['ftp://example.org/a.ics', 'scheme'],
])('a redirect to %s is not followed', async (location, failure) => {
  serve(status(302, { location }));
  expect(await get('/a.ics')).toBe(failure);
});

test('a name and password are sent where the user typed them, and nowhere else', async () => {
  const other = await startCalendarServer();
  try {
    other.serve('/b.ics', text(calendar));
    serve(status(302, { location: other.at('/b.ics') }));
    const address = server.at('/a.ics').replace('//', '//sam:geh%20heim@');
    expect(await fetchCalendar(address, none, limits)).toMatchObject({ kind: 'fresh' });
    const expected = `Basic ${Buffer.from('sam:geh heim').toString('base64')}`;
    expect(server.asked[0]?.headers.authorization).toBe(expected);
    expect(other.asked[0]?.headers).not.toHaveProperty('authorization');
    expect(other.asked[0]?.headers).not.toHaveProperty('referer');
  } finally {
    await other.stop();
  }
});

test('a sign of per cent in a password, which nobody has spelled, is taken as it is', async () => {
  serve(text(calendar));
  await fetchCalendar(server.at('/a.ics').replace('//', '//sam:100%%c3%bc@'), none, limits);
  const expected = `Basic ${Buffer.from('sam:100%ü').toString('base64')}`;
  expect(server.asked[0]?.headers.authorization).toBe(expected);
});

/** Names as an office has them: some of its own, which lead into its network. */
const findOffice: LookupFunction = (host, options, answer) => {
  lookup(host.endsWith('.office.test') ? '127.0.0.1' : host, options, answer);
};
const ask = async (address: string, ownNetworkHost: string | null = null) =>
  outcomeOf(await fetchCalendar(address, { ...none, ownNetworkHost }, limits, findOffice));
const named = (host: string, path = '/a.ics'): string => server.at(path).replace('127.0.0.1', host);

test('a name that leads into the own network is asked only when the user said that it may', async () => {
  serve(text(calendar));
  expect(await ask(named('cal.office.test'))).toBe('own-network');
  expect(await ask(named('cal.office.test'), 'other.office.test')).toBe('own-network');
  expect(server.asked).toEqual([]);
  expect(await ask(named('cal.office.test'), 'cal.office.test')).toBe(calendar);
});

test('that one name may be there lets its server lead to no other', async () => {
  for (const host of ['wiki.office.test', '127.0.0.2', 'localhost']) {
    serve(status(302, { location: named(host, '/b.ics') }));
    expect(await ask(named('cal.office.test'), 'cal.office.test')).toBe('private-address');
  }
  serve(status(302, { location: named('cal.office.test', '/b.ics') }));
  server.serve('/b.ics', text(calendar));
  expect(await ask(server.at('/a.ics'), 'cal.office.test')).toBe('private-address');
  expect(await ask(named('cal.office.test'), 'cal.office.test')).toBe(calendar);
});

test('nobody there is a failure, not an error', async () => {
  const address = server.at('/a.ics');
  await server.stop();
  expect(await fetchCalendar(address, none, limits)).toEqual({
    kind: 'failed',
    failure: 'unreachable',
  });
});

test.each(['8.8.8.8', '2001:4860:4860::8888', '64:ff9b::808:808'])(
  '%s is of the whole internet',
  (address) => {
    expect(isPublicAddress(address)).toBe(true);
  },
);

test.each([
  ...['127.0.0.1', '10.1.2.3', '172.16.0.1', '192.168.0.1', '169.254.1.1', '100.64.0.1', '0.0.0.0'],
  ...['::1', '::', 'fe80::1', 'fc00::1', '::ffff:10.0.0.1', '64:ff9b::a00:1', '224.0.0.1', 'x'],
])('%s is not', (address) => {
  expect(isPublicAddress(address)).toBe(false);
});

test('a name that leads to this computer is found out when it is looked up', async () => {
  expect(isPrivateHost('localhost')).toBe(true);
  const error = await new Promise((resolve) => {
    publicLookup(lookup)('localhost', {}, (problem) => {
      resolve(problem);
    });
  });
  expect(error).toMatchObject({ name: 'PrivateAddressError' });
});
