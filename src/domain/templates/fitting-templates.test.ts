import { expect, test } from 'vitest';
import type { MeetingSituation } from './fitting-templates.ts';
import { fittingTemplates } from './fitting-templates.ts';

const available = ['weekly', 'first-week', 'career', 'skip-level', 'return', 'template-own'];
const usual: MeetingSituation = {
  relationship: 'report',
  daysSinceLast: 7,
  lastTemplateId: null,
};
const idsFor = (situation: Partial<MeetingSituation>, from = available): readonly string[] =>
  fittingTemplates({ ...usual, ...situation }, from).map(({ templateId }) => templateId);

test.each<[string, Partial<MeetingSituation>, readonly string[]]>([
  ['a usual week', {}, ['weekly']],
  ['the first 1:1 with a report', { daysSinceLast: null }, ['first-week', 'weekly']],
  ['the first 1:1 with a peer', { daysSinceLast: null, relationship: 'peer' }, ['weekly']],
  ['a skip-level', { relationship: 'skip-level' }, ['skip-level', 'weekly']],
  ['six weeks apart', { daysSinceLast: 42 }, ['return', 'weekly']],
  ['not quite six weeks', { daysSinceLast: 41 }, ['weekly']],
  ['one used last time', { lastTemplateId: 'template-own' }, ['template-own', 'weekly']],
  ['weekly last time', { lastTemplateId: 'weekly' }, ['weekly']],
  ['one that was removed since', { lastTemplateId: 'template-gone' }, ['weekly']],
])('%s', (_name, situation, ids) => {
  expect(idsFor(situation)).toEqual(ids);
});

test('what was used last says so, even where it is the weekly one', () => {
  const [first] = fittingTemplates({ ...usual, lastTemplateId: 'weekly' }, available);
  expect(first?.reason).toEqual({ kind: 'used-last' });
});

test('at most three are offered, and none that cannot be used', () => {
  const all: Partial<MeetingSituation> = {
    relationship: 'skip-level',
    daysSinceLast: 90,
    lastTemplateId: 'career',
  };
  expect(idsFor(all)).toEqual(['skip-level', 'return', 'career']);
  expect(idsFor(all, ['weekly', 'career'])).toEqual(['career', 'weekly']);
  expect(idsFor(all, [])).toEqual([]);
});
