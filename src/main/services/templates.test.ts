import { afterEach, beforeEach, expect, test } from 'vitest';
import type { TemplateSummary } from '../../ipc/views.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';

let services: TestServices;

beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.temporary.dispose());

const list = async (): Promise<readonly TemplateSummary[]> =>
  valueOf(await services.call['templates.list'](undefined));
const textOf = async (templateId: string): Promise<string> =>
  valueOf(await services.call['templates.read']({ templateId })).text;

test('a new template can be used at once, and the next has a name of its own', async () => {
  const { call } = services;
  const first = valueOf(await call['templates.add'](undefined));
  expect(first.summary).toMatchObject({ source: 'own', title: 'New template', isUsable: true });
  expect(first.sections).toHaveLength(1);
  const second = valueOf(await call['templates.add'](undefined));
  expect(second.summary.title).toBe('New template 2');
  expect((await list()).map(({ source }) => source).slice(-3)).toEqual(['shipped', 'own', 'own']);
});

test('a shipped template is changed by a document that stands in for it, and reset', async () => {
  const { call } = services;
  const shipped = await textOf('weekly');
  const changed = shipped.replace('title: Weekly 1:1', 'title: Our Tuesday');
  valueOf(await call['templates.save']({ templateId: 'weekly', text: changed }));
  valueOf(await call['templates.save']({ templateId: 'weekly', text: `${changed}\n` }));
  const [weekly] = await list();
  expect(weekly).toMatchObject({ id: 'weekly', source: 'changed', title: 'Our Tuesday' });
  expect(await list()).toHaveLength(11);
  const { undo } = valueOf(await call['templates.reset']({ templateId: 'weekly' }));
  expect(await textOf('weekly')).toBe(shipped);
  valueOf(await call['undo.undo']({ undoId: undo.id }));
  expect(await textOf('weekly')).toBe(`${changed}\n`);
});

test('a text that cannot be used is kept, and listed with the reason', async () => {
  const { call } = services;
  const { summary } = valueOf(await call['templates.add'](undefined));
  const text = '---\ntitle: Half-written\n---\n\nHello.\n';
  valueOf(await call['templates.save']({ templateId: summary.id, text }));
  expect(await textOf(summary.id)).toBe(text);
  expect((await list()).at(-1)).toMatchObject({
    title: 'Half-written',
    isUsable: false,
    reason: 'Its summary is not usable: it is missing.',
  });
  const meetingId = await services.planNext();
  const applied = await call['meetings.applyTemplate']({ meetingId, templateId: summary.id });
  expect(errorOf(applied)).toBe('unreadable');
  const after = await services.restarted();
  expect(valueOf(await after['templates.read']({ templateId: summary.id })).text).toBe(text);
});

test('saving what is there already writes nothing', async () => {
  const { call } = services;
  valueOf(await call['templates.save']({ templateId: 'weekly', text: await textOf('weekly') }));
  expect((await list())[0]).toMatchObject({ id: 'weekly', source: 'shipped' });
});

test('a copy stands beside the first, and both can be changed apart', async () => {
  const { call } = services;
  const copy = valueOf(await call['templates.duplicate']({ templateId: 'career' }));
  expect(copy.summary).toMatchObject({ source: 'own', isUsable: true });
  expect(copy.summary.title).toMatch(/ \(copy\)$/);
  const other = valueOf(await call['templates.duplicate']({ templateId: 'career' }));
  expect(other.summary.title).toBe(`${copy.summary.title ?? ''} 2`);
  const text = `${copy.text}\n## One more\n`;
  valueOf(await call['templates.save']({ templateId: copy.summary.id, text }));
  expect(await textOf('career')).not.toContain('One more');
  expect(await textOf(other.summary.id)).not.toContain('One more');
});

test('one of the own fills an agenda, which outlives it', async () => {
  const { call } = services;
  const { summary } = valueOf(await call['templates.add'](undefined));
  const meetingId = await services.planNext();
  const meeting = valueOf(
    await call['meetings.applyTemplate']({ meetingId, templateId: summary.id }),
  );
  expect(meeting.templateId).toBe(summary.id);
  const { undo } = valueOf(await call['templates.remove']({ templateId: summary.id }));
  expect(errorOf(await call['templates.read']({ templateId: summary.id }))).toBe('not-found');
  expect(valueOf(await call['meetings.read']({ meetingId })).meeting.agenda).toHaveLength(1);
  valueOf(await call['undo.undo']({ undoId: undo.id }));
  expect((await list()).at(-1)?.id).toBe(summary.id);
});

test('what ships is not removed, what is own is not reset, and each says so', async () => {
  const { call } = services;
  const { summary } = valueOf(await call['templates.add'](undefined));
  const results = [
    await call['templates.remove']({ templateId: 'weekly' }),
    await call['templates.reset']({ templateId: 'weekly' }),
    await call['templates.reset']({ templateId: summary.id }),
  ];
  expect(results.map(errorOf)).toEqual(['invalid', 'invalid', 'invalid']);
  expect(await list()).toHaveLength(12);
});

test('what was removed meanwhile is not made anew by saving', async () => {
  const { call } = services;
  const { summary } = valueOf(await call['templates.add'](undefined));
  valueOf(await call['templates.remove']({ templateId: summary.id }));
  const saved = await call['templates.save']({ templateId: summary.id, text: 'x' });
  expect(saved).toMatchObject({ ok: false, error: { code: 'not-found' } });
  expect(await list()).toHaveLength(11);
});

test('the first 1:1 with a report is offered the first week, the next what was used', async () => {
  const { call } = services;
  const { seriesId } = await services.addSam();
  const meetingOn = async (originalLocal: string): Promise<string> =>
    valueOf(await call['meetings.plan']({ seriesId, originalLocal })).meeting.id;
  const fittingOf = async (meetingId: string) =>
    valueOf(await call['templates.choices']({ meetingId })).fitting.map(({ template, reason }) => [
      template.id,
      reason.kind,
    ]);
  const first = await meetingOn('2026-11-23T10:00');
  expect(await fittingOf(first)).toEqual([
    ['first-week', 'first-meeting'],
    ['weekly', 'regular'],
  ]);
  valueOf(await call['meetings.applyTemplate']({ meetingId: first, templateId: 'career' }));
  const second = await meetingOn('2026-11-30T10:00');
  expect(await fittingOf(second)).toEqual([
    ['career', 'used-last'],
    ['weekly', 'regular'],
  ]);
  const { fitting, others } = valueOf(await call['templates.choices']({ meetingId: second }));
  expect(fitting.length + others.length).toBe(11);
});
