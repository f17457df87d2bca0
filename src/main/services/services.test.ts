import { randomUUID } from 'node:crypto';
import { resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Result } from '../../ipc/result.ts';
import type { Handlers } from '../ipc/handlers.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import { createNoticeBoard } from '../notices/notice-board.ts';
import type { Store } from '../store/store.ts';
import type { TemporaryStore, TestClock } from '../test-support/temporary-store.ts';
import { temporaryStore, testClock } from '../test-support/temporary-store.ts';
import { createGuideService } from './guide.ts';
import { createHelperService } from './helper.ts';
import { createMeetingsService } from './meetings.ts';
import { createPeopleService } from './people.ts';
import { createResources } from './resources.ts';
import { createSeriesService } from './series.ts';
import { createSettingsService } from './settings.ts';
import { createTemplatesService } from './templates.ts';
import { createTodayService } from './today.ts';
import { createUndoService } from './undo.ts';

const resourcesFolder = resolve(import.meta.dirname, '../../../resources');
/** A Monday, nine o'clock in Berlin. */
const monday = '2026-11-23T08:00:00Z';

let clock: TestClock;
let notices: NoticeBoard;
let temporary: TemporaryStore;
let call: Omit<Handlers, `app.${string}`>;

const servicesOf = (store: Store): typeof call => {
  const parts = { store, clock, newId: () => randomUUID() };
  const resources = createResources(resourcesFolder, notices);
  return {
    ...createTodayService(parts),
    ...createPeopleService(parts),
    ...createSeriesService(parts),
    ...createMeetingsService({ ...parts, resources }),
    ...createTemplatesService(resources),
    ...createGuideService(resources),
    ...createHelperService(resources),
    ...createSettingsService(store),
    ...createUndoService(store),
  };
};

beforeEach(async () => {
  clock = testClock(monday);
  notices = createNoticeBoard();
  temporary = await temporaryStore(clock);
  call = servicesOf(temporary.store);
});
afterEach(() => temporary.dispose());

function valueOf<T>(result: Result<T>): T {
  if (!result.ok) throw new Error(result.error.message);
  return result.value;
}

const errorOf = (result: Result<unknown>): string => (result.ok ? 'none' : result.error.code);

const missingId = 'nobody-has-this';

async function addSam(): Promise<{ personId: string; seriesId: string }> {
  const person = valueOf(await call['people.add']({ name: 'Sam Okafor', relationship: 'report' }));
  const series = valueOf(
    await call['series.add']({
      personId: person.id,
      startLocal: '2026-11-23T10:00',
      timeZone: 'Europe/Berlin',
      durationMinutes: 30,
      rule: 'FREQ=WEEKLY',
      place: '',
    }),
  );
  return { personId: person.id, seriesId: series.id };
}

async function planNext(): Promise<string> {
  const { seriesId } = await addSam();
  const view = valueOf(
    await call['meetings.plan']({ seriesId, originalLocal: '2026-11-23T10:00' }),
  );
  return view.meeting.id;
}

test('today is empty at first and says that there is nobody yet', async () => {
  expect(valueOf(await call['today.read'](undefined))).toEqual({
    now: monday,
    hasPeople: false,
    upcoming: [],
    openActions: [],
  });
});

test('a weekly 1:1 appears today, with its person and its instants', async () => {
  const { personId, seriesId } = await addSam();
  expect(valueOf(await call['today.read'](undefined)).upcoming).toEqual([
    {
      personId,
      personName: 'Sam Okafor',
      seriesId,
      originalLocal: '2026-11-23T10:00',
      startLocal: '2026-11-23T10:00',
      timeZone: 'Europe/Berlin',
      startsAt: '2026-11-23T09:00:00Z',
      endsAt: '2026-11-23T09:30:00Z',
      durationMinutes: 30,
      meetingId: null,
      openPoints: 0,
    },
  ]);
});

test('a 1:1 that is running is still upcoming, and next week takes its place afterwards', async () => {
  await addSam();
  const next = async (): Promise<unknown> =>
    valueOf(await call['today.read'](undefined)).upcoming[0]?.originalLocal;
  clock.set('2026-11-23T09:29:59Z');
  expect(await next()).toBe('2026-11-23T10:00');
  clock.set('2026-11-23T09:30:00Z');
  expect(await next()).toBe('2026-11-30T10:00');
});

test.each(['held', 'cancelled', 'skipped'] as const)(
  'a 1:1 that was %s is not to come, and next week is',
  async (status) => {
    const meetingId = await planNext();
    const meeting = await temporary.store.read('meeting', meetingId);
    if (meeting === null) throw new Error('The plan is not there.');
    await temporary.store.act(() =>
      Promise.resolve({
        act: { label: 'Change', changes: [{ kind: 'put', document: { ...meeting, status } }] },
        value: null,
      }),
    );
    clock.set('2026-11-23T09:05:00Z');
    const { upcoming } = valueOf(await call['today.read'](undefined));
    expect(upcoming.map(({ originalLocal }) => originalLocal)).toEqual(['2026-11-30T10:00']);
  },
);

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
  call = servicesOf(await temporary.reopen());
  const { meeting } = valueOf(await call['meetings.read']({ meetingId }));
  expect([meeting.notes, meeting.privateNotes]).toEqual(['Shared', 'Mine']);
});

test('whoever is archived is met no more, and comes back by undo', async () => {
  const { personId } = await addSam();
  const { undo } = valueOf(await call['people.archive']({ personId }));
  expect(valueOf(await call['today.read'](undefined))).toMatchObject({
    hasPeople: false,
    upcoming: [],
  });
  expect(valueOf(await call['people.list'](undefined))).toEqual([]);
  await call['undo.undo']({ undoId: undo.id });
  expect(valueOf(await call['people.list'](undefined))).toMatchObject([
    { name: 'Sam Okafor', next: { startsAt: '2026-11-23T09:00:00Z' }, openActions: 0 },
  ]);
});

test('a change touches only what was given', async () => {
  const { personId } = await addSam();
  const changed = valueOf(await call['people.change']({ personId, areas: ['Billing'] }));
  expect(changed).toMatchObject({ name: 'Sam Okafor', relationship: 'report', areas: ['Billing'] });
});

test('a person page shows the series, what is to come and what was', async () => {
  const meetingId = await planNext();
  const [person] = valueOf(await call['people.list'](undefined));
  const view = valueOf(await call['people.read']({ personId: person?.id ?? '' }));
  expect(view.series).toHaveLength(1);
  expect(view.upcoming.map(({ originalLocal }) => originalLocal)).toEqual([
    '2026-11-23T10:00',
    '2026-11-30T10:00',
    '2026-12-07T10:00',
    '2026-12-14T10:00',
  ]);
  expect(view.meetings).toMatchObject([{ id: meetingId, startsAt: '2026-11-23T09:00:00Z' }]);
});

test('a yearly 1:1 is the next one, however far off', async () => {
  const person = valueOf(await call['people.add']({ name: 'Kim', relationship: 'mentor' }));
  await call['series.add']({
    personId: person.id,
    startLocal: '2026-01-05T09:00',
    timeZone: 'Asia/Tokyo',
    durationMinutes: 60,
    rule: 'FREQ=YEARLY',
    place: '',
  });
  const [listed] = valueOf(await call['people.list'](undefined));
  expect(listed?.next?.startsAt).toBe('2027-01-05T00:00:00Z');
  expect(valueOf(await call['people.read']({ personId: person.id })).upcoming).toHaveLength(1);
});

test.each([
  ['FREQ=SECONDLY', 'often'],
  ['every Monday', 'could not be read'],
])('the repetition %j is refused with a sentence', async (rule, words) => {
  const person = valueOf(await call['people.add']({ name: 'Kim', relationship: 'peer' }));
  const result = await call['series.add']({
    personId: person.id,
    startLocal: '2026-11-24T10:00',
    timeZone: 'Europe/Berlin',
    durationMinutes: 30,
    rule,
    place: '',
  });
  expect(errorOf(result)).toBe('invalid');
  expect(result.ok ? '' : result.error.message).toContain(words);
  expect(await temporary.store.list('series')).toEqual([]);
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

test('what is not there is said so, and nothing is written', async () => {
  const meetingId = await planNext();
  const pointId = missingId;
  const results = [
    await call['people.read']({ personId: missingId }),
    await call['people.change']({ personId: missingId, name: 'X' }),
    await call['people.archive']({ personId: missingId }),
    await call['series.remove']({ seriesId: missingId }),
    await call['meetings.plan']({ seriesId: missingId, originalLocal: '2026-11-23T10:00' }),
    await call['meetings.read']({ meetingId: missingId }),
    await call['meetings.writeNotes']({ meetingId: missingId, notes: 'X' }),
    await call['meetings.applyTemplate']({ meetingId, templateId: 'none' }),
    await call['meetings.changePoint']({ meetingId, pointId, text: 'X' }),
    await call['meetings.removePoint']({ meetingId, pointId }),
    await call['meetings.movePoint']({ meetingId, pointId, toIndex: 0 }),
    await call['meetings.changeAction']({ meetingId, actionId: missingId, isDone: true }),
    await call['meetings.removeAction']({ meetingId, actionId: missingId }),
    await call['guide.read']({ pageId: 'none' }),
  ];
  expect(results.map(errorOf)).toEqual(results.map(() => 'not-found'));
});

test('settings begin with the defaults and remember what was chosen', async () => {
  expect(valueOf(await call['settings.read'](undefined)).startingLeadMinutes).toEqual([10]);
  await call['settings.change']({ theme: 'dark' });
  await call['settings.change']({ hidesTitles: true });
  expect(valueOf(await call['settings.read'](undefined))).toMatchObject({
    theme: 'dark',
    hidesTitles: true,
    startingLeadMinutes: [10],
  });
});

test('guide, templates and model are readable as they ship', async () => {
  const pages = valueOf(await call['guide.list'](undefined));
  expect(pages.length).toBeGreaterThanOrEqual(3);
  const [first, second] = pages;
  const page = valueOf(await call['guide.read']({ pageId: first?.id ?? '' }));
  expect(page).toMatchObject({ title: first?.title, previous: null, next: second });
  expect(valueOf(await call['helper.model'](undefined)).version).toBeGreaterThan(0);
  expect(notices.list()).toEqual([]);
});
