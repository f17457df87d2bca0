import { describe, expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { parseGuidePage } from './guide-page.ts';
import { anyMarkup } from '../test-text/any-markup.ts';

const head = `---
id: a-page
title: A page
order: 2
summary: One sentence.
points: ['2.1', '2.10']
evidence: [practice]
helper: [outcome]
sources:
  - title: A book
    authors: Somebody
    year: 2012
    note: Why it is here.
---
`;

function problemOf(text: string): string {
  const result = parseGuidePage('article', text);
  return result.ok ? 'no problem' : result.problem;
}

test('a page comes apart into its front matter and its text', () => {
  expect(parseGuidePage('article', `${head}\nText.\n\n## Part\n`)).toEqual({
    ok: true,
    value: {
      group: 'article',
      id: 'a-page',
      title: 'A page',
      order: 2,
      summary: 'One sentence.',
      points: ['2.1', '2.10'],
      evidence: ['practice'],
      helper: ['outcome'],
      sources: [{ title: 'A book', authors: 'Somebody', year: 2012, note: 'Why it is here.' }],
      markdown: 'Text.\n\n## Part',
    },
  });
});

test('a companion piece need not make points of the article', () => {
  const text = `${head.replace(/^points: .*\n/m, '')}Text.`;
  expect(parseGuidePage('companions', text)).toMatchObject({
    ok: true,
    value: { group: 'companions', points: [] },
  });
});

test('a template and a link of a source are optional', () => {
  const text = head
    .replace('sources:', 'template: weekly\nsources:')
    .replace('    year: 2012\n', '    url: https://example.org/book\n');
  expect(parseGuidePage('article', `${text}Text.`)).toMatchObject({
    ok: true,
    value: { template: 'weekly', sources: [{ url: 'https://example.org/book' }] },
  });
});

describe('a page that is not usable', () => {
  test.each([
    ['no front matter', 'Text.', 'The file does not begin with front matter (a line of ---).'],
    ['no text', head, 'The page has no text.'],
    [
      'a title in the text',
      `${head}# A page\n\nText.`,
      'The page has a first-level heading; its title is in the front matter.',
    ],
    [
      'a point that YAML would take for a number',
      `${head.replace("'2.10'", '2.10')}Text.`,
      "The page's points.1 is not usable: a point id stands in quotes.",
    ],
    [
      'a point of the wrong form',
      `${head.replace("'2.10'", "'2.0'")}Text.`,
      `The page's points.1 is not usable: a point id looks like "2.10".`,
    ],
  ])('says why: %s', (_name, text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  test.each([
    ['an id with a space', 'id: a-page', 'id: a page', 'id'],
    ['an unknown label', '[practice]', '[hearsay]', 'evidence.0'],
    ['an unknown key', 'order: 2', 'order: 2\ncolour: red', 'colour'],
    ['a missing title', 'title: A page\n', '', 'title'],
    ['a link that is not https', 'year: 2012', 'url: http://a.b', 'sources.0.url'],
  ])('names the place: %s', (_name, found, replacement, place) => {
    const problem = problemOf(`${head.replace(found, replacement)}Text.`);
    expect(problem).toMatch(/^The page's .+ is not usable: .+\.$/);
    expect(problem).toContain(`The page's ${place} is not usable`);
  });

  test('is never thrown at the caller', () => {
    fc.assert(
      fc.property(anyMarkup, anyMarkup, (start, body) => {
        expect(typeof parseGuidePage('article', start + body).ok).toBe('boolean');
        expect(typeof parseGuidePage('article', head + body).ok).toBe('boolean');
      }),
    );
  });
});
