import { expect, test, vi } from 'vitest';
import { isOpenPoint } from '../../domain/agenda/points.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import { fc } from '../../domain/test-laws/fast-check.ts';
import { addMinutes } from '../../domain/time/instants.ts';
import type { Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { startServices, valueOf } from '../test-support/test-services.ts';

// Every act waits for the disk, which others may be using, too.
vi.setConfig({ testTimeout: 240_000 });

/** One person's 1:1s in use. */
interface Life {
  readonly services: TestServices;
  readonly seriesId: string;
  /** The ways back from all that took something away. */
  readonly tickets: string[];
  /** The texts of what nobody has finished or taken away. */
  readonly open: Set<string>;
  made: number;
}

type Step = (life: Life, meeting: Meeting, pick: number) => Promise<void>;

const pickFrom = <T>(from: readonly T[], pick: number): T | undefined => from[pick % from.length];
const meetingsOf = (life: Life) => life.services.temporary.store.list('meeting');
const occurrences = ['2026-11-23T10:00', '2026-11-30T10:00', '2026-12-07T10:00'];

function newText(life: Life): string {
  life.made += 1;
  const text = `item ${String(life.made)}`;
  life.open.add(text);
  return text;
}

function keepWayBack(life: Life, result: Result<Undoable<unknown>>): void {
  if (result.ok) life.tickets.push(result.value.undo.id);
}

const whole =
  (name: 'skip' | 'cancel' | 'delete'): Step =>
  async (life, { id }) => {
    keepWayBack(life, await life.services.call[`meetings.${name}`]({ meetingId: id }));
  };

const steps: Readonly<Record<string, Step>> = {
  point: async (life, { id: meetingId }) => {
    const given = { addedBy: 'them', visibility: 'shared' } as const;
    await life.services.call['meetings.addPoint']({ meetingId, text: newText(life), ...given });
  },
  promise: async (life, { id: meetingId }) => {
    const given = { owner: 'me', dueOn: null } as const;
    await life.services.call['meetings.addAction']({ meetingId, text: newText(life), ...given });
  },
  discuss: async (life, { id: meetingId, agenda }, pick) => {
    const point = pickFrom(agenda.filter(isOpenPoint), pick);
    if (point === undefined) return;
    life.open.delete(point.text);
    const change = { meetingId, pointId: point.id, isDiscussed: true };
    await life.services.call['meetings.changePoint'](change);
  },
  tickLate: async (life, { id: meetingId, agenda }, pick) => {
    const point = pickFrom(
      agenda.filter(({ leftAs }) => leftAs?.kind === 'carried'),
      pick,
    );
    if (point === undefined) return;
    const change = { meetingId, pointId: point.id, isDiscussed: true };
    const ticked = await life.services.call['meetings.changePoint'](change);
    if (ticked.ok) life.open.delete(point.text);
  },
  openAgain: async (life, { id: meetingId, agenda }, pick) => {
    const point = pickFrom(
      agenda.filter(({ discussedAt }) => discussedAt !== null),
      pick,
    );
    if (point === undefined) return;
    const change = { meetingId, pointId: point.id, isDiscussed: false };
    await life.services.call['meetings.changePoint'](change);
  },
  bringBack: async (life, { id: meetingId }, pick) => {
    const read = await life.services.call['prep.read']({ meetingId });
    const left = read.ok ? read.value.suggestions.filter(({ group }) => group === 'left-open') : [];
    const key = pickFrom(left, pick)?.key;
    if (key !== undefined) await life.services.call['prep.accept']({ meetingId, key });
  },
  tick: async (life, { id: meetingId, actionItems }, pick) => {
    const action = pickFrom(actionItems, pick);
    if (action === undefined) return;
    life.open.delete(action.text);
    const change = { meetingId, actionId: action.id, isDone: true };
    await life.services.call['meetings.changeAction'](change);
  },
  stance: async (life, { id: meetingId, agenda }, pick) => {
    const point = pickFrom(agenda, pick);
    if (point === undefined) return;
    const change = { meetingId, pointId: point.id, stance: 'lead' } as const;
    await life.services.call['meetings.changePoint'](change);
  },
  removePoint: async (life, { id: meetingId, agenda }, pick) => {
    const point = pickFrom(agenda.filter(isOpenPoint), pick);
    if (point === undefined) return;
    life.open.delete(point.text);
    const given = { meetingId, pointId: point.id };
    keepWayBack(life, await life.services.call['meetings.removePoint'](given));
  },
  removePromise: async (life, { id: meetingId, actionItems }, pick) => {
    const action = pickFrom(actionItems, pick);
    if (action === undefined) return;
    life.open.delete(action.text);
    const given = { meetingId, actionId: action.id };
    keepWayBack(life, await life.services.call['meetings.removeAction'](given));
  },
  skip: whole('skip'),
  cancel: whole('cancel'),
  delete: whole('delete'),
  wrapUp: async (life, { id: meetingId, agenda }, pick) => {
    const point = pickFrom(agenda.filter(isOpenPoint), pick);
    if (point !== undefined) life.open.delete(point.text);
    const promised = { kind: 'action', owner: 'them', dueOn: null } as const;
    const given = {
      ...{ actions: [], feedback: [], deliveredFeedbackIds: [], nextTime: null },
      points: point === undefined ? [] : [{ ...promised, pointId: point.id }],
    };
    keepWayBack(life, await life.services.call['meetings.wrapUp']({ meetingId, ...given }));
  },
  postpone: async (life, { id: meetingId }, pick) => {
    const now = life.services.clock.now().toString();
    const startLocal = addMinutes(now, 60 * (pick % 300)).slice(0, 16);
    const to = { meetingId, startLocal, durationMinutes: 30 };
    keepWayBack(life, await life.services.call['meetings.postpone'](to));
  },
  putBack: async (life, _meeting, pick) => {
    const originalLocal = pickFrom(occurrences, pick) ?? '';
    const given = { seriesId: life.seriesId, originalLocal };
    keepWayBack(life, await life.services.call['series.putBack'](given));
  },
  cancelOne: async (life, _meeting, pick) => {
    const originalLocal = pickFrom(occurrences, pick) ?? '';
    const given = { seriesId: life.seriesId, originalLocal };
    keepWayBack(life, await life.services.call['series.cancelOne'](given));
  },
  moveOne: async (life, _meeting, pick) => {
    const originalLocal = pickFrom(occurrences, pick) ?? '';
    const startLocal = addMinutes(`${originalLocal}:00Z`, 60 * (pick % 300)).slice(0, 16);
    const given = { seriesId: life.seriesId, originalLocal, startLocal, durationMinutes: 30 };
    keepWayBack(life, await life.services.call['series.moveOne'](given));
  },
  split: async (life, _meeting, pick) => {
    const from = { seriesId: life.seriesId, originalLocal: pickFrom(occurrences, pick) ?? '' };
    const read = await life.services.call['series.readChange'](from);
    if (!read.ok || read.value.occurrence === null) return;
    const values = { ...read.value.occurrence.rest, rule: 'FREQ=WEEKLY;INTERVAL=2' };
    keepWayBack(life, await life.services.call['series.split']({ ...from, ...values }));
  },
  endOn: async (life, _meeting, pick) => {
    const lastDate = (pickFrom(occurrences, pick) ?? '').slice(0, 10);
    const given = { seriesId: life.seriesId, lastDate };
    keepWayBack(life, await life.services.call['series.endOn'](given));
  },
  removeSeries: async (life) => {
    const given = { seriesId: life.seriesId };
    keepWayBack(life, await life.services.call['series.remove'](given));
  },
  plan: async (life, _meeting, pick) => {
    const originalLocal = pickFrom(occurrences, pick) ?? '';
    await life.services.call['meetings.plan']({ seriesId: life.seriesId, originalLocal });
  },
  wait: (life, _meeting, pick) => {
    const { clock } = life.services;
    clock.set(addMinutes(clock.now().toString(), 60 * (pick % 100)));
    return Promise.resolve();
  },
  undo: (life, _meeting, pick) => takeBack(life, pick),
};

/** What has been taken back is so for good; what cannot be now, perhaps later. */
async function takeBack({ services, tickets }: Life, pick: number): Promise<void> {
  const undoId = pickFrom(tickets, pick);
  if (undoId === undefined) return;
  const { ok } = await services.call['undo.undo']({ undoId });
  if (ok) tickets.splice(tickets.indexOf(undoId), 1);
}

/** Lives in which few kinds of things happen, each life's own: they get into each other's way more. */
const acts = fc.subarray(Object.keys(steps), { minLength: 3, maxLength: 7 }).chain((kinds) =>
  fc.array(
    fc.record({
      name: fc.constantFrom(...kinds, ...kinds, 'point', 'point', 'wrapUp', 'undo', 'undo', 'undo'),
      pick: fc.nat(1000),
    }),
    { minLength: 25, maxLength: 25 },
  ),
);

/** The promises that a meeting holds of points of its own, by these. One that moved on tells no more of that. */
const promisedHere = ({ actionItems }: Meeting): readonly (string | null)[] =>
  actionItems
    .filter(({ fromPointId, carriedFrom }) => fromPointId !== null && carriedFrom === null)
    .map(({ fromPointId }) => fromPointId);

function expectOnePromiseOfEach(meeting: Meeting, done: string): void {
  const promised = promisedHere(meeting);
  expect(promised, done).toHaveLength(new Set(promised).size);
  const open = meeting.agenda.filter(isOpenPoint).map(({ id }) => id);
  expect(
    open.filter((id) => promised.includes(id)),
    done,
  ).toEqual([]);
}

async function expectNothingLostOrDoubled(life: Life, done: string): Promise<void> {
  const meetings = await meetingsOf(life);
  const points = meetings.flatMap(({ agenda }) =>
    agenda.filter(({ leftAs }) => leftAs?.kind !== 'carried').map(({ text }) => text),
  );
  const promises = meetings.flatMap(({ actionItems }) => actionItems.map(({ id }) => id));
  for (const meeting of meetings) expectOnePromiseOfEach(meeting, done);
  const openPoints = meetings.flatMap(({ agenda }) => agenda.filter(isOpenPoint));
  const openPromises = meetings.flatMap(({ actionItems }) =>
    actionItems.filter(({ doneAt }) => doneAt === null),
  );
  expect(points, done).toHaveLength(new Set(points).size);
  expect(promises, done).toHaveLength(new Set(promises).size);
  const open = [...openPoints, ...openPromises].map(({ text }) => text);
  expect(open, done).toEqual(expect.arrayContaining([...life.open]));
}

test('whatever is done and taken back in whatever order, nothing is lost or there twice', async () => {
  await fc.assert(
    fc.asyncProperty(acts, async (taken) => {
      const services = await startServices();
      try {
        const { seriesId } = await services.addSam();
        const life: Life = { services, seriesId, tickets: [], open: new Set(), made: 0 };
        for (const originalLocal of occurrences.slice(0, 2))
          valueOf(await services.call['meetings.plan']({ seriesId, originalLocal }));
        for (const [index, { name, pick }] of taken.entries()) {
          const meeting = pickFrom(await meetingsOf(life), pick);
          if (meeting === undefined) await takeBack(life, pick);
          else await steps[name]?.(life, meeting, pick);
          const done = taken.slice(0, index + 1).map((one) => `${one.name} ${String(one.pick)}`);
          await expectNothingLostOrDoubled(life, done.join(', '));
        }
      } finally {
        await services.temporary.dispose();
      }
    }),
    { numRuns: 15 },
  );
});
