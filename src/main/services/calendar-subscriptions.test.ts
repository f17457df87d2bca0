import { readdir, readFile, rm } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { CalendarBench, kim, sam, work } from '../test-support/calendar-bench.ts';
import { officeHost } from '../test-support/test-calendars.ts';
import { errorOf, sentenceOf, valueOf } from '../test-support/test-services.ts';

let bench: CalendarBench;
beforeEach(async () => {
  bench = await CalendarBench.start();
});
afterEach(() => bench.dispose());

test('an address that is given twice at once is one subscription', async () => {
  bench.serve(work(sam));
  const { address } = bench;
  const both = await Promise.all([1, 2].map(() => bench.call['calendars.subscribe']({ address })));
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  expect(await bench.calendars()).toHaveLength(1);
});

test('a name that leads into the own network is asked once the user has said so, and from then on', async () => {
  bench.serve(work(sam));
  const address = bench.address.replace('127.0.0.1', officeHost);
  const question = { kind: 'asks-own-network', host: officeHost };
  expect(valueOf(await bench.call['calendars.subscribe']({ address }))).toEqual(question);
  expect(bench.server.asked).toEqual([]);
  const calendarId = await bench.subscribe({ address, allowsOwnNetwork: true });
  await bench.refresh(calendarId);
  await bench.refresh(calendarId);
  expect(await bench.freshness()).toMatchObject({ problem: null, asksOwnNetwork: false });
});

test('another computer asks for itself whether a name may lead into its network', async () => {
  bench.serve(work(sam));
  const address = bench.address.replace('127.0.0.1', officeHost);
  const calendarId = await bench.subscribe({ address, allowsOwnNetwork: true });
  await rm(join(bench.services.temporary.folder, 'local', 'calendars'), { recursive: true });
  await bench.refresh(calendarId);
  expect(await bench.freshness()).toMatchObject({ asksOwnNetwork: true, goodAt: null });
  valueOf(await bench.call['calendars.refresh']({ calendarId, allowsOwnNetwork: true }));
  expect(await bench.freshness()).toMatchObject({ problem: null, asksOwnNetwork: false });
});

test('a change on the server comes with the next reading, and nothing when there is none', async () => {
  const { personId, calendarId } = await bench.followSam();
  bench.serve(work({ ...sam, start: '20261124T153000', sequence: 1 }));
  await bench.refresh(calendarId);
  expect((await bench.upcoming(personId))[0]).toBe('2026-11-24T14:30:00Z');
  expect(await bench.outcomes(calendarId)).toEqual({ 'Sam / Ada 1:1': 'updated' });
  await bench.refresh(calendarId);
  expect(await bench.outcomes(calendarId)).toEqual({ 'Sam / Ada 1:1': 'unchanged' });
  expect(await bench.series()).toHaveLength(1);
});

test('an event that is cancelled, or gone from a subscription, is to come no more', async () => {
  const personId = await bench.addPerson('Sam Okafor');
  bench.serve(work(sam, kim));
  const calendarId = await bench.subscribe();
  valueOf(await bench.choose(calendarId, sam.uid, personId));
  valueOf(await bench.choose(calendarId, kim.uid, personId));
  bench.serve(work({ ...sam, sequence: 1, lines: ['STATUS:CANCELLED'] }));
  await bench.refresh(calendarId);
  expect(await bench.upcoming(personId)).toEqual([]);
  const rows = (await bench.report(calendarId)).rows.map(({ outcome, reason }) => [
    outcome,
    reason,
  ]);
  expect(rows).toContainEqual(['cancelled', 'cancelled']);
  expect(rows).toContainEqual(['cancelled', 'gone']);
});

test('a server that cannot be reached leaves all as it was, and says since when', async () => {
  const { personId, calendarId } = await bench.followSam();
  const before = await bench.upcoming(personId);
  const { goodAt } = await bench.freshness();
  await bench.server.stop();
  bench.services.clock.set('2026-11-23T09:00:00Z');
  await bench.refresh(calendarId);
  const stale = await bench.freshness();
  expect(stale.problem).toMatch(/^The server could not be reached/);
  expect(stale).toMatchObject({ goodAt, nextTryAt: '2026-11-23T09:04:00Z' });
  expect(await bench.upcoming(personId)).toEqual(before);
});

test('an answer that is no calendar leaves all as it was', async () => {
  bench.serve(work(sam));
  const calendarId = await bench.subscribe();
  const before = await bench.report(calendarId);
  for (const [body, sentence] of [
    ['<!doctype html><title>Log in</title>', /web page/],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', /Only part of the calendar/],
    ['hello', /not a calendar/],
  ] as const) {
    bench.serve(body);
    await bench.refresh(calendarId);
    expect((await bench.freshness()).problem).toMatch(sentence);
    expect(await bench.report(calendarId)).toEqual(before);
  }
});

test('a copy that the server knows is not sent again', async () => {
  bench.serveTagged(work(sam));
  const calendarId = await bench.subscribe();
  bench.services.clock.set('2026-11-23T09:30:00Z');
  await bench.refresh(calendarId);
  expect(await bench.freshness()).toMatchObject({ goodAt: '2026-11-23T09:30:00Z', problem: null });
  expect((await bench.preview(calendarId)).events).toHaveLength(1);
});

test('the beat reads what is due, waits for nothing else, and rests without subscriptions', async () => {
  const beat = () => bench.services.calendars.desk().beat(bench.services.clock.now());
  expect(await beat()).toBeNull();
  valueOf(await bench.drop(work(sam)));
  expect(await beat()).toBeNull();
  bench.serve(work(sam));
  const calendarId = await bench.subscribe();
  const next = Date.parse('2026-11-23T09:00:00Z');
  expect(await beat()).toBe(next);
  expect(bench.server.asked).toHaveLength(1);
  bench.services.clock.set('2026-11-23T09:00:00Z');
  expect(await beat()).toBe(next + 60_000);
  await bench.services.calendars.desk().refresh(calendarId);
  expect(bench.server.asked).toHaveLength(2);
  expect(await beat()).toBe(Date.parse('2026-11-23T10:00:00Z'));
});

test('a reading that fails as nobody has foreseen is said, and tried again as after other failures', async () => {
  bench.serve(work(sam));
  const calendarId = await bench.subscribe();
  const unforeseen = new Error('The thread could not be started.');
  bench.services.calendars.read = () => Promise.reject(unforeseen);
  bench.services.clock.set('2026-11-23T09:30:00Z');
  await bench.refresh(calendarId);
  expect(await bench.freshness()).toMatchObject({
    problem: 'Something went wrong in Evenkeel while it was read.',
    nextTryAt: '2026-11-23T09:34:00Z',
  });
  expect(bench.services.calendars.problems).toEqual([unforeseen]);
});

test('an address that cannot be read is not added, and the sentence says why', async () => {
  for (const [address, sentence] of [
    [bench.server.at('/nothing.ics'), /There is no calendar at this address.*Nothing was added/],
    ['ftp://example.org/a.ics', /Only addresses that begin/],
    ['file:///etc/passwd', /not an address/],
  ] as const) {
    const result = await bench.call['calendars.subscribe']({ address });
    expect(sentenceOf(result)).toMatch(sentence);
  }
  expect(await bench.calendars()).toEqual([]);
});

test('an address is subscribed to once', async () => {
  bench.serve(work(sam));
  await bench.subscribe();
  const again = await bench.call['calendars.subscribe']({ address: bench.address });
  expect(errorOf(again)).toBe('invalid');
});

test('the secret address is in its document, and in no other file or problem', async () => {
  bench.serve(work(sam));
  await bench.subscribe();
  await bench.services.temporary.store.close();
  const folder = join(bench.services.temporary.folder, 'local', 'calendars');
  for (const name of await readdir(folder))
    expect(await readFile(join(folder, name), 'utf8')).not.toContain('secret');
  expect(JSON.stringify(bench.services.calendars.problems)).not.toContain('secret');
  await bench.services.temporary.reopen();
});
