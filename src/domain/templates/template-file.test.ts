import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { parseTemplate } from './template-file.ts';
import type { Template } from './template-file.ts';
import { anyMarkup } from '../test-text/any-markup.ts';

const folder = new URL('../../../resources/templates/', import.meta.url);
const head = `---
id: mine
title: Mine
summary: For a test.
when: Now.
durationMinutes: 20
order: 3
---
`;

function problemOf(text: string): string {
  const result = parseTemplate('mine', text);
  return result.ok ? 'no problem' : result.problem;
}

function valueOf(text: string): Template {
  const result = parseTemplate('mine', text);
  if (!result.ok) throw new Error(result.problem);
  return result.value;
}

test('the template in the README is one that can be used', () => {
  const readme = readFileSync(new URL('README.md', folder), 'utf8');
  const [, example] = /```markdown\n([\s\S]*?)```/.exec(readme) ?? [];
  expect(parseTemplate('weekly', example ?? '')).toMatchObject({
    ok: true,
    value: {
      sections: [
        {
          prompts: [expect.stringMatching(/^A prompt/)],
          points: [expect.stringMatching(/^A point/)],
        },
      ],
      avoid: [expect.stringMatching(/^Shown/)],
    },
  });
});

describe('a template', () => {
  test('tells prompts from points by the task box, ticked or not', () => {
    expect(valueOf(`${head}## One\n\n- prompt\n- [ ] point\n* [x] ticked\n1. numbered\n`)).toEqual({
      id: 'mine',
      title: 'Mine',
      summary: 'For a test.',
      when: 'Now.',
      durationMinutes: 20,
      order: 3,
      sections: [
        {
          heading: 'One',
          stance: null,
          prompts: ['prompt', 'numbered'],
          points: ['point', 'ticked'],
        },
      ],
      avoid: [],
    });
  });

  test('takes a line of text as a prompt and joins what was wrapped', () => {
    const { sections } = valueOf(`${head}## One\n\nA line\nwrapped.\n\n- an item\n  wrapped\n`);
    expect(sections[0]?.prompts).toEqual(['A line wrapped.', 'an item wrapped']);
  });

  test('lets an item inside an item stand for itself', () => {
    const { sections } = valueOf(`${head}## One\n\n- outer\n  - [ ] inner\n`);
    expect(sections).toEqual([
      { heading: 'One', stance: null, prompts: ['outer'], points: ['inner'] },
    ]);
  });

  test('keeps the mark-up inside a line', () => {
    const { sections } = valueOf(`${head}## One\n\n- [ ] ask **twice**, see [this](https://a.b)\n`);
    expect(sections[0]?.points).toEqual(['ask **twice**, see [this](https://a.b)']);
  });

  test.each([
    ['Steady #manage', 'Steady', 'manage'],
    ['Forward  #lead', 'Forward', 'lead'],
    ['Small talk #neither', 'Small talk', 'none'],
    ['Forward #leading', 'Forward #leading', null],
    ['The #lead in C', 'The #lead in C', null],
  ])('says in “%s” what its points are mostly about', (written, heading, stance) => {
    const { sections } = valueOf(`${head}## ${written}\n\n- [ ] point\n`);
    expect(sections).toEqual([{ heading, stance, prompts: [], points: ['point'] }]);
  });

  test('refuses a heading that is nothing but a stance', () => {
    expect(problemOf(`${head}## #lead\n`)).toContain('A section has no heading text.');
  });

  test('may have a section with nothing in it', () => {
    expect(valueOf(`${head}## Notes\n`).sections).toEqual([
      { heading: 'Notes', stance: null, prompts: [], points: [] },
    ]);
  });

  test('need not repeat its id, nor say its place', () => {
    const { id, order } = valueOf(`${head.replace(/^(id|order): .+\n/gm, '')}## One\n`);
    expect(id).toBe('mine');
    expect(order).toBeGreaterThan(valueOf(`${head}## One\n`).order);
  });

  test('keeps what not to do apart from the agenda', () => {
    const { sections, avoid } = valueOf(
      `${head}## One\n\n## What not to do\n\n- [ ] rush\n- drift\n`,
    );
    expect(sections.map(({ heading }) => heading)).toEqual(['One']);
    expect(avoid).toEqual(['drift', 'rush']);
  });
});

describe('a template that is not usable', () => {
  test.each([
    ['no front matter', '## One\n', /does not begin with front matter/],
    ['another id', head.replace('id: mine', 'id: yours') + '## One\n', /calls itself "yours"/],
    ['no title', head.replace('title: Mine\n', '') + '## One\n', /Its title is not usable/],
    ['a duration in words', head.replace('20', 'twenty') + '## One\n', /Its durationMinutes is/],
    ['an unknown key', head.replace('order', 'colour: red\norder') + '## One\n', /Its colour is/],
    ['no section', head, /has no section/],
    ['only what not to do', `${head}## What not to do\n\n- rush\n`, /has no section/],
    ['a heading of another level', `${head}### One\n`, /"One" is not a second-level heading/],
    ['an empty heading', `${head}##\n`, /A section has no heading text/],
    ['text before the first section', `${head}Hello.\n\n## One\n`, /"Hello\." stands before/],
    ['a table', `${head}## One\n\n|a|\n|-|\n|b|\n`, /may stand under "One"/],
  ])('says why in a sentence that names it: %s', (_name, text, reason) => {
    expect(problemOf(text)).toMatch(/^The template "mine" is not usable\. .+\.$/);
    expect(problemOf(text)).toMatch(reason);
  });

  test.each([
    ['another id', head.replace('id: mine', 'id: yours') + '## One\n', 2],
    ['no title', head.replace('title: Mine\n', '') + '## One\n', null],
    ['an empty title', head.replace('title: Mine', 'title:') + '## One\n', 3],
    ['a duration in words', head.replace('20', 'twenty') + '## One\n', 6],
    ['a table', `${head}## One\n\n|a|\n|-|\n|b|\n`, 11],
    [
      'a table, with line ends of Windows',
      `${head}## One\n\n|a|\n|-|\n`.replaceAll('\n', '\r\n'),
      11,
    ],
    ['a heading behind a list', `${head}## One\n\n- a\n  - b\n\n# Two\n`, 14],
  ])('says where: %s', (_name, text, line) => {
    expect(parseTemplate('mine', text)).toMatchObject({ ok: false, line });
  });

  test('says the same without its name, for where it is known', () => {
    expect(parseTemplate('mine', '## One')).toMatchObject({
      reason: 'The file does not begin with front matter (a line of ---).',
    });
  });

  test.each([
    ['title: Mine\n', '', 'Its title is not usable: it is missing.'],
    ['title: Mine', 'title: [a]', 'Its title is not usable: it is not a line of text.'],
    ['order: 3', 'colour: red', 'Its colour is not usable: there is no such line.'],
    [
      '20',
      '2',
      'Its durationMinutes is not usable: it is a whole number of minutes from 5 to 480.',
    ],
  ])('says it in plain words: %j as %j', (from, to, reason) => {
    expect(parseTemplate('mine', `${head.replace(from, to)}## One\n`)).toMatchObject({ reason });
  });

  test('never throws', () => {
    fc.assert(
      fc.property(anyMarkup, anyMarkup, (start, body) => {
        expect(typeof parseTemplate('mine', start + body).ok).toBe('boolean');
        expect(typeof parseTemplate('mine', head + body).ok).toBe('boolean');
      }),
    );
  });
});
