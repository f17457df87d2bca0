import { readdir, readFile, rm, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarText } from '../calendar/test-support/calendar-texts.ts';
import type { CalendarServer } from '../calendar/test-support/calendar-server.ts';
import { startCalendarServer, text } from '../calendar/test-support/calendar-server.ts';
import type { Result } from '../../ipc/result.ts';
import { systemError } from '../store/test-support/faulty-file-system.ts';
import { officeHost } from '../test-support/test-calendars.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';

const sam = {
  ...{ uid: 'sam@example.org', title: 'Sam / Ada 1:1' },
  with: ['sam.okafor@example.org'],
};
const standUp = {
  ...{ uid: 'stand-up@example.org', title: 'Stand-up', start: '20261124T090000' },
  with: ['sam.okafor@example.org', 'kim@example.org'],
};
const kim = { uid: 'kim@example.org', title: 'Kim 1:1', start: '20261125T140000' };
const work = (...events: Parameters<typeof calendarText>[1]) => calendarText('Work', events);
const page = { text: '', offset: 0, limit: 50 };

let services: TestServices;
let server: CalendarServer;
beforeEach(async () => {
  services = await startServices();
  server = await startCalendarServer();
});
afterEach(async () => {
  await services.temporary.dispose();
  await server.stop();
});

const serve = (body: string, headers = {}): void => {
  server.serve('/secret.ics', text(body, headers));
};
const subscribe = async () => {
  const address = server.at('/secret.ics');
  const taken = valueOf(await services.call['calendars.subscribe']({ address }));
  if (taken.kind !== 'subscribed') throw new Error('It is asked first.');
  return taken.calendarId;
};
const drop = (body: string, fileName = 'work.ics') =>
  services.call['calendars.importDropped']({ fileName, bytes: new TextEncoder().encode(body) });
const preview = async (calendarId: string) =>
  valueOf(await services.call['calendars.preview']({ calendarId, ...page, isLikelyOnly: false }));
const report = async (calendarId: string) =>
  valueOf(await services.call['calendars.report']({ calendarId, ...page, outcome: null }));
const outcomes = async (calendarId: string) =>
  Object.fromEntries((await report(calendarId)).rows.map((row) => [row.title, row.outcome]));
const addPerson = async (name: string) =>
  valueOf(await services.call['people.add']({ name, relationship: 'report' })).id;
const choose = (calendarId: string, uid: string, personId: string | null) =>
  services.call['calendars.choose']({
    calendarId,
    choices: [{ uid, whose: personId === null ? { kind: 'none' } : { kind: 'person', personId } }],
  });
const upcoming = async (personId: string) =>
  valueOf(await services.call['people.read']({ personId })).upcoming.map((one) => one.startsAt);
const calendar = async () => {
  const [found] = valueOf(await services.call['calendars.list'](undefined)).calendars;
  if (found === undefined) throw new Error('There is no calendar.');
  return found;
};
const shown = async () => {
  const { freshness } = await calendar();
  if (freshness.kind !== 'subscription') throw new Error('There is no subscription.');
  return freshness;
};

test('an address that is given twice at once is one subscription', async () => {
  serve(work(sam));
  const address = server.at('/secret.ics');
  const both = await Promise.all(
    [1, 2].map(() => services.call['calendars.subscribe']({ address })),
  );
  expect(both.map(({ ok }) => ok).toSorted()).toEqual([false, true]);
  const { calendars } = valueOf(await services.call['calendars.list'](undefined));
  expect(calendars).toHaveLength(1);
});

test('a name that leads into the own network is asked once the user has said so, and from then on', async () => {
  serve(work(sam));
  const address = server.at('/secret.ics').replace('127.0.0.1', officeHost);
  const question = { kind: 'asks-own-network', host: officeHost };
  expect(valueOf(await services.call['calendars.subscribe']({ address }))).toEqual(question);
  expect(server.asked).toEqual([]);
  const allowsOwnNetwork = true;
  const taken = valueOf(await services.call['calendars.subscribe']({ address, allowsOwnNetwork }));
  if (taken.kind !== 'subscribed') throw new Error('It is asked again.');
  const { calendarId } = taken;
  valueOf(await services.call['calendars.refresh']({ calendarId }));
  valueOf(await services.call['calendars.refresh']({ calendarId }));
  expect(await shown()).toMatchObject({ problem: null, asksOwnNetwork: false });
});

test('another computer asks for itself whether a name may lead into its network', async () => {
  serve(work(sam));
  const address = server.at('/secret.ics').replace('127.0.0.1', officeHost);
  const subscribed = services.call['calendars.subscribe']({ address, allowsOwnNetwork: true });
  const taken = valueOf(await subscribed);
  if (taken.kind !== 'subscribed') throw new Error('It is asked again.');
  const { calendarId } = taken;
  await rm(join(services.temporary.folder, 'local', 'calendars'), { recursive: true });
  valueOf(await services.call['calendars.refresh']({ calendarId }));
  expect(await shown()).toMatchObject({ asksOwnNetwork: true, goodAt: null });
  valueOf(await services.call['calendars.refresh']({ calendarId, allowsOwnNetwork: true }));
  expect(await shown()).toMatchObject({ problem: null, asksOwnNetwork: false });
});

test('a subscription finds 1:1s, guesses whose they are, and takes nothing unasked', async () => {
  const personId = await addPerson('Sam Okafor');
  serve(work(standUp, sam, kim));
  const id = await subscribe();
  const { events, likely, name } = await preview(id);
  expect(name).toBe('Work');
  expect(likely).toBe(2);
  const found = events.map(({ title, guess }) => [title, guess.likelihood, guess.personId]);
  expect(found.slice(0, 2)).toContainEqual(['Sam / Ada 1:1', 'likely', personId]);
  expect(found[2]).toEqual(['Stand-up', 'unlikely', null]);
  expect(await upcoming(personId)).toEqual([]);
  expect((await report(id)).counts).toMatchObject({ skipped: 3, taken: 0, undecided: 2 });
});

test('what is chosen becomes a series of its person, in one act that can be taken back', async () => {
  const personId = await addPerson('Sam Okafor');
  serve(work(standUp, sam));
  const id = await subscribe();
  const { value, undo } = valueOf(await choose(id, sam.uid, personId));
  expect(value).toMatchObject({ taken: 1, skipped: 1, undecided: 0 });
  expect((await upcoming(personId)).slice(0, 2)).toEqual([
    '2026-11-24T09:00:00Z',
    '2026-12-01T09:00:00Z',
  ]);
  expect(await outcomes(id)).toEqual({ 'Sam / Ada 1:1': 'taken', 'Stand-up': 'skipped' });
  valueOf(await services.call['undo.undo']({ undoId: undo.id }));
  expect(await upcoming(personId)).toEqual([]);
  expect((await preview(id)).events[0]?.guess.reason).toBe('attendee');
});

test('somebody new is added once, whatever they have of events', async () => {
  serve(work(kim, { ...kim, uid: 'kim-2@example.org' }));
  const calendarId = await subscribe();
  const whose = { kind: 'new', name: 'Kim de Vries', relationship: 'peer' } as const;
  const choices = ['kim@example.org', 'kim-2@example.org'].map((uid) => ({ uid, whose }));
  const chosen = valueOf(await services.call['calendars.choose']({ calendarId, choices }));
  expect(chosen.value).toMatchObject({ taken: 2, undecided: 0 });
  const people = valueOf(await services.call['people.list'](undefined));
  expect(people.map(({ name, relationship }) => [name, relationship])).toEqual([
    ['Kim de Vries', 'peer'],
  ]);
  expect((await report(calendarId)).rows.map(({ personName }) => personName)).toEqual([
    ...['Kim de Vries', 'Kim de Vries'],
  ]);
});

test('what was chosen is learnt for the next calendar', async () => {
  const personId = await addPerson('Samuel');
  serve(work(standUp, sam));
  valueOf(await choose(await subscribe(), sam.uid, personId));
  const other = { ...sam, uid: 'other@example.org', title: 'Walk and talk' };
  const { calendarId } = valueOf(await drop(calendarText('Other', [standUp, other])));
  expect((await preview(calendarId)).events[0]?.guess).toMatchObject({
    ...{ likelihood: 'likely', reason: 'learnt', personId },
  });
});

test('a change on the server comes with the next reading, and nothing when there is none', async () => {
  const personId = await addPerson('Sam Okafor');
  serve(work(sam), { etag: '"1"' });
  const id = await subscribe();
  valueOf(await choose(id, sam.uid, personId));
  serve(work({ ...sam, start: '20261124T153000', sequence: 1 }));
  valueOf(await services.call['calendars.refresh']({ calendarId: id }));
  expect((await upcoming(personId))[0]).toBe('2026-11-24T14:30:00Z');
  expect(await outcomes(id)).toEqual({ 'Sam / Ada 1:1': 'updated' });
  valueOf(await services.call['calendars.refresh']({ calendarId: id }));
  expect(await outcomes(id)).toEqual({ 'Sam / Ada 1:1': 'unchanged' });
  expect(await services.temporary.store.list('series')).toHaveLength(1);
});

test('an event that is cancelled, or gone from a subscription, is to come no more', async () => {
  const personId = await addPerson('Sam Okafor');
  serve(work(sam, kim));
  const id = await subscribe();
  valueOf(await choose(id, sam.uid, personId));
  valueOf(await choose(id, kim.uid, personId));
  serve(work({ ...sam, sequence: 1, lines: ['STATUS:CANCELLED'] }));
  valueOf(await services.call['calendars.refresh']({ calendarId: id }));
  expect(await upcoming(personId)).toEqual([]);
  const rows = (await report(id)).rows.map(({ outcome, reason }) => [outcome, reason]);
  expect(rows).toContainEqual(['cancelled', 'cancelled']);
  expect(rows).toContainEqual(['cancelled', 'gone']);
});

test('a server that cannot be reached leaves all as it was, and says since when', async () => {
  const personId = await addPerson('Sam Okafor');
  serve(work(sam));
  const id = await subscribe();
  valueOf(await choose(id, sam.uid, personId));
  const before = await upcoming(personId);
  const { goodAt } = await shown();
  await server.stop();
  services.clock.set('2026-11-23T09:00:00Z');
  valueOf(await services.call['calendars.refresh']({ calendarId: id }));
  const stale = await shown();
  expect(stale.problem).toMatch(/^The server could not be reached/);
  expect(stale).toMatchObject({ goodAt, nextTryAt: '2026-11-23T09:04:00Z' });
  expect(await upcoming(personId)).toEqual(before);
  server = await startCalendarServer();
});

test('an answer that is no calendar leaves all as it was', async () => {
  serve(work(sam));
  const id = await subscribe();
  const before = await report(id);
  for (const [body, sentence] of [
    ['<!doctype html><title>Log in</title>', /web page/],
    ['BEGIN:VCALENDAR\r\nBEGIN:VEVENT\r\n', /Only part of the calendar/],
    ['hello', /not a calendar/],
  ] as const) {
    serve(body);
    valueOf(await services.call['calendars.refresh']({ calendarId: id }));
    expect((await shown()).problem).toMatch(sentence);
    expect(await report(id)).toEqual(before);
  }
});

test('a copy that the server knows is not sent again', async () => {
  server.serve('/secret.ics', (request, response) => {
    if (request.headers['if-none-match'] === '"7"') response.writeHead(304).end();
    else text(work(sam), { etag: '"7"' })(request, response);
  });
  const id = await subscribe();
  services.clock.set('2026-11-23T09:30:00Z');
  valueOf(await services.call['calendars.refresh']({ calendarId: id }));
  expect(await shown()).toMatchObject({ goodAt: '2026-11-23T09:30:00Z', problem: null });
  expect((await preview(id)).events).toHaveLength(1);
});

test('the beat reads what is due, waits for nothing else, and rests without subscriptions', async () => {
  const beat = () => services.calendars.desk().beat(services.clock.now());
  expect(await beat()).toBeNull();
  valueOf(await drop(work(sam)));
  expect(await beat()).toBeNull();
  serve(work(sam));
  const id = await subscribe();
  const next = Date.parse('2026-11-23T09:00:00Z');
  expect(await beat()).toBe(next);
  expect(server.asked).toHaveLength(1);
  services.clock.set('2026-11-23T09:00:00Z');
  expect(await beat()).toBe(next + 60_000);
  await services.calendars.desk().refresh(id);
  expect(server.asked).toHaveLength(2);
  expect(await beat()).toBe(Date.parse('2026-11-23T10:00:00Z'));
});

test.each([
  ['a new copy', false],
  ['that there is no new one', true],
])(
  'a full disk: %s cannot be noted, which is said, and nobody asks each minute',
  async (_, isKnown) => {
    server.serve('/secret.ics', (request, response) => {
      if (isKnown && request.headers['if-none-match'] === '"7"') response.writeHead(304).end();
      else text(work(sam), { etag: '"7"' })(request, response);
    });
    await subscribe();
    const beatAt = async (time: string): Promise<void> => {
      services.clock.set(`2026-11-23T${time}Z`);
      const { beat, refresh, isReading } = services.calendars.desk();
      const calendarId = (await calendar()).id;
      await beat(services.clock.now());
      if (isReading(calendarId)) await refresh(calendarId);
    };
    fillDisk();
    await beatAt('09:00:00');
    expect((await shown()).problem).toMatch(/could not be saved/);
    expect(server.asked).toHaveLength(2);
    await beatAt('09:01:00');
    await beatAt('09:03:59');
    expect(server.asked).toHaveLength(2);
    services.calendars.disk.mend();
    await beatAt('09:04:00');
    expect(await shown()).toMatchObject({ problem: null, nextTryAt: '2026-11-23T10:04:00Z' });
  },
);

const failureOf = (result: Result<unknown>) => {
  if (result.ok) throw new Error('It did not fail.');
  return result.error;
};
const fillDisk = (): void => {
  services.calendars.disk.break(({ operation, path }) =>
    operation === 'writeFile' && path.includes('calendars') ? systemError('ENOSPC') : null,
  );
};

test('subscribing while the disk is full says what was kept and what to do, and goes on by itself', async () => {
  serve(work(sam));
  fillDisk();
  const address = server.at('/secret.ics');
  const failed = failureOf(await services.call['calendars.subscribe']({ address }));
  expect(failed.code).toBe('not-saved');
  expect(failed.message).toMatch(/^The calendar Work is in your list, but not all .*be kept\./);
  expect(failed.message).toMatch(/disk that holds .* is full.*Make some room/);
  expect(failed.message).toMatch(/reads it again by itself\.$/);
  services.calendars.disk.mend();
  const { id: calendarId } = await calendar();
  const { beat, refresh } = services.calendars.desk();
  await beat(services.clock.now());
  await refresh(calendarId);
  expect(await shown()).toMatchObject({ problem: null });
  expect((await preview(calendarId)).events).toHaveLength(1);
});

test('a file that is dropped while the disk is full is taken whole when it is dropped again', async () => {
  fillDisk();
  const failed = failureOf(await drop(work(sam)));
  expect(failed.code).toBe('not-saved');
  expect(failed.message).toMatch(
    /^The calendar Work is in your list.* is full.*import the file again/,
  );
  services.calendars.disk.mend();
  const { calendarId } = valueOf(await drop(work(sam)));
  const { calendars } = valueOf(await services.call['calendars.list'](undefined));
  expect(calendars.map(({ id }) => id)).toEqual([calendarId]);
  expect((await preview(calendarId)).events).toHaveLength(1);
});

test('a file that is opened while the disk is full is not said to be one that cannot be opened', async () => {
  const path = join(services.temporary.folder, 'work.ics');
  await writeFile(path, work(sam));
  services.calendars.chosenFile = path;
  fillDisk();
  const failed = failureOf(await services.call['calendars.importFile'](undefined));
  expect(failed.message).toMatch(/^The calendar Work is in your list/);
});

test('a choice that is made while the disk is full is made, shown and can be taken back', async () => {
  serve(work(sam));
  const calendarId = await subscribe();
  const personId = await addPerson('Sam Okafor');
  fillDisk();
  const chosen = valueOf(await choose(calendarId, sam.uid, personId));
  expect(await outcomes(calendarId)).toEqual({ 'Sam / Ada 1:1': 'taken' });
  expect((await upcoming(personId)).length).toBeGreaterThan(0);
  valueOf(await services.call['undo.undo']({ undoId: chosen.undo.id }));
  expect(await upcoming(personId)).toEqual([]);
});

test('a reading that fails as nobody has foreseen is said, and tried again as after other failures', async () => {
  serve(work(sam));
  await subscribe();
  const unforeseen = new Error('The thread could not be started.');
  services.calendars.read = () => Promise.reject(unforeseen);
  services.clock.set('2026-11-23T09:30:00Z');
  valueOf(await services.call['calendars.refresh']({ calendarId: (await calendar()).id }));
  expect(await shown()).toMatchObject({
    problem: 'Something went wrong in Evenkeel while it was read.',
    nextTryAt: '2026-11-23T09:34:00Z',
  });
  expect(services.calendars.problems).toEqual([unforeseen]);
});

test('an address that cannot be read is not added, and the sentence says why', async () => {
  for (const [address, sentence] of [
    [server.at('/nothing.ics'), /There is no calendar at this address.*Nothing was added/],
    ['ftp://example.org/a.ics', /Only addresses that begin/],
    ['file:///etc/passwd', /not an address/],
  ] as const) {
    const result = await services.call['calendars.subscribe']({ address });
    expect(result.ok ? '' : result.error.message).toMatch(sentence);
  }
  expect(valueOf(await services.call['calendars.list'](undefined)).calendars).toEqual([]);
});

test('an address is subscribed to once', async () => {
  serve(work(sam));
  await subscribe();
  const again = await services.call['calendars.subscribe']({ address: server.at('/secret.ics') });
  expect(errorOf(again)).toBe('invalid');
});

test('a file that is imported again is the same calendar, and brings only what has changed', async () => {
  const personId = await addPerson('Sam Okafor');
  const { calendarId } = valueOf(await drop(work(sam, standUp)));
  valueOf(await choose(calendarId, sam.uid, personId));
  const series = await services.temporary.store.list('series');
  expect(valueOf(await drop(work(sam, standUp), 'copy.ics')).calendarId).toBe(calendarId);
  expect(await outcomes(calendarId)).toEqual({
    'Sam / Ada 1:1': 'unchanged',
    'Stand-up': 'skipped',
  });
  expect(await services.temporary.store.list('series')).toEqual(series);
  // A file need not hold all of a calendar.
  valueOf(await drop(work(standUp)));
  expect(await services.temporary.store.list('series')).toEqual(series);
});

test('a file is asked for, and thinking better of it changes nothing', async () => {
  const path = join(services.temporary.folder, 'chosen.ics');
  await writeFile(path, work(sam).replace('X-WR-CALNAME:Work\r\n', ''));
  expect(valueOf(await services.call['calendars.importFile'](undefined))).toBeNull();
  services.calendars.chosenFile = path;
  expect(valueOf(await services.call['calendars.importFile'](undefined))?.name).toBe('chosen');
  services.calendars.chosenFile = join(services.temporary.folder, 'missing.ics');
  expect(errorOf(await services.call['calendars.importFile'](undefined))).toBe('unavailable');
});

test('an event that turns out to be no 1:1 leaves what was written, without a date', async () => {
  const personId = await addPerson('Sam Okafor');
  const { calendarId } = valueOf(await drop(work(sam)));
  valueOf(await choose(calendarId, sam.uid, personId));
  const [series] = await services.temporary.store.list('series');
  const seriesId = series?.id ?? '';
  const plan = { seriesId, originalLocal: '2026-11-24T10:00' };
  const { meeting } = valueOf(await services.call['meetings.plan'](plan));
  const point = { text: 'Hiring', addedBy: 'me', visibility: 'shared' } as const;
  valueOf(await services.call['meetings.addPoint']({ meetingId: meeting.id, ...point }));
  valueOf(await choose(calendarId, sam.uid, null));
  expect(await services.temporary.store.list('series')).toEqual([]);
  const [kept] = await services.temporary.store.list('meeting');
  expect(kept).toMatchObject({ seriesId: null, startLocal: null, agenda: [{ text: 'Hiring' }] });
  expect((await report(calendarId)).rows[0]?.reason).toBe('not-one-to-one');
});

test('an event that was somebody else’s goes over to them', async () => {
  const [one, other] = [await addPerson('Sam Okafor'), await addPerson('Robin Fox')];
  const { calendarId } = valueOf(await drop(work(sam)));
  valueOf(await choose(calendarId, sam.uid, one));
  valueOf(await choose(calendarId, sam.uid, other));
  expect(await upcoming(one)).toEqual([]);
  expect((await upcoming(other))[0]).toBe('2026-11-24T09:00:00Z');
});

test('a series that was removed here does not come back with the next reading', async () => {
  const personId = await addPerson('Sam Okafor');
  serve(work(sam));
  const id = await subscribe();
  valueOf(await choose(id, sam.uid, personId));
  const [series] = await services.temporary.store.list('series');
  valueOf(await services.call['series.remove']({ seriesId: series?.id ?? '' }));
  valueOf(await services.call['calendars.refresh']({ calendarId: id }));
  expect(await services.temporary.store.list('series')).toEqual([]);
});

test.each([
  ['keep', 1],
  ['remove', 0],
] as const)('a calendar goes, and its dates: %s', async (series, left) => {
  const personId = await addPerson('Sam Okafor');
  serve(work(sam));
  const id = await subscribe();
  valueOf(await choose(id, sam.uid, personId));
  const { undo } = valueOf(await services.call['calendars.remove']({ calendarId: id, series }));
  expect(valueOf(await services.call['calendars.list'](undefined)).calendars).toEqual([]);
  const kept = await services.temporary.store.list('series');
  expect(kept).toHaveLength(left);
  expect(kept.every(({ calendar }) => calendar?.sourceId === null)).toBe(true);
  valueOf(await services.call['undo.undo']({ undoId: undo.id }));
  expect((await upcoming(personId))[0]).toBe('2026-11-24T09:00:00Z');
  expect((await preview(id)).events).toHaveLength(1);
});

test('deleting everything on somebody takes what was chosen for them', async () => {
  const personId = await addPerson('Sam Okafor');
  serve(work(sam));
  const id = await subscribe();
  valueOf(await choose(id, sam.uid, personId));
  valueOf(await services.call['people.deleteAll']({ personId, typedName: 'Sam Okafor' }));
  const [calendar] = await services.temporary.store.list('calendar');
  expect(calendar?.choices).toEqual([]);
});

test('the secret address is in its document, and in no other file or problem', async () => {
  serve(work(sam));
  await subscribe();
  await services.temporary.store.close();
  const folder = join(services.temporary.folder, 'local', 'calendars');
  for (const name of await readdir(folder))
    expect(await readFile(join(folder, name), 'utf8')).not.toContain('secret');
  expect(JSON.stringify(services.calendars.problems)).not.toContain('secret');
  await services.temporary.reopen();
});

test('a page is as long as it was asked for, and the search narrows it', async () => {
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...{ uid: `many-${String(index)}`, title: `Talk ${String(index)}` },
  }));
  const { calendarId } = valueOf(await drop(work(...many)));
  const ask = { calendarId, isLikelyOnly: false };
  const second = valueOf(
    await services.call['calendars.preview']({ ...ask, text: '', offset: 100, limit: 50 }),
  );
  expect([second.total, second.events.length]).toEqual([120, 20]);
  const found = valueOf(
    await services.call['calendars.preview']({ ...ask, text: 'talk 11', offset: 0, limit: 50 }),
  );
  expect(found.total).toBe(11);
});
