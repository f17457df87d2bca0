import { readFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { decisionWith } from '../../domain/decision/test-data/decision-with.ts';
import { put, write } from './acts.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;
let call: TestServices['call'];
let desk: TestServices['desk'];
let meetingId: string;

beforeEach(async () => {
  services = await startServices();
  ({ call, desk } = services);
  meetingId = await services.planNext();
  const point = { meetingId, addedBy: 'me', text: 'The migration' } as const;
  await call['meetings.addPoint']({ ...point, visibility: 'shared' });
  await call['meetings.addPoint']({ ...point, text: 'Pay', visibility: 'private' });
  await call['meetings.writeNotes']({ meetingId, notes: 'It slips.', privateNotes: 'tired' });
  desk.route = `#/meetings/${meetingId}/share`;
});
afterEach(() => services.temporary.dispose());

const markdown = `# 1:1 with Sam Okafor

23 November 2026 at 10:00

## Agenda

- [ ] The migration

## Notes

It slips.
`;

test('what is shared can be read, and how much stays here', async () => {
  const share = valueOf(await call['share.read']({ meetingId }));
  expect(share).toMatchObject({ markdown, leftOut: { points: 1, actions: 0 } });
});

test('it is copied as Markdown', async () => {
  valueOf(await call['share.copy']({ meetingId }));
  expect(desk.copied).toBe(markdown);
});

test('it is saved where the user says, under a name that says what it is', async () => {
  desk.savesAs = join(services.temporary.folder, 'chosen.md');
  const saved = valueOf(await call['share.save']({ meetingId, format: 'markdown' }));
  expect(saved).toEqual({ path: desk.savesAs });
  expect(desk.offeredName).toBe('1-1 Sam Okafor 2026-11-23.md');
  expect(await readFile(desk.savesAs, 'utf8')).toBe(markdown);
});

test('a user who thinks better of it saves nothing', async () => {
  expect(valueOf(await call['share.save']({ meetingId, format: 'pdf' }))).toBeNull();
});

test('the PDF is of the page as it was when it was asked for', async () => {
  desk.savesAs = join(services.temporary.folder, 'chosen.pdf');
  valueOf(await call['share.save']({ meetingId, format: 'pdf' }));
  expect(await readFile(desk.savesAs, 'utf8')).toBe(`%PDF of ${desk.route ?? ''}`);
});

test('while the window is elsewhere, with private things perhaps, nothing is put on paper', async () => {
  for (const route of [null, '#/', `#/meetings/${meetingId}`, '#/meetings/other-one/share']) {
    desk.route = route;
    expect(errorOf(await call['share.print']({ meetingId }))).toBe('invalid');
    expect(errorOf(await call['share.save']({ meetingId, format: 'pdf' }))).toBe('invalid');
  }
  expect(desk.printed).toEqual([]);
});

test('a window that goes elsewhere while the PDF is made gets none', async () => {
  desk.savesAs = join(services.temporary.folder, 'chosen.pdf');
  desk.goesTo = `#/meetings/${meetingId}`;
  expect(errorOf(await call['share.save']({ meetingId, format: 'pdf' }))).toBe('invalid');
  await expect(readFile(desk.savesAs)).rejects.toThrow('ENOENT');
});

test('a promise that came from a private point stays here, though its meeting is deleted', async () => {
  const { meeting } = valueOf(await call['meetings.read']({ meetingId }));
  const pay = meeting.agenda.find(({ text }) => text === 'Pay')?.id ?? '';
  services.clock.set('2026-11-23T09:40:00Z');
  const fate = { kind: 'action', pointId: pay, owner: 'me', dueOn: null } as const;
  const rest = { actions: [], feedback: [], deliveredFeedbackIds: [], nextTime: null };
  valueOf(await call['meetings.wrapUp']({ meetingId, points: [fate], ...rest }));
  valueOf(await call['meetings.delete']({ meetingId }));
  const planned = { seriesId: meeting.seriesId ?? '', originalLocal: '2026-11-30T10:00' };
  const next = valueOf(await call['meetings.plan'](planned)).meeting;
  expect(next.actionItems).toMatchObject([{ text: 'Pay' }]);
  const share = valueOf(await call['share.read']({ meetingId: next.id }));
  expect(share.markdown).not.toContain('Pay');
  expect(share.leftOut).toMatchObject({ actions: 1 });
});

test('a point that was made private where it moved on to does not leave by where it was', async () => {
  const { meeting } = valueOf(await call['meetings.read']({ meetingId }));
  const pointId = meeting.agenda.find(({ text }) => text === 'The migration')?.id ?? '';
  const rest = { actions: [], feedback: [], deliveredFeedbackIds: [], nextTime: null };
  valueOf(await call['meetings.wrapUp']({ meetingId, points: [], ...rest }));
  expect(valueOf(await call['share.read']({ meetingId })).markdown).toContain('The migration');
  const planned = { seriesId: meeting.seriesId ?? '', originalLocal: '2026-11-30T10:00' };
  const next = valueOf(await call['meetings.plan'](planned)).meeting.id;
  await call['meetings.changePoint']({ meetingId: next, pointId, visibility: 'private' });
  const share = valueOf(await call['share.read']({ meetingId }));
  expect(share.markdown).not.toContain('The migration');
  expect(share.leftOut.points).toBe(2);
});

test('a promise that the helper sent stays here, though it was sent before it said so', async () => {
  const { store } = services.temporary;
  const { meeting } = valueOf(await call['meetings.read']({ meetingId }));
  const promised = { meetingId, text: 'Step back', owner: 'me', dueOn: null } as const;
  const { id: itemId } = valueOf(await call['meetings.addAction'](promised));
  expect(valueOf(await call['share.read']({ meetingId })).markdown).toContain('Step back');
  const sent = [
    { id: 'sent-000001', moveId: 'step-back', meetingId, itemId, kind: 'action' as const },
  ];
  const document = decisionWith({ id: 'decision-000001', personId: meeting.personId, sent });
  await store.act(() =>
    Promise.resolve({ act: { label: 'x', changes: [{ kind: 'put', document }] }, value: null }),
  );
  const share = valueOf(await call['share.read']({ meetingId }));
  expect(share.markdown).not.toContain('Step back');
  expect(share.leftOut.actions).toBe(1);
});

test('the page of the share is printed', async () => {
  valueOf(await call['share.print']({ meetingId }));
  expect(desk.printed).toEqual([desk.route]);
});

test('what cannot be done is said, and nothing else happens', async () => {
  desk.savesAs = join(services.temporary.folder, 'no-folder', 'chosen.md');
  expect(errorOf(await call['share.save']({ meetingId, format: 'markdown' }))).toBe('unavailable');
  desk.isBroken = true;
  expect(errorOf(await call['share.copy']({ meetingId }))).toBe('unavailable');
  expect(errorOf(await call['share.print']({ meetingId }))).toBe('unavailable');
  expect(errorOf(await call['share.save']({ meetingId, format: 'pdf' }))).toBe('unavailable');
  expect(errorOf(await call['share.read']({ meetingId: 'not-there' }))).toBe('not-found');
});

test('notes that were typed while others came in are kept with them', async () => {
  const typed = { meetingId, notes: 'It slips.\nBy a day.', notesBefore: 'Nothing yet.' };
  const { notes } = valueOf(await call['meetings.writeNotes'](typed));
  expect(notes.split('\n').sort()).toEqual(['By a day.', 'It slips.']);
});

test('a 1:1 that its series moved bears the date to which it was moved', async () => {
  const meeting = await services.temporary.store.read('meeting', meetingId);
  const { seriesId, originalLocal } = meeting ?? {};
  const series = await services.temporary.store.read('series', seriesId ?? '');
  if (series === null || typeof originalLocal !== 'string') throw new Error('It is of no series.');
  const to = { startLocal: '2026-11-25T15:00', durationMinutes: 30 };
  // As another computer would move it, which does not know of the plan.
  const exceptions = [{ kind: 'moved' as const, originalLocal, ...to }];
  await services.temporary.store.act(() =>
    Promise.resolve(write('Moved', [put({ ...series, exceptions })], null)),
  );
  const share = valueOf(await call['share.read']({ meetingId }));
  expect(share.onDate).toBe('2026-11-25');
  expect(share.markdown).toContain('25 November 2026 at 15:00');
});
