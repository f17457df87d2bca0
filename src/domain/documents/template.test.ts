import { expect, test } from 'vitest';
import { titleOfTemplate } from './template.ts';

const withHead = (...lines: readonly string[]): string => ['---', ...lines, '---', ''].join('\n');

test.each([
  [withHead('id: weekly', 'title: Weekly 1:1', 'order: 1'), 'Weekly 1:1'],
  [withHead('title: "Hard talk"'), 'Hard talk'],
  [withHead("title: ' First week '"), 'First week'],
  ['\uFEFF---\r\ntitle: Weekly\r\n---\r\n', 'Weekly'],
  // Half-written.
  ['---\ntitle: Weekly', 'Weekly'],
])('%j calls itself %s', (text, title) => {
  expect(titleOfTemplate(text)).toBe(title);
});

test.each(['', '# Weekly', withHead('title:'), withHead('subtitle: Weekly'), 'title: Weekly'])(
  '%j has no title',
  (text) => {
    expect(titleOfTemplate(text)).toBeNull();
  },
);

test('a title below the front matter is none', () => {
  expect(titleOfTemplate(`${withHead('id: weekly')}title: Weekly`)).toBeNull();
});
