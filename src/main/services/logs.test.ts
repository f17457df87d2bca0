import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Series } from '../../domain/documents/series.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';

// The three lists that look back: feedback, promises and the history of a person.

let services: TestServices;
let call: TestServices['call'];

beforeEach(async () => {
  services = await startServices();
  ({ call } = services);
});
afterEach(() => services.temporary.dispose());

const missingId = 'nobody-has-this';

async function plan(): Promise<{ meetingId: string; personId: string }> {
  const meetingId = await services.planNext();
  const view = valueOf(await call['meetings.read']({ meetingId }));
  return { meetingId, personId: view.meeting.personId };
}

/** A document as another part of the app would have written it. */
async function put(document: Meeting | Series): Promise<void> {
  await services.temporary.store.act(() =>
    Promise.resolve({ act: { label: 'Put', changes: [{ kind: 'put', document }] }, value: null }),
  );
}

const addPraise = async (personId: string, text = 'Clear notes on builds') =>
  valueOf(await call['feedback.add']({ personId, feedbackKind: 'positive', text }));

test('feedback waits until it is said, and then names the 1:1', async () => {
  const { meetingId, personId } = await plan();
  const praise = await addPraise(personId);
  expect(praise).toMatchObject({ noticedOn: '2026-11-23', deliveredAt: null });
  const waiting = valueOf(await call['feedback.list']({ personId }));
  expect(waiting).toMatchObject({ personName: 'Sam Okafor', delivered: [], meetings: [] });
  expect(waiting.toDeliver).toEqual([praise]);

  services.clock.set('2026-11-23T09:20:00Z');
  await call['feedback.deliver']({ feedbackId: praise.id, meetingId });
  const said = valueOf(await call['feedback.list']({ personId }));
  expect(said.toDeliver).toEqual([]);
  expect(said.delivered).toMatchObject([
    {
      feedback: { id: praise.id, deliveredIn: meetingId },
      meeting: { id: meetingId, startsAt: '2026-11-23T09:00:00Z' },
    },
  ]);
  expect(said.meetings).toEqual([{ id: meetingId, startsAt: '2026-11-23T09:00:00Z' }]);

  await call['feedback.undeliver']({ feedbackId: praise.id });
  expect(valueOf(await call['feedback.list']({ personId })).toDeliver).toEqual([praise]);
});

test('feedback on an agenda is said once: its point and it are done together, either way round', async () => {
  const { meetingId, personId } = await plan();
  const [one, two, three] = await Promise.all(
    ['One', 'Two', 'Three'].map(async (text) => {
      const { id: feedbackId } = await addPraise(personId, text);
      const key = `feedback:${feedbackId}`;
      const { id: pointId } = valueOf(await call['prep.accept']({ meetingId, key }));
      return { feedbackId, pointId };
    }),
  );
  const tick = (pointId: string | undefined, isDiscussed: boolean) =>
    call['meetings.changePoint']({ meetingId, pointId: pointId ?? '', isDiscussed });
  const said = async () =>
    (await services.temporary.store.list('feedback'))
      .filter(({ deliveredIn }) => deliveredIn === meetingId)
      .map(({ text }) => text)
      .toSorted();
  valueOf(await tick(one?.pointId, true));
  expect(await said()).toEqual(['One']);
  valueOf(await tick(one?.pointId, false));
  expect(await said()).toEqual([]);
  valueOf(await tick(one?.pointId, true));
  valueOf(await call['feedback.deliver']({ feedbackId: two?.feedbackId ?? '', meetingId }));
  valueOf(
    await call['meetings.wrapUp']({
      ...{ meetingId, points: [], actions: [], feedback: [], nextTime: null },
      deliveredFeedbackIds: [three?.feedbackId ?? ''],
    }),
  );
  expect(await said()).toEqual(['One', 'Three', 'Two']);
  const meetings = await services.temporary.store.list('meeting');
  expect(meetings.flatMap(({ agenda }) => agenda).map(({ leftAs }) => leftAs)).toEqual([
    null,
    null,
    null,
  ]);
});

test('feedback is changed in parts, removed, and comes back by undo', async () => {
  const { personId } = await plan();
  const { id: feedbackId } = await addPraise(personId);
  await call['feedback.change']({ feedbackId, feedbackKind: 'adjusting' });
  await call['feedback.change']({ feedbackId, noticedOn: '2026-11-02' });
  const { undo } = valueOf(await call['feedback.remove']({ feedbackId }));
  expect(undo.label).toBe('Remove feedback for Sam Okafor');
  expect(valueOf(await call['feedback.list']({ personId })).toDeliver).toEqual([]);
  await call['undo.undo']({ undoId: undo.id });
  expect(valueOf(await call['feedback.list']({ personId })).toDeliver).toMatchObject([
    { text: 'Clear notes on builds', feedbackKind: 'adjusting', noticedOn: '2026-11-02' },
  ]);
});

test('feedback is said in a 1:1 with that person only, and what is missing is named', async () => {
  const { meetingId } = await plan();
  const kim = valueOf(await call['people.add']({ name: 'Kim', relationship: 'peer' }));
  const { id: feedbackId } = await addPraise(kim.id);
  expect(errorOf(await call['feedback.deliver']({ feedbackId, meetingId }))).toBe('invalid');
  const nowhere = { feedbackId, meetingId: missingId };
  expect(errorOf(await call['feedback.deliver'](nowhere))).toBe('not-found');
  expect(valueOf(await call['feedback.list']({ personId: kim.id })).toDeliver).toHaveLength(1);
  const gone = { feedbackId: missingId };
  expect(errorOf(await call['feedback.undeliver'](gone))).toBe('not-found');
  expect(errorOf(await call['feedback.remove'](gone))).toBe('not-found');
  expect(errorOf(await call['feedback.list']({ personId: missingId }))).toBe('not-found');
});

test('open promises stand by due date, those without one last, each with its 1:1', async () => {
  const { meetingId, personId } = await plan();
  const add = (text: string, dueOn: string | null) =>
    call['meetings.addAction']({ meetingId, text, owner: 'me', dueOn });
  await add('Some day', null);
  await add('Later', '2026-12-01');
  await add('Overdue', '2026-11-01');
  const { actions } = valueOf(await call['actions.list']({ state: 'open' }));
  expect(actions.map(({ action }) => action.text)).toEqual(['Overdue', 'Later', 'Some day']);
  expect(actions[0]).toMatchObject({
    ...{ meetingId, personId, personName: 'Sam Okafor', metOn: '2026-11-23' },
  });
  expect(valueOf(await call['actions.list']({ state: 'done' })).actions).toEqual([]);
});

test('what was done stands apart, the latest first, for a year', async () => {
  const { meetingId } = await plan();
  const add = async (text: string) =>
    valueOf(await call['meetings.addAction']({ meetingId, text, owner: 'them', dueOn: null })).id;
  const [first, second] = [await add('First'), await add('Second')];
  await call['meetings.changeAction']({ meetingId, actionId: first, isDone: true });
  services.clock.set('2026-12-01T09:00:00Z');
  await call['meetings.changeAction']({ meetingId, actionId: second, isDone: true });
  const done = async (): Promise<readonly string[]> =>
    valueOf(await call['actions.list']({ state: 'done' })).actions.map(({ action }) => action.text);
  expect(await done()).toEqual(['Second', 'First']);
  services.clock.set('2027-11-23T08:00:01Z');
  expect(await done()).toEqual(['Second']);
  services.clock.set('2027-12-01T09:00:01Z');
  expect(await done()).toEqual([]);
  expect(valueOf(await call['actions.list']({ state: 'open' })).actions).toEqual([]);
});

test('a history begins empty, and the year that is asked for is told', async () => {
  const { personId } = await services.addSam();
  const empty = valueOf(await call['history.read']({ personId, year: null }));
  expect(empty).toMatchObject({ personName: 'Sam Okafor', years: [], year: null, entries: [] });
  expect(empty.months).toHaveLength(12);
  expect(errorOf(await call['history.read']({ personId: missingId, year: null }))).toBe(
    'not-found',
  );
});

test('a plan that its series alone says was cancelled was no meeting, in no list', async () => {
  const { meetingId, personId } = await plan();
  const [series] = await services.temporary.store.list('series');
  if (series === undefined) throw new Error('There is no series.');
  await put({
    ...series,
    exceptions: [{ kind: 'cancelled', originalLocal: '2026-11-23T10:00' }],
  });
  services.clock.set('2026-11-23T12:00:00Z');
  const history = valueOf(await call['history.read']({ personId, year: null }));
  expect(history.entries).toMatchObject([{ kind: 'meeting', meetingId, status: 'cancelled' }]);
  expect(history.gaps.daysSinceLast).toBeNull();
  expect(history.months.at(-1)).toMatchObject({ held: 0 });
  const person = valueOf(await call['people.read']({ personId }));
  expect(person.meetings).toMatchObject([{ id: meetingId, status: 'cancelled' }]);
  expect(valueOf(await call['feedback.list']({ personId })).meetings).toEqual([]);
});

test('a history tells a year with its texts, and which other years there are', async () => {
  const { meetingId, personId } = await plan();
  const add = { meetingId, addedBy: 'me', visibility: 'shared' } as const;
  const point = valueOf(await call['meetings.addPoint']({ ...add, text: 'Hiring for builds' }));
  await call['meetings.addAction']({ meetingId, text: 'Ask', owner: 'me', dueOn: null });
  services.clock.set('2026-11-23T09:30:00Z');
  await call['meetings.changePoint']({ meetingId, pointId: point.id, isDiscussed: true });
  const meeting = await services.temporary.store.read('meeting', meetingId);
  if (meeting === null) throw new Error('The plan is not there.');
  const old = { startLocal: '2024-05-06T10:00', originalLocal: null, seriesId: null } as const;
  await put({ ...meeting, ...old, id: 'meeting-old', status: 'held', actionItems: [] });

  const latest = valueOf(await call['history.read']({ personId, year: null }));
  expect(latest).toMatchObject({ years: [2026, 2024], year: 2026 });
  expect(latest.entries.map(({ kind }) => kind)).toEqual(['meeting', 'promise']);
  expect(latest.entries[0]).toMatchObject({
    points: [{ text: 'Hiring for builds', fate: 'discussed' }],
  });
  expect(latest.months.at(-1)).toMatchObject({ month: '2026-11', held: 1 });
  expect(latest.gaps.daysSinceLast).toBe(0);
  const earlier = valueOf(await call['history.read']({ personId, year: 2024 }));
  expect(earlier.entries).toMatchObject([{ kind: 'meeting', meetingId: 'meeting-old' }]);
  expect(valueOf(await call['history.read']({ personId, year: 2025 })).entries).toEqual([]);
});

test('a search finds what was said with this person, and nobody else', async () => {
  const { meetingId, personId } = await plan();
  const kim = valueOf(await call['people.add']({ name: 'Kim', relationship: 'peer' }));
  await addPraise(personId, 'Zebra crossing');
  await addPraise(kim.id, 'Zebra stripes');
  await call['meetings.addAction']({ meetingId, text: 'Paint a zebra', owner: 'me', dueOn: null });
  await call['meetings.writeNotes']({ meetingId, privateNotes: 'An okapi.' });
  services.clock.set('2026-11-23T10:00:00Z');
  await services.temporary.store.flush();
  const find = async (text: string) =>
    valueOf(await call['history.search']({ personId, text })).entries;
  await expect
    .poll(async () => (await find('zeb')).map(({ kind }) => kind).toSorted())
    .toEqual(['feedback', 'promise']);
  expect(JSON.stringify(await find('okapi'))).not.toContain('okapi');
  expect(await find('okapi')).toMatchObject([{ kind: 'meeting', meetingId }]);
  expect(await find('   ')).toEqual([]);
  expect(await find('giraffe')).toEqual([]);
});
