import { expect, test } from 'vitest';
import { renderMarkdown } from './render-markdown.ts';
import { mendText } from './show-html.ts';

const picture = `/library/${'0a'.repeat(32)}.png`;
const folder = {
  path: 'teams/on-call.md',
  targets: [
    { path: 'index.md', address: 'evenkeel:guide/article-1' },
    { path: 'pictures/my board.png', address: picture },
  ],
};
const shown = (markdown: string, isInFolder = true): HTMLElement => {
  const options = { headingOffset: 0, keepsLineBreaks: false, ...(isInFolder && { folder }) };
  const outcome = renderMarkdown(markdown, options);
  const root = document.createElement('div');
  root.innerHTML = outcome.ok ? outcome.html : '';
  mendText(root);
  return root;
};

test('a link to a document of the folder leads there, and to its heading', () => {
  const root = shown('[a](../index.md) [b](<../index.md#How we%20plan>)');
  expect([...root.querySelectorAll('a')].map((link) => link.getAttribute('href'))).toEqual([
    '#/guide/article-1',
    '#/guide/article-1?at=how-we-plan',
  ]);
});

test('a kept picture of the folder is shown, with its words', () => {
  const image = shown('![Our *board*](../pictures/my%20board.png)').querySelector('img');
  expect(image?.getAttribute('src')).toBe(picture);
  expect(image?.alt).toContain('board');
});

test('what is not in the folder is words, and what is elsewhere a link', () => {
  const root = shown('![lost](lost.png) [gone](../../index.md) ![far](https://example.org/a.png)');
  expect(root.querySelector('img')).toBeNull();
  expect([...root.querySelectorAll('a')].map(({ textContent }) => textContent)).toEqual(['far']);
  expect(root.textContent).toContain('lost gone far');
});

test('a text from nowhere reaches no picture by its path', () => {
  expect(shown('![x](../pictures/my%20board.png)', false).querySelector('img')).toBeNull();
  expect(shown('![x](/library/../index.html)').querySelector('img')).toBeNull();
});
