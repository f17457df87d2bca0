import { describe, expect, test } from 'vitest';
import { titleOfTemplate } from '../documents/template.ts';
import { fc } from '../test-laws/fast-check.ts';
import { anyMarkup } from '../test-text/any-markup.ts';
import { parseTemplate } from './template-file.ts';
import { copyTemplateText, freeTitle, newTemplateText } from './template-text.ts';

const words = {
  title: 'Pairing: an hour',
  summary: 'Two at one keyboard.',
  when: 'When somebody is "stuck".',
  heading: 'Begin',
  prompt: 'Who drives?',
  point: 'What we want to have by the end',
  avoid: 'Do not take the keyboard.',
};

test('a new template can be used, whatever signs its words have', () => {
  expect(parseTemplate('template-1', newTemplateText(words))).toMatchObject({
    ok: true,
    value: {
      id: 'template-1',
      title: words.title,
      when: words.when,
      sections: [
        { heading: 'Begin', stance: null, prompts: [words.prompt], points: [words.point] },
      ],
      avoid: [words.avoid],
    },
  });
});

describe('a copy', () => {
  const text = `---\nid: weekly\ntitle: Weekly 1:1\nsummary: S.\nwhen: W.\ndurationMinutes: 30\norder: 1\n---\n\n## id: kept\n\n- title: kept\n`;

  test('has a title of its own, and neither the id nor the place of the first', () => {
    const copy = copyTemplateText(text, 'Weekly: mine');
    expect(copy).not.toMatch(/^(id|order):/m);
    expect(parseTemplate('template-1', copy)).toMatchObject({
      ok: true,
      value: { title: 'Weekly: mine', sections: [{ heading: 'id: kept' }] },
    });
  });

  test('of what cannot be used keeps all of it', () => {
    fc.assert(
      fc.property(anyMarkup, (body) => {
        const copy = copyTemplateText(`---\ntitle: A\n---\n${body}`, 'B');
        expect(titleOfTemplate(copy)).toBe('B');
        expect(copy.endsWith(body.replaceAll(/\r\n|\r/g, '\n'))).toBe(true);
      }),
    );
    expect(copyTemplateText('no front matter', 'B')).toBe('no front matter');
    expect(copyTemplateText('---\nid: open\n', 'B')).toBe('---\nid: open\n');
  });
});

test('a title that is taken gets a number', () => {
  expect(freeTitle('New template', [])).toBe('New template');
  expect(freeTitle('New template', ['New template', 'New template 2'])).toBe('New template 3');
});
