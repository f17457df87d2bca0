import { expect, test } from 'vitest';
import { pointWith } from '../agenda/test-data/meeting-with.ts';
import type { Relationship } from '../documents/relationships.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import { recentOwnership } from './recent-ownership.ts';
import { heldOn } from './test-data/prep-with.ts';

const mine = (id: string) => pointWith({ id });
const theirs = (id: string) => pointWith({ id, addedBy: 'them' });

/** On a day on which what was planned for November has passed. */
const ownershipOf = (meetings: readonly MeetingSummary[], relationship: Relationship) =>
  recentOwnership(meetings, relationship, ({ startLocal }) =>
    startLocal !== null && startLocal < '2026-12' ? startLocal : null,
  );

test('before anything was held there is no share', () => {
  const planned = heldOn('2026-12-02', { status: 'planned', agenda: [mine('a')] });
  expect(ownershipOf([planned], 'report')).toEqual({
    mine: 0,
    theirs: 0,
    theirShare: null,
    meetings: 0,
    isMostlyMine: false,
  });
});

test('the last six held meetings count, in whatever order they come', () => {
  const days = ['01', '02', '03', '04', '05', '06', '07'];
  const held = days.map((day) =>
    heldOn(`2026-11-${day}`, { agenda: [day === '01' ? mine(day) : theirs(day)] }),
  );
  const skipped = heldOn('2026-11-08', { status: 'skipped', agenda: [mine('never')] });
  for (const meetings of [[...held, skipped], [skipped, ...held].toReversed()]) {
    expect(ownershipOf(meetings, 'report')).toMatchObject({ mine: 0, theirs: 6, meetings: 6 });
  }
});

test('a plan whose time has passed counts where something was on it', () => {
  const held = heldOn('2026-11-01', { agenda: [theirs('a')] });
  const passed = heldOn('2026-11-08', { status: 'planned', agenda: [mine('b')] });
  const empty = heldOn('2026-11-15', { status: 'planned' });
  expect(ownershipOf([held, passed, empty], 'report')).toMatchObject({
    ...{ mine: 1, theirs: 1, meetings: 2 },
  });
});

test('a point that was carried on counts once', () => {
  const at = '2026-11-02T10:30:00Z';
  const left = { ...mine('a'), leftAs: { kind: 'carried', toMeetingId: 'meeting-x', at } as const };
  const carried = { ...mine('a'), carryCount: 1, discussedAt: '2026-11-09T10:10:00Z' };
  const meetings = [
    heldOn('2026-11-02', { agenda: [left, theirs('b')] }),
    heldOn('2026-11-09', { agenda: [carried] }),
  ];
  expect(ownershipOf(meetings, 'report')).toMatchObject({
    mine: 1,
    theirs: 1,
    theirShare: 0.5,
  });
});

test("a template's points and private ones do not count", () => {
  const agenda = [
    pointWith({ id: 'a', origin: { kind: 'template', templateId: 'weekly' } }),
    pointWith({ id: 'b', visibility: 'private' }),
    theirs('c'),
  ];
  expect(ownershipOf([heldOn('2026-11-02', { agenda })], 'report')).toMatchObject({
    mine: 0,
    theirs: 1,
  });
});

test('the hint comes above half mine, not at half', () => {
  const hintFor = (agenda: ReturnType<typeof mine>[]) =>
    ownershipOf([heldOn('2026-11-02', { agenda })], 'report').isMostlyMine;
  expect(hintFor([mine('a'), theirs('b')])).toBe(false);
  expect(hintFor([mine('a'), mine('b'), theirs('c')])).toBe(true);
});

test.each(['manager', 'mentor'] as const)(
  'with a %s the agenda is mine to fill',
  (relationship) => {
    const held = [heldOn('2026-11-02', { agenda: [mine('a')] })];
    expect(ownershipOf(held, relationship).isMostlyMine).toBe(false);
  },
);
