import { afterEach, beforeEach, expect, test } from 'vitest';
import { meetingWith } from '../../domain/agenda/test-data/meeting-with.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { SeriesException } from '../../domain/documents/series.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { startServices, valueOf } from '../test-support/test-services.ts';
import { put } from './acts.ts';

let services: TestServices;
let call: TestServices['call'];

beforeEach(async () => {
  services = await startServices();
  ({ call } = services);
});
afterEach(() => services.temporary.dispose());

async function addPerson(name: string, cadenceDays: number | null): Promise<string> {
  const { id } = valueOf(await call['people.add']({ name, relationship: 'report' }));
  if (cadenceDays !== null) await call['people.change']({ personId: id, cadenceDays });
  return id;
}

async function addMeeting(personId: string, given: Partial<Meeting>): Promise<void> {
  const id = `${given.startLocal?.slice(0, 10) ?? 'undated'}-${personId.slice(0, 8)}`;
  const document = meetingWith({
    id,
    timeZone: 'Europe/Berlin',
    status: 'held',
    ...given,
    personId,
  });
  const act = { label: 'Write', changes: [put(document)] };
  await services.temporary.store.act(() => Promise.resolve({ act, value: null }));
}

test('whom one can choose stands by name, without those who are archived', async () => {
  await addPerson('Zoe', null);
  await addPerson('Ada', null);
  const personId = await addPerson('Mia', 7);
  valueOf(await call['people.archive']({ personId }));
  const names = valueOf(await call['people.names'](undefined));
  expect(names.map(({ name }) => name)).toEqual(['Ada', 'Zoe']);
});

const list = async () => valueOf(await call['people.list'](undefined));

test('who needs attention stands first, and for what', async () => {
  await addPerson('Ada', null);
  const overdue = await addPerson('Zoe', 14);
  await addMeeting(overdue, { startLocal: '2026-10-31T10:00' });
  await addPerson('Mia', 7);
  const people = await list();
  expect(people.map(({ name }) => name)).toEqual(['Zoe', 'Mia', 'Ada']);
  expect(people.map(({ attention }) => attention.cadence)).toEqual([
    { kind: 'overdue', cadenceDays: 14, daysSince: 23, daysOverdue: 9 },
    { kind: 'never-met', cadenceDays: 7 },
    { kind: 'nothing-agreed', daysSince: null },
  ]);
});

test.each(['2026-11-20T10:00', '2026-03-02T10:00', '2024-03-04T10:00'])(
  'the last 1:1 is found however long ago it was: %s',
  async (startLocal) => {
    const personId = await addPerson('Zoe', 7);
    await addMeeting(personId, { startLocal: '2024-01-01T10:00' });
    await addMeeting(personId, { startLocal });
    await addMeeting(personId, { startLocal: '2026-11-21T10:00', status: 'cancelled' });
    const days = Temporal.PlainDate.from(startLocal.slice(0, 10)).until('2026-11-23').days;
    expect((await list())[0]?.attention.cadence).toMatchObject({ daysSince: days });
    expect(valueOf(await call['people.read']({ personId }))).toMatchObject({
      lastMetOn: startLocal.slice(0, 10),
      attention: { cadence: { daysSince: days } },
    });
  },
);

const originalLocal = '2026-11-23T10:00';

/** Sam, whose first 1:1 was planned and then became an exception in its series. */
async function addSamWith(exception: SeriesException): Promise<string> {
  const { personId, seriesId } = await services.addSam();
  valueOf(await call['meetings.plan']({ seriesId, originalLocal }));
  const series = await services.temporary.store.read('series', seriesId);
  if (series === null) throw new Error('The series is not there.');
  const act = { label: 'Change', changes: [put({ ...series, exceptions: [exception] })] };
  await services.temporary.store.act(() => Promise.resolve({ act, value: null }));
  return personId;
}

test('a 1:1 that its series called off was none, whatever its plan says', async () => {
  const personId = await addSamWith({ kind: 'cancelled', originalLocal });
  services.clock.set('2026-11-26T08:00:00Z');
  expect(valueOf(await call['people.read']({ personId })).lastMetOn).toBeNull();
});

test('a 1:1 that was moved counts on the day to which its series moved it', async () => {
  const startLocal = '2026-11-25T15:00';
  const personId = await addSamWith({
    ...{ kind: 'moved', originalLocal, startLocal },
    durationMinutes: 30,
  });
  services.clock.set('2026-11-24T08:00:00Z');
  expect(valueOf(await call['people.read']({ personId })).lastMetOn).toBeNull();
  services.clock.set('2026-11-26T08:00:00Z');
  expect(valueOf(await call['people.read']({ personId })).lastMetOn).toBe('2026-11-25');
});

test('what was agreed, the zone and the tags are kept, each tag once', async () => {
  const personId = await addPerson('Zoe', 21);
  const change = { timeZone: 'Asia/Tokyo', tags: ['hiring', 'payments', 'hiring'] };
  await call['people.change']({ personId, ...change });
  const again = await services.restarted();
  expect(valueOf(await again['people.read']({ personId })).person).toMatchObject({
    cadenceDays: 21,
    timeZone: 'Asia/Tokyo',
    tags: ['hiring', 'payments'],
  });
  await again['people.change']({ personId, cadenceDays: null, timeZone: null });
  expect(valueOf(await again['people.read']({ personId })).person).toMatchObject({
    cadenceDays: null,
    timeZone: null,
  });
});

test('a promise that is late brings its person forward', async () => {
  await addPerson('Ada', null);
  const personId = await addPerson('Zoe', null);
  await addMeeting(personId, { id: 'zoe-meeting', startLocal: '2026-11-20T10:00' });
  const promise = { text: 'Ask finance', owner: 'me', dueOn: '2026-11-21' } as const;
  valueOf(await call['meetings.addAction']({ meetingId: 'zoe-meeting', ...promise }));
  const [first] = await list();
  expect(first).toMatchObject({
    name: 'Zoe',
    openActions: 1,
    attention: { promises: { open: 1, overdue: 1, mostDaysOverdue: 2 } },
  });
});

test('of two 1:1s close to each other the later one counts, whatever their clocks show', async () => {
  const personId = await addPerson('Zoe', 7);
  // In Berlin they were before midnight and after it.
  const tokyo = { startLocal: '2026-11-21T06:00', timeZone: 'Asia/Tokyo' };
  await addMeeting(personId, { id: 'zoe-tokyo', ...tokyo });
  const newYork = { startLocal: '2026-11-20T18:30', timeZone: 'America/New_York' };
  await addMeeting(personId, { id: 'zoe-new-york', ...newYork });
  await addMeeting(personId, { id: 'zoe-long-ago', startLocal: '2025-11-20T10:00' });
  expect(valueOf(await call['people.read']({ personId })).lastMetOn).toBe('2026-11-21');
});
