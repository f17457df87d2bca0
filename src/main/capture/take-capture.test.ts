import { readFile, writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, beforeEach, expect, test } from 'vitest';
import { createFormatter } from '../../messages/format.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { startServices, valueOf } from '../test-support/test-services.ts';
import { createCaptureDesk } from './capture-desk.ts';
import { takeCapture } from './take-capture.ts';

let services: TestServices;
let count = 0;
const newId = (): string => `made-${(count += 1)}`;

beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.temporary.dispose());

const take = (text: string, person: string | null) => {
  const { clock, temporary, captures } = services;
  const format = createFormatter('en-GB');
  return takeCapture(
    { store: temporary.store, clock, newId, format, desk: captures },
    { text, person },
  );
};

async function agendaOf(seriesId: string): Promise<readonly string[]> {
  const plan = await services.call['meetings.plan']({
    seriesId,
    originalLocal: '2026-11-23T10:00',
  });
  return valueOf(plan).meeting.agenda.map(({ text }) => text);
}

test('a thought for somebody goes on the next agenda, which is made for it, and says where', async () => {
  const { seriesId } = await services.addSam();
  const taken = await take('  Holiday cover ', 'sam');
  expect(taken).toMatchObject({
    kind: 'noted',
    captured: { sentence: 'On the agenda of your 1:1 with Sam Okafor, Mon 23 Nov, 10:00' },
  });
  expect(await agendaOf(seriesId)).toEqual(['Holiday cover']);
});

test('what comes before a 1:1 that is planned far ahead is not passed over', async () => {
  const { seriesId } = await services.addSam();
  valueOf(await services.call['meetings.plan']({ seriesId, originalLocal: '2026-12-14T10:00' }));
  await take('Holiday cover', 'sam');
  expect(await agendaOf(seriesId)).toEqual(['Holiday cover']);
});

test('an agenda without a date is in the time zone of whom it is with', async () => {
  const ana = valueOf(await services.call['people.add']({ name: 'Ana', relationship: 'report' }));
  await services.call['people.change']({ personId: ana.id, timeZone: 'America/New_York' });
  await take('Roadmap', 'ana');
  const [meeting] = await services.temporary.store.list('meeting');
  expect(meeting).toMatchObject({ startLocal: null, timeZone: 'America/New_York' });
});

test('without any 1:1 to come it goes on the one without a date', async () => {
  await services.call['people.add']({ name: 'Kim Lee', relationship: 'peer' });
  const taken = await take('Roadmap', 'Kim');
  expect(taken.kind === 'noted' ? taken.captured.sentence : '').toBe(
    'On the agenda of your next 1:1 with Kim Lee, which has no date yet',
  );
});

test.each([
  ['robin', 'You meet nobody called robin.'],
  ['a', 'a could be Sam Okafor, Ada Past.'],
])('whom %s means has to be asked: the text is kept in the dialog', async (typed, problem) => {
  await services.addSam();
  await services.call['people.add']({ name: 'Ada Past', relationship: 'peer' });
  const taken = await take('Holiday cover', typed);
  expect(taken.kind === 'to-ask' ? taken.problem : '').toContain(problem);
  expect(await services.captures.shown()).toMatchObject({ text: 'Holiday cover', personId: null });
});

test('what is too long for a talking point is kept with its person', async () => {
  const { personId } = await services.addSam();
  expect(await take('x'.repeat(2001), 'Sam Okafor')).toMatchObject({ kind: 'to-ask' });
  expect(await services.captures.shown()).toMatchObject({ personId });
});

test('without text and person it is a dialog like any other', async () => {
  expect(await take('', null)).toEqual({ kind: 'to-ask', problem: null });
  expect(await services.captures.shown()).toMatchObject({ text: '', personId: null });
});

test('what is typed in the dialog is there after a crash', async () => {
  const folder = join(services.temporary.folder, 'local');
  const desk = createCaptureDesk({ folder, newId, report: () => undefined });
  await desk.open();
  const draft = await desk.shown();
  await desk.keep(draft?.id ?? '', { text: 'Half a tho', personId: null });
  const after = createCaptureDesk({ folder, newId, report: () => undefined });
  expect(await after.shown()).toMatchObject({ text: 'Half a tho' });
});

test('a file of drafts that cannot be read is put aside, not written over', async () => {
  const folder = join(services.temporary.folder, 'local');
  const path = join(folder, 'captures.json');
  await writeFile(path, '{"version": 1, "dra');
  const reported: unknown[] = [];
  const desk = createCaptureDesk({
    folder,
    newId: () => 'aside1',
    report: (problem) => reported.push(problem),
  });
  await desk.open();
  expect(await readFile(`${path}.unreadable-aside1`, 'utf8')).toBe('{"version": 1, "dra');
  expect(reported).toHaveLength(1);
});

test('the dialog saves, says where it went, and the way back takes it off again', async () => {
  const { seriesId, personId } = await services.addSam();
  await services.call['capture.open'](undefined);
  const draft = await services.captures.shown();
  const saved = valueOf(
    await services.call['capture.save']({
      draftId: draft?.id ?? '',
      text: 'Holiday cover',
      personId,
    }),
  );
  expect(saved.value.sentence).toBe(saved.undo.label);
  expect(await services.captures.shown()).toBeNull();
  expect(await agendaOf(seriesId)).toEqual(['Holiday cover']);
  await services.call['undo.undo']({ undoId: saved.undo.id });
  expect(await agendaOf(seriesId)).toEqual([]);
});

test('one that cannot be saved stays in the dialog', async () => {
  await services.call['capture.open'](undefined);
  const draft = await services.captures.shown();
  const id = draft?.id ?? '';
  await services.call['capture.keep']({ draftId: id, text: 'Holiday cover', personId: null });
  const saved = await services.call['capture.save']({
    draftId: id,
    text: 'Holiday cover',
    personId: 'person-gone',
  });
  expect(saved.ok).toBe(false);
  expect(await services.captures.shown()).toMatchObject({ text: 'Holiday cover' });
});

test('what is for somebody who was archived meanwhile stays in the dialog, with the reason', async () => {
  const { personId } = await services.addSam();
  await services.call['capture.open'](undefined);
  const draft = await services.captures.shown();
  valueOf(await services.call['people.archive']({ personId }));
  const saved = await services.call['capture.save']({
    ...{ draftId: draft?.id ?? '', text: 'Holiday cover', personId },
  });
  expect(saved.ok ? '' : saved.error.message).toMatch(/^Sam Okafor is in the archive/);
  expect(await services.captures.shown()).not.toBeNull();
  expect(await services.temporary.store.list('meeting')).toEqual([]);
});
