import * as v from 'valibot';
import type { Article } from '../documents/article.ts';
import { readFrontMatter } from '../front-matter.ts';

/** What a Markdown file says of itself. */
export type ArticleHead = Pick<Article, 'title' | 'description' | 'tags' | 'problem'>;

const longestTitle = 300;
const longestHeading = 1000;
const longestTag = 60;
const mostTags = 30;

const headSchema = v.looseObject({
  title: v.optional(v.union([v.string(), v.number()])),
  description: v.optional(v.string()),
  tags: v.optional(v.union([v.string(), v.array(v.union([v.string(), v.number()]))])),
});

/**
 * Reads what a file says of itself: by its front matter, else by its first heading, else by its
 * name. What is wrong with the front matter costs that alone.
 */
export function readArticleHead(text: string, path: string): ArticleHead {
  const front = frontOf(text);
  const body = front.body;
  const called = [front.title, leadingHeading(body)?.title, nameOf(path)];
  const title = called.map((one) => oneLine(one ?? '', longestTitle)).find((one) => one !== '');
  return {
    title: title ?? path.trim(),
    description: oneLine(front.description, longestTitle),
    tags: front.tags,
    problem: front.isBroken ? 'front-matter' : null,
  };
}

/** The text below the title, which the screen shows by itself, and how far its headings move. */
export function articleBody({ text, title, path }: Pick<Article, 'text' | 'title' | 'path'>): {
  readonly markdown: string;
  readonly headingOffset: number;
} {
  const { body } = frontOf(text);
  const heading = leadingHeading(body);
  const isTitle = heading !== null && (heading.title === title || title === nameOf(path));
  const markdown = isTitle ? heading.rest : body;
  return { markdown, headingOffset: /^#[ \t]/m.test(markdown) ? 1 : 0 };
}

interface Front {
  readonly title: string;
  readonly description: string;
  readonly tags: string[];
  readonly isBroken: boolean;
  readonly body: string;
}

function frontOf(text: string): Front {
  const plain = text.replace(/^\uFEFF/, '').replaceAll(/\r\n?/g, '\n');
  const without = { title: '', description: '', tags: [], isBroken: false, body: plain };
  if (!/^---[ \t]*\n/.test(plain)) return without;
  const file = readFrontMatter(plain);
  if (!file.ok) return { ...without, isBroken: true };
  // A line, or prose between two lines, is no front matter.
  if (typeof file.value.data === 'string') return without;
  const { body } = file.value;
  if (file.value.data === null) return { ...without, body };
  const head = v.safeParse(headSchema, file.value.data);
  if (!head.success) return { ...without, isBroken: true };
  const { title = '', description = '', tags = [] } = head.output;
  return { ...without, title: String(title), description, tags: tagsOf(tags), body };
}

function tagsOf(given: string | readonly (string | number)[]): string[] {
  const all = typeof given === 'string' ? given.split(',') : given.map(String);
  const named = all.map((tag) => oneLine(tag.replace(/^#/, ''), longestTag));
  return [...new Set(named.filter((tag) => tag !== ''))].slice(0, mostTags);
}

/** The first-level heading that a text begins with; null when it begins with something else. */
function leadingHeading(body: string): { readonly title: string; readonly rest: string } | null {
  const [whole, marked, underlined] =
    /^\s*(?:#[ \t]+(.*)(?:\n|$)|(\S.*)\n=+[ \t]*(?:\n|$))/.exec(body) ?? [];
  if (whole === undefined) return null;
  // Cut before the closing marks are looked for: a long row of them that closes nothing takes for ever.
  const line = marked?.slice(0, longestHeading).replace(/[ \t#]+$/, '') ?? underlined ?? '';
  const title = oneLine(line.replaceAll(/[*_`]/g, ''), longestTitle);
  return title === '' ? null : { title, rest: body.slice(whole.length) };
}

const oneLine = (text: string, length: number): string =>
  Array.from(text.replaceAll(/\s+/g, ' ').trim()).slice(0, length).join('').trim();

function nameOf(path: string): string {
  const name = path.slice(path.lastIndexOf('/') + 1);
  return name
    .replace(/\.[^.]*$/, '')
    .replaceAll(/[-_]+/g, ' ')
    .trim();
}
