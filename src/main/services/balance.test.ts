import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TestServices } from '../test-support/test-services.ts';
import { startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;
beforeEach(async () => {
  services = await startServices();
});
afterEach(async () => {
  await services.temporary.dispose();
});

const sharedByMe = { addedBy: 'me', visibility: 'shared' } as const;

/** A plan with Sam: one point on leading, one on managing that is done, one promise without a tag. */
async function fillAgenda() {
  const { call } = services;
  const meetingId = await services.planNext();
  const add = async (text: string, stance: 'manage' | 'lead') => {
    const point = valueOf(await call['meetings.addPoint']({ meetingId, text, ...sharedByMe }));
    valueOf(await call['meetings.changePoint']({ meetingId, pointId: point.id, stance }));
    return point.id;
  };
  await add('Growth', 'lead');
  const pointId = await add('The pager', 'manage');
  valueOf(await call['meetings.changePoint']({ meetingId, pointId, isDiscussed: true }));
  const promise = { meetingId, text: 'Ask', owner: 'me', dueOn: null } as const;
  const { id: actionId } = valueOf(await call['meetings.addAction'](promise));
  const { personId } = valueOf(await call['meetings.read']({ meetingId })).meeting;
  return { meetingId, personId, actionId };
}

test('this week has what was raised and promised in it, for everybody and for one', async () => {
  const { call } = services;
  const { personId } = await fillAgenda();
  for (const whose of [null, personId]) {
    const view = valueOf(await call['balance.read']({ personId: whose, step: 'week' }));
    expect(view.bars).toHaveLength(12);
    expect(view.bars.at(-1)).toEqual({
      ...{ from: '2026-11-23', to: '2026-11-30' },
      counts: { manage: 1, lead: 1, both: 0, none: 0, untagged: 1 },
    });
  }
  const other = valueOf(await call['people.add']({ name: 'Mia', relationship: 'report' }));
  const { bars } = valueOf(await call['balance.read']({ personId: other.id, step: 'month' }));
  expect(bars.at(-1)).toMatchObject({ from: '2026-11-01', counts: { manage: 0, lead: 0 } });
});

test('the items behind a bar have their words, also when they are done', async () => {
  const { call } = services;
  const { meetingId, personId } = await fillAgenda();
  const week = { personId, step: 'week', on: '2026-11-29' } as const;
  const behind = valueOf(await call['balance.items']({ ...week, part: 'manage' }));
  expect(behind).toMatchObject({
    ...{ from: '2026-11-23', to: '2026-11-30' },
    items: [
      {
        ...{ kind: 'point', text: 'The pager', on: '2026-11-23', part: 'manage' },
        ...{ meetingId, personName: 'Sam Okafor' },
      },
    ],
  });
  const all = valueOf(await call['balance.items']({ ...week, part: null }));
  expect(all.items.map(({ text }) => text).toSorted()).toEqual(['Ask', 'Growth', 'The pager']);
  const before = valueOf(await call['balance.items']({ ...week, on: '2026-11-22', part: null }));
  expect(before.items).toEqual([]);
});

test('tagging a promise moves it from what is untagged', async () => {
  const { call } = services;
  const { meetingId, actionId } = await fillAgenda();
  valueOf(await call['meetings.changeAction']({ meetingId, actionId, stance: 'manage' }));
  const { bars } = valueOf(await call['balance.read']({ personId: null, step: 'month' }));
  expect(bars.at(-1)?.counts).toMatchObject({ manage: 2, untagged: 0 });
  valueOf(await call['meetings.changeAction']({ meetingId, actionId, stance: null }));
  const after = valueOf(await call['balance.read']({ personId: null, step: 'month' }));
  expect(after.bars.at(-1)?.counts).toMatchObject({ manage: 1, untagged: 1 });
});
