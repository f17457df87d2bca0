import { afterEach, beforeEach, describe, expect, test } from 'vitest';
import type { Meeting, WrapUpDraft } from '../../domain/documents/meeting.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;
let call: TestServices['call'];

beforeEach(async () => {
  services = await startServices();
  ({ call } = services);
});
afterEach(() => services.temporary.dispose());

const add = async (meetingId: string, text: string): Promise<string> =>
  valueOf(await call['meetings.addPoint']({ meetingId, text, addedBy: 'me', visibility: 'shared' }))
    .id;
const promise = async (meetingId: string, text: string): Promise<string> =>
  valueOf(await call['meetings.addAction']({ meetingId, text, owner: 'me', dueOn: null })).id;
const meetings = (): Promise<readonly Meeting[]> => services.temporary.store.list('meeting');
const meetingOf = async (id: string): Promise<Meeting> =>
  valueOf(await call['meetings.read']({ meetingId: id })).meeting;
const upcomingOf = async (personId: string) =>
  valueOf(await call['people.read']({ personId })).upcoming;
const nothing = {
  ...{ points: [], actions: [], feedback: [], deliveredFeedbackIds: [], nextTime: null },
};
const other = async (id: string): Promise<Meeting | undefined> =>
  (await meetings()).find((meeting) => meeting.id !== id);

describe('wrapping up', () => {
  test('does all that was said in one act, which one undo takes back', async () => {
    const meetingId = await services.planNext();
    const [hiring, pager, pay] = [
      await add(meetingId, 'Hiring'),
      await add(meetingId, 'The pager'),
      await add(meetingId, 'Pay'),
    ];
    const actionId = await promise(meetingId, 'Ask finance');
    const before = await meetings();
    const { undo } = valueOf(
      await call['meetings.wrapUp']({
        ...nothing,
        meetingId,
        points: [
          { kind: 'decision', pointId: pager, text: 'Twice a month' },
          { kind: 'action', pointId: pay, owner: 'them', dueOn: '2026-12-01' },
        ],
        actions: [{ actionId, owner: 'them', dueOn: '2026-12-04' }],
        feedback: [{ feedbackKind: 'positive', text: 'The clear hand-over' }],
        nextTime: { startLocal: '2026-12-01T11:00', durationMinutes: 45 },
      }),
    );
    expect(undo.label).toBe('Wrap up the 1:1 with Sam Okafor');
    const held = await meetingOf(meetingId);
    expect(held).toMatchObject({ status: 'held', wrappedUpAt: '2026-11-23T08:00:00Z' });
    expect(held.agenda.map(({ leftAs }) => leftAs?.kind)).toEqual([
      'carried',
      'decision',
      'action',
    ]);
    expect(held.actionItems).toMatchObject([
      { id: actionId, owner: 'them', dueOn: '2026-12-04' },
      { text: 'Pay', owner: 'them', dueOn: '2026-12-01', fromPointId: pay },
    ]);
    const next = await other(meetingId);
    expect(next).toMatchObject({
      ...{ startLocal: '2026-12-01T11:00', originalLocal: '2026-11-30T10:00', durationMinutes: 45 },
      agenda: [{ id: hiring, carriedFrom: meetingId, carryCount: 1 }],
    });
    const feedback = await services.temporary.store.list('feedback');
    expect(feedback).toMatchObject([{ text: 'The clear hand-over', deliveredIn: meetingId }]);

    valueOf(await call['undo.undo']({ undoId: undo.id }));
    expect(await meetings()).toEqual(before);
    expect(await services.temporary.store.list('feedback')).toEqual([]);
  });

  test('shows what is open, when the next 1:1 is, and where a carried point comes from', async () => {
    const meetingId = await services.planNext();
    await add(meetingId, 'Hiring');
    const first = valueOf(await call['meetings.wrapUpView']({ meetingId }));
    expect(first.next).toMatchObject({ startsAt: '2026-11-30T09:00:00Z' });
    expect(first.carried).toEqual([]);
    valueOf(await call['meetings.wrapUp']({ ...nothing, meetingId }));
    services.clock.set('2026-11-27T08:00:00Z');
    const next = await other(meetingId);
    const carried = valueOf(await call['meetings.carried']({ meetingId: next?.id ?? '' }));
    expect(carried).toMatchObject([{ carryCount: 1, ageDays: 4, raisedIn: meetingId }]);
  });

  test('begun, it is kept with the meeting across a restart, and is gone once it is done', async () => {
    const meetingId = await services.planNext();
    const pointId = await add(meetingId, 'Hiring');
    const draft: WrapUpDraft = {
      points: [{ id: pointId, fate: 'decide', dueOn: null, decision: 'Two people' }],
      ...{ actions: [], given: [], typed: 'The clear', typedKind: 'positive', saidIds: [] },
      next: { date: '2026-12-01', time: '', minutes: '30' },
    };
    valueOf(await call['meetings.keepWrapUp']({ meetingId, draft }));
    const again = await services.restarted();
    const kept = valueOf(await again['meetings.wrapUpView']({ meetingId })).meeting;
    expect(kept).toMatchObject({ status: 'planned', wrapUpDraft: draft });
    expect(kept.agenda).toMatchObject([{ leftAs: null }]);
    const done = valueOf(await again['meetings.wrapUp']({ ...nothing, meetingId }));
    const held = valueOf(await again['meetings.read']({ meetingId })).meeting;
    expect(held).toMatchObject({ status: 'held', wrapUpDraft: null });
    valueOf(await again['undo.undo']({ undoId: done.undo.id }));
    expect(valueOf(await again['meetings.read']({ meetingId })).meeting.wrapUpDraft).toEqual(draft);
  });

  test('a 1:1 that was moved and moved back is one that its series gives', async () => {
    const meetingId = await services.planNext();
    const move = async (startLocal: string): Promise<void> => {
      const to = { meetingId, startLocal, durationMinutes: 30 };
      valueOf(await call['meetings.postpone'](to));
    };
    const exceptions = async () =>
      (await services.temporary.store.list('series')).flatMap((series) => series.exceptions);
    await move('2026-11-24T10:00');
    expect(await exceptions()).toMatchObject([{ kind: 'moved', startLocal: '2026-11-24T10:00' }]);
    await move('2026-11-23T10:00');
    expect(await exceptions()).toEqual([]);
  });

  test('the next 1:1 is not moved to where it would be over already', async () => {
    const meetingId = await services.planNext();
    await add(meetingId, 'Hiring');
    const before = await meetings();
    for (const startLocal of ['2026-11-20T10:00', '2026-11-23T09:00', '2026-02-30T10:00']) {
      const nextTime = { startLocal, durationMinutes: 30 };
      const answer = await call['meetings.wrapUp']({ ...nothing, meetingId, nextTime });
      expect(errorOf(answer)).toBe('invalid');
    }
    expect(await meetings()).toEqual(before);
  });

  test('a point that is added to a 1:1 that was held is on the very next agenda', async () => {
    const meetingId = await services.planNext();
    valueOf(await call['meetings.wrapUp']({ ...nothing, meetingId }));
    const pointId = await add(meetingId, 'Forgotten');
    expect(await other(meetingId)).toMatchObject({
      originalLocal: '2026-11-30T10:00',
      agenda: [{ id: pointId, carriedFrom: meetingId }],
    });
  });

  test('a point of a 1:1 that was held can be ticked after all, and opened again', async () => {
    const meetingId = await services.planNext();
    const pointId = await add(meetingId, 'Hiring');
    valueOf(await call['meetings.wrapUp']({ ...nothing, meetingId }));
    const nextId = (await other(meetingId))?.id ?? '';
    const change = (id: string, given: object) =>
      call['meetings.changePoint']({ meetingId: id, pointId, ...given });
    const canComeBack = async () => valueOf(await call['meetings.read']({ meetingId })).canComeBack;
    valueOf(await change(nextId, { text: 'Hiring in Leeds' }));
    expect(await canComeBack()).toEqual([pointId]);
    valueOf(await change(meetingId, { isDiscussed: true }));
    expect((await meetingOf(meetingId)).agenda).toMatchObject([
      { text: 'Hiring in Leeds', carryCount: 0, carriedFrom: null, leftAs: null },
    ]);
    expect((await meetingOf(nextId)).agenda).toEqual([]);
    valueOf(await change(meetingId, { isDiscussed: false }));
    expect((await meetingOf(nextId)).agenda).toMatchObject([{ id: pointId, carryCount: 1 }]);
    valueOf(await change(nextId, { isDiscussed: true }));
    expect(await canComeBack()).toEqual([]);
    expect(errorOf(await change(meetingId, { isDiscussed: true }))).toBe('invalid');
  });

  test('a template is not for a 1:1 that is over, where nobody would look for its points', async () => {
    const meetingId = await services.planNext();
    valueOf(await call['meetings.skip']({ meetingId }));
    const answer = await call['meetings.applyTemplate']({ meetingId, templateId: 'weekly' });
    expect(errorOf(answer)).toBe('invalid');
    expect((await meetingOf(meetingId)).agenda).toEqual([]);
  });

  test('a point that is added to a 1:1 that was skipped goes to the next one at once', async () => {
    const meetingId = await services.planNext();
    valueOf(await call['meetings.skip']({ meetingId }));
    const pointId = await add(meetingId, 'Hiring');
    const next = await other(meetingId);
    expect(next?.agenda).toMatchObject([{ id: pointId, text: 'Hiring', leftAs: null }]);
    const skipped = await meetingOf(meetingId);
    expect(skipped.agenda).toMatchObject([{ id: pointId, leftAs: { toMeetingId: next?.id } }]);
  });

  test('wrapping up what is wrapped up changes nothing and says so', async () => {
    const meetingId = await services.planNext();
    valueOf(await call['meetings.wrapUp']({ ...nothing, meetingId }));
    expect(errorOf(await call['meetings.wrapUp']({ ...nothing, meetingId }))).toBe('invalid');
  });

  test('a date that there is not is refused, and nothing is done', async () => {
    const meetingId = await services.planNext();
    const nextTime = { startLocal: '2026-02-30T11:00', durationMinutes: 30 };
    const refused = await call['meetings.wrapUp']({ ...nothing, meetingId, nextTime });
    expect(errorOf(refused)).toBe('invalid');
    expect((await meetingOf(meetingId)).status).toBe('planned');
  });
});

describe('a 1:1 as a whole', () => {
  test('moved, it keeps its plan, and its series knows', async () => {
    const meetingId = await services.planNext();
    const pointId = await add(meetingId, 'Hiring');
    const to = { startLocal: '2026-11-24T15:00', durationMinutes: 45 };
    valueOf(await call['meetings.postpone']({ meetingId, ...to }));
    const view = valueOf(await call['meetings.read']({ meetingId }));
    expect(view.startsAt).toBe('2026-11-24T14:00:00Z');
    expect(view.meeting.agenda).toMatchObject([{ id: pointId, carryCount: 0 }]);
    const [upcoming] = valueOf(await call['today.read'](undefined)).upcoming;
    expect(upcoming).toMatchObject({ meetingId, startsAt: '2026-11-24T14:00:00Z' });
    expect(errorOf(await call['meetings.postpone']({ meetingId, ...to }))).toBe('invalid');
  });

  test.each(['meetings.cancel', 'meetings.skip'] as const)(
    'after %s it is not to come, and its points are on the next',
    async (channel) => {
      const meetingId = await services.planNext();
      const pointId = await add(meetingId, 'Hiring');
      const { undo } = valueOf(await call[channel]({ meetingId }));
      const { personId } = await meetingOf(meetingId);
      const [upcoming] = await upcomingOf(personId);
      expect(upcoming).toMatchObject({ startsAt: '2026-11-30T09:00:00Z', openPoints: 1 });
      expect((await other(meetingId))?.agenda).toMatchObject([{ id: pointId }]);
      expect(errorOf(await call[channel]({ meetingId }))).toBe('invalid');
      valueOf(await call['undo.undo']({ undoId: undo.id }));
      const [again] = await upcomingOf(personId);
      expect(again).toMatchObject({ meetingId, openPoints: 1 });
    },
  );

  test('deleted, it leaves its points and promises to the next', async () => {
    const meetingId = await services.planNext();
    const [pointId, actionId] = [
      await add(meetingId, 'Hiring'),
      await promise(meetingId, 'Ask finance'),
    ];
    const { personId } = await meetingOf(meetingId);
    valueOf(await call['meetings.delete']({ meetingId }));
    expect(errorOf(await call['meetings.read']({ meetingId }))).toBe('not-found');
    expect(await meetings()).toMatchObject([
      { agenda: [{ id: pointId }], actionItems: [{ id: actionId, carriedFrom: meetingId }] },
    ]);
    const [upcoming] = await upcomingOf(personId);
    expect(upcoming?.startsAt).toBe('2026-11-30T09:00:00Z');
  });

  test('what has a series that is over goes to an agenda without a date', async () => {
    const { personId, seriesId } = await services.addSam();
    const plan = { seriesId, originalLocal: '2026-11-23T10:00' };
    const meetingId = valueOf(await call['meetings.plan'](plan)).meeting.id;
    await add(meetingId, 'Hiring');
    valueOf(await call['series.remove']({ seriesId }));
    valueOf(await call['meetings.delete']({ meetingId }));
    expect(await meetings()).toMatchObject([{ personId, startLocal: null, seriesId: null }]);
  });
});

test('the last twenty destructive acts can be taken back from one list, across a restart', async () => {
  const meetingId = await services.planNext();
  const ids: string[] = [];
  for (let count = 0; count < 21; count += 1)
    ids.push(await add(meetingId, `Point ${String(count)}`));
  for (const pointId of ids) valueOf(await call['meetings.removePoint']({ meetingId, pointId }));
  call = await services.restarted();
  const list = valueOf(await call['undo.list'](undefined));
  expect(list).toHaveLength(20);
  for (const { id } of list) valueOf(await call['undo.undo']({ undoId: id }));
  expect((await meetingOf(meetingId)).agenda).toHaveLength(20);
  expect(valueOf(await call['undo.list'](undefined))).toHaveLength(1);
});
