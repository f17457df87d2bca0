import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { openPoints } from '../../domain/agenda/points.ts';
import { readCalendar } from '../../domain/calendar/read-calendar.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Result } from '../../ipc/result.ts';
import type { TestServices } from '../test-support/test-services.ts';
import {
  errorOf,
  monday,
  sentenceOf,
  startServices,
  valueOf,
} from '../test-support/test-services.ts';

let services: TestServices;
let clock: TestServices['clock'];
let temporary: TestServices['temporary'];
let call: TestServices['call'];
let seriesId: string;
let personId: string;

// Sam is met on Mondays at ten in Berlin, from 23 November 2026; it is nine o'clock on that day.
beforeEach(async () => {
  services = await startServices();
  ({ clock, temporary, call } = services);
  ({ seriesId, personId } = await services.addSam());
});
afterEach(() => services.temporary.dispose());

const next = { originalLocal: '2026-11-30T10:00' };
const thursdays = {
  startLocal: '2026-12-03T14:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 45,
  rule: 'FREQ=WEEKLY',
  place: 'Fjord',
};

/** No dates that are left for every plan. */
const lateMondays = { ...thursdays, startLocal: '2026-12-28T10:00', rule: null };

/** The plan of a date, with a point in it. */
async function planWithPoint(originalLocal: string): Promise<string> {
  const { meeting } = valueOf(await call['meetings.plan']({ seriesId, originalLocal }));
  const point = { text: 'Hiring', addedBy: 'me', visibility: 'shared' } as const;
  valueOf(await call['meetings.addPoint']({ meetingId: meeting.id, ...point }));
  return meeting.id;
}

async function meeting(id: string): Promise<Meeting> {
  const found = await temporary.store.read('meeting', id);
  if (found === null) throw new Error('The plan is gone.');
  return found;
}

/** When Sam is met in the next four weeks. */
const dates = async (): Promise<readonly string[]> =>
  valueOf(await call['people.read']({ personId })).upcoming.map(({ startLocal }) => startLocal);

async function undo(result: Result<{ readonly undo: { readonly id: string } }>): Promise<void> {
  valueOf(await call['undo.undo']({ undoId: valueOf(result).undo.id }));
}

test('from one date on all are others, the plan goes along, and one undo takes it all back', async () => {
  const planId = await planWithPoint(next.originalLocal);
  const before = await meeting(planId);
  const split = await call['series.split']({ seriesId, ...next, ...thursdays });
  expect(await dates()).toEqual([
    '2026-11-23T10:00',
    '2026-12-03T14:00',
    '2026-12-10T14:00',
    '2026-12-17T14:00',
  ]);
  const [ended, begun] = (await temporary.store.list('series')).toSorted((one, other) =>
    one.startLocal < other.startLocal ? -1 : 1,
  );
  expect(ended).toMatchObject({ id: seriesId, rule: 'FREQ=WEEKLY;UNTIL=20261123' });
  expect(begun).toMatchObject({ continues: seriesId, place: 'Fjord' });
  expect(await meeting(planId)).toEqual({
    ...before,
    seriesId: begun?.id,
    originalLocal: '2026-12-03T14:00',
    startLocal: '2026-12-03T14:00',
    durationMinutes: 45,
  });
  await undo(split);
  expect(await temporary.store.list('series')).toMatchObject([
    { id: seriesId, rule: 'FREQ=WEEKLY' },
  ]);
  expect(await meeting(planId)).toEqual(before);
});

test('a series that was not held yet changes as a whole, and one that was does not', async () => {
  const fridays = { ...thursdays, startLocal: '2026-11-27T10:00' };
  const planId = await planWithPoint('2026-11-23T10:00');
  valueOf(await call['series.change']({ seriesId, ...fridays }));
  expect((await dates())[0]).toBe('2026-11-27T10:00');
  expect(await meeting(planId)).toMatchObject({ seriesId, startLocal: '2026-11-27T10:00' });
  clock.set('2026-11-28T08:00:00Z');
  const refused = await call['series.change']({ seriesId, ...thursdays });
  expect(sentenceOf(refused)).toContain('has been held already');
  const view = valueOf(
    await call['series.readChange']({ seriesId, originalLocal: '2026-12-04T10:00' }),
  );
  expect(view).toMatchObject({
    isBegun: true,
    occurrence: {
      startLocal: '2026-12-04T10:00',
      durationMinutes: 45,
      rest: { startLocal: '2026-12-04T10:00', rule: 'FREQ=WEEKLY' },
    },
  });
  const following = valueOf(await call['series.readChange']({ seriesId, originalLocal: null }));
  expect(following).toEqual(view);
});

test('a series ends on a date, and what was written for later stands alone', async () => {
  const planId = await planWithPoint('2026-12-07T10:00');
  const { meeting: empty } = valueOf(
    await call['meetings.plan']({ seriesId, originalLocal: '2026-12-14T10:00' }),
  );
  const ended = await call['series.endOn']({ seriesId, lastDate: '2026-11-30' });
  expect(await dates()).toEqual(['2026-11-23T10:00', '2026-11-30T10:00']);
  expect(await meeting(planId)).toMatchObject({ seriesId: null, startLocal: null });
  expect(await temporary.store.read('meeting', empty.id)).toBeNull();
  await undo(ended);
  expect(await meeting(planId)).toMatchObject({ seriesId, startLocal: '2026-12-07T10:00' });
  expect(await temporary.store.read('meeting', empty.id)).not.toBeNull();
  const early = await call['series.endOn']({ seriesId, lastDate: '2026-11-20' });
  expect(sentenceOf(early)).toContain('before the first');
});

test.each([
  ['changes from a date on', () => call['series.split']({ seriesId, ...next, ...lateMondays })],
  ['ends', () => call['series.endOn']({ seriesId, lastDate: '2026-11-23' })],
  ['is removed', () => call['series.remove']({ seriesId })],
])(
  'feedback said in an empty plan that goes when the series %s has still been said',
  async (_, change) => {
    const planned = ['2026-11-30T10:00', '2026-12-07T10:00'].map(
      async (originalLocal) =>
        valueOf(await call['meetings.plan']({ seriesId, originalLocal })).meeting.id,
    );
    const [first = '', second = ''] = await Promise.all(planned);
    const said = async (meetingId: string): Promise<string> => {
      const praise = { personId, feedbackKind: 'positive', text: 'Calm in the outage' } as const;
      const { id } = valueOf(await call['feedback.add'](praise));
      valueOf(await call['feedback.deliver']({ feedbackId: id, meetingId }));
      return id;
    };
    const ids = [await said(first), await said(second)];
    const links = () =>
      Promise.all(ids.map(async (id) => await temporary.store.read('feedback', id)));
    const before = await links();
    const changed = valueOf(await change());
    const gone = new Set<string | null>();
    for (const id of [first, second])
      if ((await temporary.store.read('meeting', id)) === null) gone.add(id);
    expect(gone.size).toBeGreaterThan(0);
    expect(await links()).toEqual(
      before.map((one) => one && (gone.has(one.deliveredIn) ? { ...one, deliveredIn: null } : one)),
    );
    valueOf(await call['undo.undo']({ undoId: changed.undo.id }));
    expect(await links()).toEqual(before);
  },
);

test('one date is moved, cancelled and put back, and its plan follows each time', async () => {
  const planId = await planWithPoint(next.originalLocal);
  const { agenda } = await meeting(planId);
  const occurrence = { seriesId, ...next };
  const tuesday = { startLocal: '2026-12-01T16:00', durationMinutes: 60 };
  valueOf(await call['series.moveOne']({ ...occurrence, ...tuesday }));
  expect((await dates())[1]).toBe('2026-12-01T16:00');
  expect(await meeting(planId)).toMatchObject({ ...tuesday, ...next, status: 'planned', agenda });
  valueOf(await call['series.cancelOne'](occurrence));
  expect(await dates()).not.toContain('2026-12-01T16:00');
  // What was open in it has moved on, and is there once.
  const left = await meeting(planId);
  expect(left).toMatchObject({ status: 'cancelled', agenda: [{ leftAs: { kind: 'carried' } }] });
  const open = (await temporary.store.list('meeting')).flatMap((one) => openPoints(one.agenda));
  expect(open.map(({ id }) => id)).toEqual(agenda.map(({ id }) => id));
  const back = await call['series.putBack'](occurrence);
  expect((await dates())[1]).toBe('2026-11-30T10:00');
  expect(await meeting(planId)).toMatchObject({ status: 'planned', durationMinutes: 30 });
  await undo(back);
  expect(await meeting(planId)).toMatchObject({ status: 'cancelled', durationMinutes: 60 });
  valueOf(await call['series.putBack'](occurrence));
  expect(sentenceOf(await call['series.putBack'](occurrence))).toContain('already where');
});

test('what was held is not moved or cancelled, and bad times are refused with a sentence', async () => {
  await planWithPoint('2026-11-23T10:00');
  clock.set('2026-11-23T12:00:00Z');
  const first = { seriesId, originalLocal: '2026-11-23T10:00' };
  expect(sentenceOf(await call['series.cancelOne'](first))).toContain('has been held already');
  const never = { startLocal: '2026-02-30T10:00', durationMinutes: 30 };
  expect(sentenceOf(await call['series.moveOne']({ seriesId, ...next, ...never }))).toContain(
    'no such date',
  );
  const hourly = { ...thursdays, rule: 'FREQ=HOURLY' };
  expect(errorOf(await call['series.split']({ seriesId, ...next, ...hourly }))).toBe('invalid');
  const early = { ...thursdays, startLocal: '2026-11-20T10:00' };
  expect(sentenceOf(await call['series.split']({ seriesId, ...next, ...early }))).toContain(
    'would begin before',
  );
});

test('what is as it is asked to be already is left so, with a sentence', async () => {
  const { series } = valueOf(await call['series.readChange']({ seriesId, ...next }));
  const { startLocal, timeZone, durationMinutes, rule, place } = series;
  const values = { startLocal, timeZone, durationMinutes, rule, place };
  const asGiven = { startLocal: next.originalLocal, durationMinutes };
  const last = { seriesId, lastDate: '2027-11-29' };
  const unchanged = [
    await call['series.change']({ seriesId, ...values }),
    await call['series.moveOne']({ seriesId, ...next, ...asGiven }),
  ];
  valueOf(await call['series.endOn'](last));
  for (const answer of [...unchanged, await call['series.endOn'](last)])
    expect(answer).toMatchObject({
      error: { message: expect.stringMatching(/already/) as string },
    });
});

test('a plan without a date is made once, and gives way to a new one when it is over', async () => {
  const plan = async (): Promise<Meeting> =>
    valueOf(await call['series.planUndated']({ personId }));
  const first = await plan();
  expect(first).toMatchObject({
    personId,
    startLocal: null,
    status: 'planned',
    durationMinutes: 30,
  });
  expect((await plan()).id).toBe(first.id);
  await temporary.store.act(() =>
    Promise.resolve({
      act: {
        label: 'Hold',
        changes: [{ kind: 'put', document: { ...first, status: 'held' } }],
      },
      value: null,
    }),
  );
  expect((await plan()).id).not.toBe(first.id);
});

test('what is not there is said so', async () => {
  const missing = { seriesId: 'nobody-has-this' };
  const results = [
    await call['series.readChange']({ ...missing, ...next }),
    await call['series.readChange']({ seriesId, originalLocal: '2026-11-24T10:00' }),
    await call['series.change']({ ...missing, ...thursdays }),
    await call['series.split']({ ...missing, ...next, ...thursdays }),
    await call['series.endOn']({ ...missing, lastDate: '2026-12-24' }),
    await call['series.moveOne']({
      ...missing,
      ...next,
      startLocal: '2026-12-01T10:00',
      durationMinutes: 5,
    }),
    await call['series.cancelOne']({ ...missing, ...next }),
    await call['series.putBack']({ ...missing, ...next }),
    await call['series.planUndated']({ personId: 'nobody-has-this' }),
  ];
  expect(results.map(errorOf)).toEqual(results.map(() => 'not-found'));
});

test('the dates of a series are saved for other calendars, and nothing of its agendas', async () => {
  await planWithPoint(next.originalLocal);
  const { desk } = services;
  desk.savesAs = join(temporary.folder, 'sam.ics');
  const saved = valueOf(await call['series.export']({ seriesId }));
  expect(desk.offeredName).toBe('1-1 Sam Okafor 2026-11-23.ics');
  expect(saved).toEqual({ path: desk.savesAs });
  const text = await readFile(desk.savesAs, 'utf8');
  const { events } = readCalendar(text, { timeZone: 'UTC', now: monday });
  expect(events).toMatchObject([
    { title: '1:1 with Sam Okafor', startLocal: '2026-11-23T10:00', rule: 'FREQ=WEEKLY' },
  ]);
  expect(text).not.toContain('Hiring');
});

test('saving for other calendars can be thought better of, and says what goes wrong', async () => {
  const { desk } = services;
  desk.savesAs = null;
  expect(valueOf(await call['series.export']({ seriesId }))).toBeNull();
  desk.savesAs = join(temporary.folder, 'no such folder', 'sam.ics');
  const failed = await call['series.export']({ seriesId });
  expect(sentenceOf(failed)).toContain('could not be written');
});
