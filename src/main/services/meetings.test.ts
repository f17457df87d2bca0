import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, monday, startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;
let clock: TestServices['clock'];
let temporary: TestServices['temporary'];
let call: TestServices['call'];
let addSam: TestServices['addSam'];
let planNext: TestServices['planNext'];

beforeEach(async () => {
  services = await startServices();
  ({ clock, temporary, call, addSam, planNext } = services);
});
afterEach(() => services.temporary.dispose());

test('opening a plan twice opens the same one', async () => {
  const { seriesId } = await addSam();
  const plan = { seriesId, originalLocal: '2026-11-23T10:00' };
  const [one, other] = await Promise.all([
    call['meetings.plan'](plan),
    call['meetings.plan'](plan),
  ]);
  expect(valueOf(one).meeting.id).toBe(valueOf(other).meeting.id);
  expect(await temporary.store.list('meeting')).toHaveLength(1);
});

test('a plan begins with nothing in it, at the time of its occurrence', async () => {
  const meetingId = await planNext();
  const view = valueOf(await call['meetings.read']({ meetingId }));
  expect(view).toMatchObject({
    now: monday,
    personName: 'Sam Okafor',
    startsAt: '2026-11-23T09:00:00Z',
    endsAt: '2026-11-23T09:30:00Z',
    meeting: { agenda: [], actionItems: [], status: 'planned', templateId: null },
  });
});

test('a date that the series does not have cannot be planned', async () => {
  const { seriesId } = await addSam();
  const result = await call['meetings.plan']({ seriesId, originalLocal: '2026-11-24T10:00' });
  expect(errorOf(result)).toBe('not-found');
  expect(await temporary.store.list('meeting')).toEqual([]);
});

test('a shipped template fills the agenda, once', async () => {
  const meetingId = await planNext();
  const [template] = valueOf(await call['templates.list'](undefined));
  const use = { meetingId, templateId: template?.id ?? '' };
  const first = valueOf(await call['meetings.applyTemplate'](use));
  expect(first.agenda.length).toBeGreaterThan(2);
  expect(first.templateId).toBe(template?.id);
  expect(valueOf(await call['meetings.applyTemplate'](use)).agenda).toEqual(first.agenda);
});

test('points are added, changed, moved, checked off and counted', async () => {
  const meetingId = await planNext();
  const add = async (text: string): Promise<string> =>
    valueOf(
      await call['meetings.addPoint']({ meetingId, text, addedBy: 'me', visibility: 'shared' }),
    ).id;
  const [hiring, pager] = [await add('Hiring'), await add('The pager')];
  const changed = valueOf(
    await call['meetings.changePoint']({ meetingId, pointId: pager, stance: 'lead' }),
  );
  expect(changed).toMatchObject({ text: 'The pager', stance: 'lead', discussedAt: null });
  const moved = valueOf(
    await call['meetings.movePoint']({ meetingId, pointId: pager, toIndex: 0 }),
  );
  expect(moved.agenda.map(({ id }) => id)).toEqual([pager, hiring]);
  await call['meetings.changePoint']({ meetingId, pointId: pager, isDiscussed: true });
  const [next] = valueOf(await call['today.read'](undefined)).upcoming;
  expect(next).toMatchObject({ meetingId, openPoints: 1 });
});

test('what is taken away brings the way back with it', async () => {
  const meetingId = await planNext();
  const point = valueOf(
    await call['meetings.addPoint']({
      meetingId,
      text: 'Hiring',
      addedBy: 'me',
      visibility: 'shared',
    }),
  );
  const removed = valueOf(await call['meetings.removePoint']({ meetingId, pointId: point.id }));
  expect(removed.value.agenda).toEqual([]);
  expect(removed.undo.label).toBe('Remove talking point');
  expect(valueOf(await call['undo.undo']({ undoId: removed.undo.id }))).toBeNull();
  expect(valueOf(await call['meetings.read']({ meetingId })).meeting.agenda).toEqual([point]);
  expect(errorOf(await call['undo.undo']({ undoId: 'never-given' }))).toBe('not-found');
});

test('open promises are listed by due date, and go when they are done', async () => {
  const meetingId = await planNext();
  const add = async (text: string, dueOn: string | null): Promise<string> =>
    valueOf(await call['meetings.addAction']({ meetingId, text, owner: 'me', dueOn })).id;
  await add('Some day', null);
  await add('Later', '2026-12-01');
  const overdue = await add('Overdue', '2026-11-20');
  const listed = async (): Promise<readonly string[]> =>
    valueOf(await call['today.read'](undefined)).openActions.map(({ action }) => action.text);
  expect(await listed()).toEqual(['Overdue', 'Later', 'Some day']);
  await call['meetings.changeAction']({ meetingId, actionId: overdue, isDone: true });
  expect(await listed()).toEqual(['Later', 'Some day']);
});

test('notes and private notes are kept apart, and both outlive a restart', async () => {
  const meetingId = await planNext();
  await call['meetings.writeNotes']({ meetingId, notes: 'Shared' });
  await call['meetings.writeNotes']({ meetingId, privateNotes: 'Mine' });
  const restarted = await services.restarted();
  const { meeting } = valueOf(await restarted['meetings.read']({ meetingId }));
  expect([meeting.notes, meeting.privateNotes]).toEqual(['Shared', 'Mine']);
});

test('removing a series keeps what was written, takes empty plans, and can be undone', async () => {
  const { seriesId } = await addSam();
  const plan = async (originalLocal: string): Promise<string> =>
    valueOf(await call['meetings.plan']({ seriesId, originalLocal })).meeting.id;
  const [past, written, empty] = [
    await plan('2026-11-23T10:00'),
    await plan('2026-11-30T10:00'),
    await plan('2026-12-07T10:00'),
  ];
  await call['meetings.writeNotes']({ meetingId: written, notes: 'Think of the budget' });
  clock.set('2026-11-24T08:00:00Z');
  const { undo } = valueOf(await call['series.remove']({ seriesId }));
  const startOf = async (id: string): Promise<unknown> => {
    const meeting = await temporary.store.read('meeting', id);
    return meeting === null ? 'gone' : meeting.startLocal;
  };
  expect([await startOf(past), await startOf(written), await startOf(empty)]).toEqual([
    '2026-11-23T10:00',
    null,
    'gone',
  ]);
  expect(valueOf(await call['today.read'](undefined)).upcoming).toEqual([]);
  await call['undo.undo']({ undoId: undo.id });
  expect([await startOf(written), await startOf(empty)]).toEqual([
    '2026-11-30T10:00',
    '2026-12-07T10:00',
  ]);
});
