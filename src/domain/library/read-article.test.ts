import { expect, test } from 'vitest';
import { articleBody, readArticleHead } from './read-article.ts';

const head = (text: string, path = 'notes/how-we_plan.md') => readArticleHead(text, path);

test('front matter says what a document is', () => {
  const text =
    '---\ntitle: Planning\ndescription: By the week\ntags: [team, "#plan", team]\n---\n# X';
  expect(head(text)).toEqual({
    ...{ title: 'Planning', description: 'By the week', tags: ['team', 'plan'], problem: null },
  });
  expect(head('---\ntags: one, two\n---\n').tags).toEqual(['one', 'two']);
});

test('without a title in it, the first heading counts, then the name of the file', () => {
  expect(head('---\nauthor: Sam\n---\n\n# How *we* plan #\n\nText').title).toBe('How we plan');
  expect(head('How we plan\n===\n').title).toBe('How we plan');
  expect(head('Only text').title).toBe('how we plan');
  expect(head('', '.md').title).toBe('.md');
});

test.each([
  ['not YAML', '---\ntitle: [\n---\n\nText'],
  ['not closed', '---\ntitle: A\n\nText'],
  ['of another shape', '---\ntags: { a: 1 }\n---\n\nText'],
  ['with aliases', '---\na: &a [x]\ntags: *a\n---\nText'],
])('front matter that is %s costs itself alone: the text stays', (_what, text) => {
  const article = head(text);
  expect(article).toMatchObject({ title: 'how we plan', tags: [], problem: 'front-matter' });
  const { markdown } = articleBody({ text, title: article.title, path: 'notes/how-we_plan.md' });
  expect(markdown).toBe(text);
});

test('a line at the beginning is no front matter', () => {
  const text = '---\nJust prose\n---\nMore';
  expect(head(text).problem).toBeNull();
  expect(articleBody({ text, title: 'T', path: 'a.md' }).markdown).toBe(text);
});

test('the title stands once, and other headings below it', () => {
  const body = (text: string) => articleBody({ text, title: 'Plan', path: 'a.md' });
  expect(body('---\ntitle: Plan\n---\n# Plan\n\n## One\n')).toEqual({
    ...{ markdown: '\n## One\n', headingOffset: 0 },
  });
  expect(body('# Another\n\nText')).toEqual({ markdown: '# Another\n\nText', headingOffset: 1 });
  expect(body('\uFEFF# Plan\r\n\r\nText').markdown).toBe('\nText');
});
