import { cp, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join, resolve } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createNoticeBoard } from '../notices/notice-board.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, sentenceOf, startServices, valueOf } from '../test-support/test-services.ts';
import { createResources } from './resources.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.temporary.dispose());

const checkId = 'career-fork';

test('both checks can be read', async () => {
  const { call } = services;
  expect(valueOf(await call['checks.read']({ checkId })).id).toBe(checkId);
  const managers = { checkId: 'managing-managers' } as const;
  expect(valueOf(await call['checks.read'](managers)).id).toBe('managing-managers');
});

test('a point goes on the next agenda, tagged, with the way back to the guide, and can be taken back', async () => {
  const { call } = services;
  const { personId } = await services.addSam();
  const sent = { checkId, pointId: 'what-for', personId } as const;
  expect(valueOf(await call['checks.placed'](sent))).toEqual([]);
  const { value, undo } = valueOf(await call['checks.sendPoint'](sent));
  expect(value.personName).toBe('Sam Okafor');
  const { meeting } = valueOf(await call['meetings.read']({ meetingId: value.meetingId }));
  expect(meeting.agenda.at(-1)).toMatchObject({
    ...{ addedBy: 'me', visibility: 'shared', stance: 'lead', topic: 'career' },
    text: 'What do you want the next job for, and what would it have to change?',
    origin: { kind: 'guide', pageId: 'career-fork', anchor: 'reasons-that-carry' },
  });
  expect(valueOf(await call['checks.placed'](sent))).toEqual([
    { pointId: 'what-for', meetingId: value.meetingId, startsAt: value.startsAt },
  ]);
  valueOf(await call['undo.undo']({ undoId: undo.id }));
  expect(valueOf(await call['checks.placed'](sent))).toEqual([]);
});

test('one that waits on an agenda is not sent again, in other words either', async () => {
  const { call } = services;
  const { personId } = await services.addSam();
  const sent = { checkId, pointId: 'what-for', personId } as const;
  const { meetingId } = valueOf(await call['checks.sendPoint'](sent)).value;
  const read = async () => valueOf(await call['meetings.read']({ meetingId })).meeting.agenda;
  const [point] = await read();
  const pointId = point?.id ?? '';
  valueOf(await call['meetings.changePoint']({ meetingId, pointId, text: 'The next job' }));
  expect(errorOf(await call['checks.sendPoint'](sent))).toBe('refused');
  expect(await read()).toHaveLength(1);
  const other = { ...sent, checkId: 'managing-managers', pointId: 'one-area' } as const;
  valueOf(await call['checks.sendPoint'](other));
  expect(await read()).toHaveLength(2);
  expect(valueOf(await call['checks.placed'](sent))).toHaveLength(1);
});

test('once it was talked about it can come up again', async () => {
  const { call } = services;
  const { personId } = await services.addSam();
  const sent = { checkId, pointId: 'what-for', personId } as const;
  const { meetingId } = valueOf(await call['checks.sendPoint'](sent)).value;
  const { meeting } = valueOf(await call['meetings.read']({ meetingId }));
  const pointId = meeting.agenda[0]?.id ?? '';
  valueOf(await call['meetings.changePoint']({ meetingId, pointId, isDiscussed: true }));
  expect(valueOf(await call['checks.placed'](sent))).toEqual([]);
  valueOf(await call['checks.sendPoint'](sent));
});

test('nobody, and a point that is not there, are sentences', async () => {
  const { call } = services;
  const { personId } = await services.addSam();
  const sent = { checkId, pointId: 'what-for', personId: 'nobody-000001' } as const;
  expect(errorOf(await call['checks.sendPoint'](sent))).toBe('not-found');
  expect(
    errorOf(await call['checks.sendPoint']({ ...sent, personId, pointId: 'no-such-point' })),
  ).toBe('not-found');
});

test('a file that cannot be used is a sentence that says where, and the other check goes on', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'evenkeel-checks-'));
  try {
    await cp(resolve(import.meta.dirname, '../../../resources'), folder, { recursive: true });
    await writeFile(join(folder, 'checks', 'career-fork.json'), '{"id": "career-fork"}');
    const resources = createResources(folder, createNoticeBoard());
    const broken = await resources.check('career-fork');
    expect(broken).toMatchObject({ ok: false, error: { code: 'unreadable' } });
    expect(sentenceOf(broken)).toContain('not usable at topic');
    expect((await resources.check('managing-managers')).ok).toBe(true);
  } finally {
    await rm(folder, { recursive: true, force: true });
  }
});
