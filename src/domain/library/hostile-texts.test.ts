import { expect, test } from 'vitest';
import { addressesIn } from './addresses.ts';
import { articleBody, readArticleHead } from './read-article.ts';
import { excerptOf } from './search-text.ts';

/** The time that reading takes must not grow with the square of the text, up to the longest one. */
const mostMilliseconds = 4000;

const row = (text: string, count = 60_000): string => text.repeat(count);
const keys = Array.from({ length: 20_000 }, (_, index) => `k${String(index)}: v`).join('\n');

test.each([
  ['a heading of marks that closes nothing', `# ${row('#')}x`],
  ['a heading of spaces', `# ${row(' ')}x`],
  ['front matter of many keys', `---\n${keys}\n---\n`],
  ['deep front matter', `---\na: ${row('[')}\n---\n`],
  ['brackets that are never closed', row('![')],
  ['links that are never closed', row('[a](')],
  ['pictures with brackets in their addresses', row('![a](<(')],
  ['definitions of nothing', row('\n[a')],
])('%s: the library reads it in a moment', (_what, text) => {
  const started = performance.now();
  const head = readArticleHead(text, 'a.md');
  const { markdown } = articleBody({ text, title: head.title, path: 'a.md' });
  addressesIn(markdown);
  excerptOf(markdown, 'not in it');
  expect(performance.now() - started).toBeLessThan(mostMilliseconds);
  expect(head.title).not.toBe('');
});
