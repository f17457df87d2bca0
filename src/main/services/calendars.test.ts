import { afterEach, beforeEach, expect, test } from 'vitest';
import { calendarText } from '../calendar/test-support/calendar-texts.ts';
import { CalendarBench, kim, sam, standUp, work } from '../test-support/calendar-bench.ts';
import { valueOf } from '../test-support/test-services.ts';

let bench: CalendarBench;
beforeEach(async () => {
  bench = await CalendarBench.start();
});
afterEach(() => bench.dispose());

test('a subscription finds 1:1s, guesses whose they are, and takes nothing unasked', async () => {
  const personId = await bench.addPerson('Sam Okafor');
  bench.serve(work(standUp, sam, kim));
  const calendarId = await bench.subscribe();
  const { events, likely, name } = await bench.preview(calendarId);
  expect(name).toBe('Work');
  expect(likely).toBe(2);
  const found = events.map(({ title, guess }) => [title, guess.likelihood, guess.personId]);
  expect(found.slice(0, 2)).toContainEqual(['Sam / Ada 1:1', 'likely', personId]);
  expect(found[2]).toEqual(['Stand-up', 'unlikely', null]);
  expect(await bench.upcoming(personId)).toEqual([]);
  expect((await bench.report(calendarId)).counts).toMatchObject({
    skipped: 3,
    taken: 0,
    undecided: 2,
  });
});

test('what is chosen becomes a series of its person, in one act that can be taken back', async () => {
  const personId = await bench.addPerson('Sam Okafor');
  bench.serve(work(standUp, sam));
  const calendarId = await bench.subscribe();
  const { value, undo } = valueOf(await bench.choose(calendarId, sam.uid, personId));
  expect(value).toMatchObject({ taken: 1, skipped: 1, undecided: 0 });
  expect((await bench.upcoming(personId)).slice(0, 2)).toEqual([
    '2026-11-24T09:00:00Z',
    '2026-12-01T09:00:00Z',
  ]);
  expect(await bench.outcomes(calendarId)).toEqual({
    'Sam / Ada 1:1': 'taken',
    'Stand-up': 'skipped',
  });
  valueOf(await bench.call['undo.undo']({ undoId: undo.id }));
  expect(await bench.upcoming(personId)).toEqual([]);
  expect((await bench.preview(calendarId)).events[0]?.guess.reason).toBe('attendee');
});

test('somebody new is added once, whatever they have of events', async () => {
  bench.serve(work(kim, { ...kim, uid: 'kim-2@example.org' }));
  const calendarId = await bench.subscribe();
  const whose = { kind: 'new', name: 'Kim de Vries', relationship: 'peer' } as const;
  const choices = ['kim@example.org', 'kim-2@example.org'].map((uid) => ({ uid, whose }));
  const chosen = valueOf(await bench.call['calendars.choose']({ calendarId, choices }));
  expect(chosen.value).toMatchObject({ taken: 2, undecided: 0 });
  const people = valueOf(await bench.call['people.list'](undefined));
  expect(people.map(({ name, relationship }) => [name, relationship])).toEqual([
    ['Kim de Vries', 'peer'],
  ]);
  expect((await bench.report(calendarId)).rows.map(({ personName }) => personName)).toEqual([
    ...['Kim de Vries', 'Kim de Vries'],
  ]);
});

test('what was chosen is learnt for the next calendar', async () => {
  const personId = await bench.addPerson('Samuel');
  bench.serve(work(standUp, sam));
  valueOf(await bench.choose(await bench.subscribe(), sam.uid, personId));
  const other = { ...sam, uid: 'other@example.org', title: 'Walk and talk' };
  const { calendarId } = valueOf(await bench.drop(calendarText('Other', [standUp, other])));
  expect((await bench.preview(calendarId)).events[0]?.guess).toMatchObject({
    ...{ likelihood: 'likely', reason: 'learnt', personId },
  });
});

test('an event that turns out to be no 1:1 leaves what was written, without a date', async () => {
  const personId = await bench.addPerson('Sam Okafor');
  const { calendarId } = valueOf(await bench.drop(work(sam)));
  valueOf(await bench.choose(calendarId, sam.uid, personId));
  const [series] = await bench.series();
  const seriesId = series?.id ?? '';
  const plan = { seriesId, originalLocal: '2026-11-24T10:00' };
  const { meeting } = valueOf(await bench.call['meetings.plan'](plan));
  const point = { text: 'Hiring', addedBy: 'me', visibility: 'shared' } as const;
  valueOf(await bench.call['meetings.addPoint']({ meetingId: meeting.id, ...point }));
  valueOf(await bench.choose(calendarId, sam.uid, null));
  expect(await bench.series()).toEqual([]);
  const [kept] = await bench.services.temporary.store.list('meeting');
  expect(kept).toMatchObject({ seriesId: null, startLocal: null, agenda: [{ text: 'Hiring' }] });
  expect((await bench.report(calendarId)).rows[0]?.reason).toBe('not-one-to-one');
});

test('an event that was somebody else’s goes over to them', async () => {
  const [one, other] = [await bench.addPerson('Sam Okafor'), await bench.addPerson('Robin Fox')];
  const { calendarId } = valueOf(await bench.drop(work(sam)));
  valueOf(await bench.choose(calendarId, sam.uid, one));
  valueOf(await bench.choose(calendarId, sam.uid, other));
  expect(await bench.upcoming(one)).toEqual([]);
  expect((await bench.upcoming(other))[0]).toBe('2026-11-24T09:00:00Z');
});

test('a series that was removed here does not come back with the next reading', async () => {
  const { calendarId } = await bench.followSam();
  const [series] = await bench.series();
  valueOf(await bench.call['series.remove']({ seriesId: series?.id ?? '' }));
  await bench.refresh(calendarId);
  expect(await bench.series()).toEqual([]);
});

test.each([
  ['keep', 1],
  ['remove', 0],
] as const)('a calendar goes, and its dates: %s', async (series, left) => {
  const { personId, calendarId } = await bench.followSam();
  const { undo } = valueOf(await bench.call['calendars.remove']({ calendarId, series }));
  expect(await bench.calendars()).toEqual([]);
  const kept = await bench.series();
  expect(kept).toHaveLength(left);
  expect(kept.every(({ calendar }) => calendar?.sourceId === null)).toBe(true);
  valueOf(await bench.call['undo.undo']({ undoId: undo.id }));
  expect((await bench.upcoming(personId))[0]).toBe('2026-11-24T09:00:00Z');
  expect((await bench.preview(calendarId)).events).toHaveLength(1);
});

test('deleting everything on somebody takes what was chosen for them', async () => {
  const { personId } = await bench.followSam();
  valueOf(await bench.call['people.deleteAll']({ personId, typedName: 'Sam Okafor' }));
  const [calendar] = await bench.services.temporary.store.list('calendar');
  expect(calendar?.choices).toEqual([]);
});

test('a page is as long as it was asked for, and the search narrows it', async () => {
  const many = Array.from({ length: 120 }, (_, index) => ({
    ...{ uid: `many-${String(index)}`, title: `Talk ${String(index)}` },
  }));
  const { calendarId } = valueOf(await bench.drop(work(...many)));
  const second = await bench.preview(calendarId, { offset: 100 });
  expect([second.total, second.events.length]).toEqual([120, 20]);
  const found = await bench.preview(calendarId, { text: 'talk 11' });
  expect(found.total).toBe(11);
});
