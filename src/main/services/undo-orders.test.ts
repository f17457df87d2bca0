import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import { openPoints } from '../../domain/agenda/points.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;
beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.temporary.dispose());

const ticketOf = (result: Result<Undoable<unknown>>): string => valueOf(result).undo.id;
const undo = async (undoId: string) => services.call['undo.undo']({ undoId });
const all = async (): Promise<readonly Meeting[]> => services.temporary.store.list('meeting');

async function addPoint(meetingId: string, text: string): Promise<string> {
  const shared = { addedBy: 'me', visibility: 'shared' } as const;
  return valueOf(await services.call['meetings.addPoint']({ meetingId, text, ...shared })).id;
}

async function addPromise(meetingId: string, text: string): Promise<string> {
  const mine = { owner: 'me', dueOn: null } as const;
  return valueOf(await services.call['meetings.addAction']({ meetingId, text, ...mine })).id;
}

/** Where each point is that is not on its way elsewhere, by text. */
async function places(): Promise<readonly string[]> {
  return (await all())
    .flatMap(({ id, agenda }) =>
      agenda
        .filter(({ leftAs }) => leftAs?.kind !== 'carried')
        .map(
          (point) => `${point.text} ${openPoints([point]).length > 0 ? 'open' : 'closed'} in ${id}`,
        ),
    )
    .toSorted();
}
async function promises(): Promise<readonly string[]> {
  return (await all())
    .flatMap(({ id, actionItems }) =>
      actionItems.map(
        ({ text, doneAt }) => `${text} ${doneAt === null ? 'open' : 'done'} in ${id}`,
      ),
    )
    .toSorted();
}
const nextOf = async (meetingId: string): Promise<Meeting> => {
  const next = (await all()).find(({ id, status }) => id !== meetingId && status === 'planned');
  if (next === undefined) throw new Error('There is no next meeting.');
  return next;
};

test('a point goes back from a meeting that was made for it, though that is written in', async () => {
  const id = await services.planNext();
  await addPoint(id, 'Pay');
  const skip = ticketOf(await services.call['meetings.skip']({ meetingId: id }));
  const next = await nextOf(id);
  await addPoint(next.id, 'New');
  valueOf(await undo(skip));
  expect(await places()).toEqual([`New open in ${next.id}`, `Pay open in ${id}`]);
});

test('a point that was talked about since stays where it was', async () => {
  const id = await services.planNext();
  const pointId = await addPoint(id, 'Pay');
  const skip = ticketOf(await services.call['meetings.skip']({ meetingId: id }));
  const next = await nextOf(id);
  valueOf(
    await services.call['meetings.changePoint']({ meetingId: next.id, pointId, isDiscussed: true }),
  );
  valueOf(await undo(skip));
  expect(await places()).toEqual([`Pay closed in ${next.id}`]);
});

test('a promise that was kept since is there once, and kept', async () => {
  const id = await services.planNext();
  const actionId = await addPromise(id, 'Send');
  const gone = ticketOf(await services.call['meetings.delete']({ meetingId: id }));
  const next = await nextOf(id);
  valueOf(
    await services.call['meetings.changeAction']({ meetingId: next.id, actionId, isDone: true }),
  );
  valueOf(await undo(gone));
  expect(await promises()).toEqual([`Send done in ${next.id}`]);
});

test('deletions one after the other are taken back in the order in which they were made', async () => {
  const id = await services.planNext();
  await addPromise(id, 'Send');
  await addPoint(id, 'Pay');
  const first = ticketOf(await services.call['meetings.delete']({ meetingId: id }));
  const next = await nextOf(id);
  const second = ticketOf(await services.call['meetings.delete']({ meetingId: next.id }));
  valueOf(await undo(first));
  expect(await promises()).toHaveLength(1);
  expect(await places()).toHaveLength(1);
  await undo(second);
  expect(await promises()).toHaveLength(1);
  expect(await places()).toHaveLength(1);
});

test('a point that was reworded since stays in the next 1:1', async () => {
  const id = await services.planNext();
  const pointId = await addPoint(id, 'Pay');
  const wrap = ticketOf(
    await services.call['meetings.wrapUp']({
      meetingId: id,
      ...{ points: [], actions: [], feedback: [], deliveredFeedbackIds: [], nextTime: null },
    }),
  );
  const next = await nextOf(id);
  valueOf(
    await services.call['meetings.changePoint']({ meetingId: next.id, pointId, text: 'Pay rise' }),
  );
  valueOf(await undo(wrap));
  expect(await places()).toHaveLength(1);
});

test('what would go back to a meeting that was deleted since stays in the next 1:1', async () => {
  const id = await services.planNext();
  await addPoint(id, 'Pay');
  const skip = ticketOf(await services.call['meetings.skip']({ meetingId: id }));
  const next = await nextOf(id);
  valueOf(await services.call['meetings.delete']({ meetingId: id }));
  valueOf(await undo(skip));
  expect(await places()).toEqual([`Pay open in ${next.id}`]);
});

test('a date that was skipped takes place again once it is put back', async () => {
  const id = await services.planNext();
  const { seriesId, originalLocal } = valueOf(
    await services.call['meetings.read']({ meetingId: id }),
  ).meeting;
  valueOf(await services.call['meetings.skip']({ meetingId: id }));
  const occurrence = { seriesId: seriesId ?? '', originalLocal: originalLocal ?? '' };
  valueOf(await services.call['series.putBack'](occurrence));
  const today = valueOf(await services.call['today.read'](undefined));
  expect(today.upcoming.map((one) => one.originalLocal)).toContain(originalLocal);
});

test('nothing comes back to somebody on whom everything was deleted, until they do', async () => {
  const { personId, seriesId } = await services.addSam();
  const id = valueOf(
    await services.call['meetings.plan']({ seriesId, originalLocal: '2026-11-23T10:00' }),
  ).meeting.id;
  await addPoint(id, 'Pay');
  const ticket = ticketOf(await services.call['meetings.delete']({ meetingId: id }));
  const person = ticketOf(
    await services.call['people.deleteAll']({ personId, typedName: 'Sam Okafor' }),
  );
  expect(await undo(ticket)).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await all()).toEqual([]);
  valueOf(await undo(person));
  valueOf(await undo(ticket));
  expect(await places()).toEqual([`Pay open in ${id}`]);
});

test('a plan that got a date of its own keeps it when its series comes back', async () => {
  const id = await services.planNext();
  await addPoint(id, 'Pay');
  const { seriesId } = valueOf(await services.call['meetings.read']({ meetingId: id })).meeting;
  const removed = ticketOf(await services.call['series.remove']({ seriesId: seriesId ?? '' }));
  valueOf(
    await services.call['meetings.postpone']({
      meetingId: id,
      startLocal: '2026-11-26T15:00',
      durationMinutes: 30,
    }),
  );
  valueOf(await undo(removed));
  const view = valueOf(await services.call['meetings.read']({ meetingId: id }));
  expect(view.startsAt).toBe('2026-11-26T14:00:00Z');
});

test('a plan that comes back to a date that was planned anew stands beside it', async () => {
  const { seriesId } = await services.addSam();
  const occurrence = { seriesId, originalLocal: '2026-11-23T10:00' };
  const plan = async () => valueOf(await services.call['meetings.plan'](occurrence)).meeting.id;
  const id = await plan();
  await addPoint(id, 'Pay');
  const gone = ticketOf(await services.call['meetings.delete']({ meetingId: id }));
  valueOf(await services.call['series.putBack'](occurrence));
  const anew = await plan();
  valueOf(await undo(gone));
  const { upcoming } = valueOf(await services.call['today.read'](undefined));
  const today = upcoming.filter(({ startsAt }) => startsAt === '2026-11-23T09:00:00Z');
  expect(today.map(({ meetingId }) => meetingId).toSorted()).toEqual([id, anew].toSorted());
});

test('a point that became a promise, which was kept since, does not come back beside it', async () => {
  const id = await services.planNext();
  const pointId = await addPoint(id, 'Pay');
  const wrapped = ticketOf(
    await services.call['meetings.wrapUp']({
      meetingId: id,
      points: [{ kind: 'action', pointId, owner: 'me', dueOn: null }],
      ...{ actions: [], feedback: [], deliveredFeedbackIds: [], nextTime: null },
    }),
  );
  const [held] = await all();
  const actionId = held?.actionItems[0]?.id ?? '';
  valueOf(await services.call['meetings.changeAction']({ meetingId: id, actionId, isDone: true }));
  valueOf(await undo(wrapped));
  expect(await promises()).toEqual([`Pay done in ${id}`]);
  expect(await places()).toEqual([`Pay closed in ${id}`]);
});

describe('of a point that became a promise', () => {
  let id: string;
  let pointId: string;
  const becomePromise = async (): Promise<string> => {
    const fate = { kind: 'action', pointId, owner: 'me', dueOn: null } as const;
    const given = { actions: [], feedback: [], deliveredFeedbackIds: [], nextTime: null };
    return ticketOf(
      await services.call['meetings.wrapUp']({ meetingId: id, points: [fate], ...given }),
    );
  };
  const removePromise = async (): Promise<string> => {
    const actionId = (await all()).flatMap(({ actionItems }) => actionItems)[0]?.id ?? '';
    return ticketOf(await services.call['meetings.removeAction']({ meetingId: id, actionId }));
  };
  const removePoint = async (): Promise<string> =>
    ticketOf(await services.call['meetings.removePoint']({ meetingId: id, pointId }));
  const expectNothingLeft = async (ticket: string): Promise<void> => {
    expect(errorOf(await undo(ticket))).toBe('not-found');
  };

  beforeEach(async () => {
    id = await services.planNext();
    pointId = await addPoint(id, 'Pay');
  });

  test('another promise since: the first does not come back beside it', async () => {
    const first = await becomePromise();
    const removed = await removePromise();
    valueOf(await undo(first));
    await becomePromise();
    await expectNothingLeft(removed);
    expect(await promises()).toEqual([`Pay open in ${id}`]);
    expect(await places()).toEqual([`Pay closed in ${id}`]);
  });

  test('open again since: with the promise it is that promise once more', async () => {
    const wrapped = await becomePromise();
    const removed = await removePromise();
    valueOf(await undo(wrapped));
    valueOf(await undo(removed));
    expect(await promises()).toEqual([`Pay open in ${id}`]);
    expect(await places()).toEqual([`Pay closed in ${id}`]);
  });

  test('two promises, both removed: the one that comes back first is the one', async () => {
    const first = await becomePromise();
    const firstGone = await removePromise();
    valueOf(await undo(first));
    await becomePromise();
    const secondGone = await removePromise();
    valueOf(await undo(firstGone));
    await expectNothingLeft(secondGone);
    expect(await promises()).toEqual([`Pay open in ${id}`]);
  });

  test('checked off since: the promise stays away', async () => {
    const wrapped = await becomePromise();
    const removed = await removePromise();
    valueOf(await undo(wrapped));
    const change = { meetingId: id, pointId, isDiscussed: true };
    valueOf(await services.call['meetings.changePoint'](change));
    await expectNothingLeft(removed);
    expect(await promises()).toEqual([]);
    expect(await places()).toEqual([`Pay closed in ${id}`]);
  });

  test('carried on since: the promise stays away', async () => {
    const wrapped = await becomePromise();
    const removed = await removePromise();
    valueOf(await undo(wrapped));
    valueOf(await services.call['meetings.skip']({ meetingId: id }));
    await expectNothingLeft(removed);
    expect(await promises()).toEqual([]);
    expect(await places()).toEqual([`Pay open in ${(await nextOf(id)).id}`]);
  });

  test('taken off the agenda since: the promise comes back, and is what the point becomes', async () => {
    const wrapped = await becomePromise();
    const removed = await removePromise();
    valueOf(await undo(wrapped));
    const taken = await removePoint();
    valueOf(await undo(removed));
    expect(await promises()).toEqual([`Pay open in ${id}`]);
    valueOf(await undo(taken));
    expect(await places()).toEqual([`Pay closed in ${id}`]);
  });
});

test('feedback that has not been said after all is not said in the meeting that comes back', async () => {
  const { personId, seriesId } = await services.addSam();
  const occurrence = { seriesId, originalLocal: '2026-11-23T10:00' };
  const meetingId = valueOf(await services.call['meetings.plan'](occurrence)).meeting.id;
  const noticed = { personId, feedbackKind: 'positive', text: 'The hand-over' } as const;
  const { id: feedbackId } = valueOf(await services.call['feedback.add'](noticed));
  valueOf(await services.call['feedback.deliver']({ feedbackId, meetingId }));
  const gone = ticketOf(await services.call['meetings.delete']({ meetingId }));
  valueOf(await services.call['feedback.undeliver']({ feedbackId }));
  valueOf(await undo(gone));
  const feedback = () => services.temporary.store.list('feedback');
  expect(await feedback()).toMatchObject([{ deliveredAt: null, deliveredIn: null }]);
  valueOf(await services.call['feedback.deliver']({ feedbackId, meetingId }));
  const removed = ticketOf(await services.call['feedback.remove']({ feedbackId }));
  valueOf(await services.call['meetings.delete']({ meetingId }));
  valueOf(await undo(removed));
  expect(await feedback()).toMatchObject([{ id: feedbackId, deliveredIn: null }]);
});
