import { describe, expect, test } from 'vitest';
import type { TemplateDocument } from '../documents/template.ts';
import { fc } from '../test-laws/fast-check.ts';
import { anyMarkup } from '../test-text/any-markup.ts';
import { parseTemplate } from './template-file.ts';
import type { ShippedTemplate } from './template-list.ts';
import { listTemplates } from './template-list.ts';

const textOf = (title: string, more = ''): string =>
  `---\n${more}title: ${title}\nsummary: S.\nwhen: W.\ndurationMinutes: 30\n---\n\n## One\n\n- [ ] Point\n`;

const shipped: readonly ShippedTemplate[] = ['weekly', 'career'].map((id, place) => {
  const text = textOf(`The ${id}`, `id: ${id}\norder: ${String(place + 1)}\n`);
  return { id, text, parsed: parseTemplate(id, text) };
});

const document = (
  id: string,
  text: string,
  more: Partial<TemplateDocument> = {},
): TemplateDocument => ({
  kind: 'template',
  version: 1,
  id,
  replaces: null,
  text,
  createdAt: '2026-11-23T09:00:00Z',
  ...more,
});

const outline = (documents: readonly TemplateDocument[]) =>
  listTemplates(shipped, documents).map(({ id, source, title }) => [id, source, title]);

test('without anything of the user, it is what ships', () => {
  expect(outline([])).toEqual([
    ['weekly', 'shipped', 'The weekly'],
    ['career', 'shipped', 'The career'],
  ]);
});

test('a change keeps the place and the id, and the own ones follow by title', () => {
  const documents = [
    document('template-b', textOf('Zebra')),
    document('template-a', textOf('Antelope')),
    document('template-w', textOf('My weekly', 'id: weekly\norder: 9\n'), { replaces: 'weekly' }),
  ];
  expect(outline(documents)).toEqual([
    ['weekly', 'changed', 'My weekly'],
    ['career', 'shipped', 'The career'],
    ['template-a', 'own', 'Antelope'],
    ['template-b', 'own', 'Zebra'],
  ]);
  const [weekly] = listTemplates(shipped, documents);
  expect(weekly?.documentId).toBe('template-w');
  expect(weekly?.parsed).toMatchObject({ ok: true, value: { id: 'weekly' } });
});

test('of two changes of the same template the later one counts, and the other is not lost', () => {
  const documents = [
    document('template-2', textOf('Later'), {
      replaces: 'weekly',
      createdAt: '2026-11-24T09:00:00Z',
    }),
    document('template-1', textOf('Earlier'), { replaces: 'weekly' }),
  ];
  expect(outline(documents)).toEqual([
    ['weekly', 'changed', 'Later'],
    ['career', 'shipped', 'The career'],
    ['template-1', 'own', 'Earlier'],
  ]);
});

test('a change of what does not ship any more is one of the own, under the id it is known by', () => {
  expect(outline([document('template-1', textOf('Old'), { replaces: 'quarterly' })])).toEqual([
    ['weekly', 'shipped', 'The weekly'],
    ['career', 'shipped', 'The career'],
    ['quarterly', 'own', 'Old'],
  ]);
});

test('one that cannot be used is there, by its name, with the reason', () => {
  const text = '---\ntitle: Half-written\n---\n';
  expect(listTemplates(shipped, [document('template-1', text)]).at(-1)).toMatchObject({
    id: 'template-1',
    title: 'Half-written',
    text,
    parsed: { ok: false, reason: 'Its summary is not usable: it is missing.' },
  });
});

describe('whatever the user has written', () => {
  const documents = fc.uniqueArray(
    fc.record({
      id: fc.stringMatching(/^template-[a-z]{4}$/),
      text: fc.oneof(anyMarkup, fc.constant(textOf('Fine'))),
      replaces: fc.constantFrom(null, 'weekly', 'career', 'quarterly'),
      createdAt: fc.constantFrom('2026-11-23T09:00:00Z', '2026-11-24T09:00:00Z'),
    }),
    { selector: ({ id }) => id, maxLength: 6 },
  );

  test('every document is listed once, every shipped id too, and no id twice', () => {
    fc.assert(
      fc.property(documents, (given) => {
        const entries = listTemplates(
          shipped,
          given.map(({ id, text, ...more }) => document(id, text, more)),
        );
        const listed = entries.flatMap(({ documentId }) => documentId ?? []);
        expect(listed.toSorted()).toEqual(given.map(({ id }) => id).toSorted());
        const ids = entries.map(({ id }) => id);
        expect(new Set(ids).size).toBe(ids.length);
        expect(ids.slice(0, 2)).toEqual(['weekly', 'career']);
        for (const { id, parsed } of entries) if (parsed.ok) expect(parsed.value.id).toBe(id);
      }),
    );
  });
});
