import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestServices } from '../test-support/test-services.ts';
import { put } from './acts.ts';
import {
  errorOf,
  monday,
  sentenceOf,
  startServices,
  valueOf,
} from '../test-support/test-services.ts';

let services: TestServices;
let clock: TestServices['clock'];
let notices: TestServices['notices'];
let temporary: TestServices['temporary'];
let call: TestServices['call'];
let addSam: TestServices['addSam'];
let planNext: TestServices['planNext'];

beforeEach(async () => {
  services = await startServices();
  ({ clock, notices, temporary, call, addSam, planNext } = services);
});
afterEach(() => services.temporary.dispose());

const missingId = 'nobody-has-this';

test('today is empty at first and says that there is nobody yet', async () => {
  expect(valueOf(await call['today.read'](undefined))).toEqual({
    now: monday,
    hasPeople: false,
    upcoming: [],
    openActions: [],
    dueReviews: [],
    missed: [],
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

test('a person page has the latest of a long past and their number, and all of it when asked', async () => {
  const meetingId = await planNext();
  const plan = await temporary.store.read('meeting', meetingId);
  if (plan === null) throw new Error('No plan.');
  const { personId } = plan;
  const past = Array.from({ length: 11 }, (_, week) => {
    const day = Temporal.PlainDate.from('2026-11-16').subtract({ weeks: week }).toString();
    const local = `${day}T10:00`;
    const status = 'held' as const;
    return { ...plan, id: `past-${String(week)}`, status, startLocal: local, originalLocal: local };
  });
  // The sixth was moved to after the first: the series has the say when it was.
  const series = await temporary.store.read('series', plan.seriesId ?? '');
  if (series === null) throw new Error('No series.');
  const [kind, originalLocal, startLocal] = [
    'moved',
    '2026-10-12T10:00',
    '2026-11-17T10:00',
  ] as const;
  const exceptions = [{ kind, originalLocal, startLocal, durationMinutes: 30 }];
  const changes = [...past, { ...series, startLocal: '2026-01-05T10:00', exceptions }].map(put);
  await temporary.store.act(() =>
    Promise.resolve({ act: { label: 'Past', changes }, value: null }),
  );
  const ids = (meetings: readonly { readonly id: string }[]) => meetings.map(({ id }) => id);
  const expected = [
    meetingId,
    'past-5',
    ...[0, 1, 2, 3, 4, 6, 7, 8, 9, 10].map((n) => `past-${String(n)}`),
  ];
  const view = valueOf(await call['people.read']({ personId }));
  expect(ids(view.meetings)).toEqual(expected.slice(0, 8));
  expect(view.meetingCount).toBe(12);
  expect(ids(valueOf(await call['people.meetings']({ personId })))).toEqual(expected);
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
  ['FREQ=SECONDLY', 'more than 24 times a day'],
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
  expect(sentenceOf(result)).toContain(words);
  expect(await temporary.store.list('series')).toEqual([]);
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
  const companions = pages.filter(({ group }) => group === 'companions');
  const piece = valueOf(await call['guide.read']({ pageId: companions[0]?.id ?? '' }));
  expect(piece).toMatchObject({ previous: null, next: companions[1] });
  expect(valueOf(await call['helper.model'](undefined)).version).toBeGreaterThan(0);
  expect(notices.list()).toEqual([]);
});
