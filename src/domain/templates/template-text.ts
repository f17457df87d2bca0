import { stringify } from 'yaml';
import { avoidHeading } from './template-file.ts';

/** The words that a new template begins with, to be written over. */
export interface NewTemplateWords {
  readonly title: string;
  readonly summary: string;
  readonly when: string;
  readonly heading: string;
  readonly prompt: string;
  readonly point: string;
  readonly avoid: string;
}

/** The text of a template to begin with: it can be used, and shows how one is written. */
export function newTemplateText(words: NewTemplateWords): string {
  const { title, summary, when, heading, prompt, point, avoid } = words;
  return [
    '---',
    yamlLine('title', title),
    yamlLine('summary', summary),
    yamlLine('when', when),
    'durationMinutes: 30',
    '---',
    '',
    `## ${heading}`,
    '',
    `- ${prompt}`,
    `- [ ] ${point}`,
    '',
    `## ${avoidHeading}`,
    '',
    `- ${avoid}`,
    '',
  ].join('\n');
}

/**
 * The text of a copy: under another title, and without what only the first may say of itself (its
 * id and its place among the shipped ones). All else stays letter by letter, also when it cannot be
 * used.
 */
export function copyTemplateText(text: string, title: string): string {
  const lines = text.split(/\r\n|\n|\r/);
  if (lines[0]?.replace(/^\uFEFF/, '').trimEnd() !== '---') return text;
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1) return text;
  const head = lines
    .slice(1, end)
    .filter((line) => !/^(id|order):(\s|$)/.test(line))
    .map((line) => (/^title:(\s|$)/.test(line) ? yamlLine('title', title) : line));
  return ['---', ...head, ...lines.slice(end)].join('\n');
}

/** The first of `Title`, `Title 2`, `Title 3` and so on that nothing else is called. */
export function freeTitle(wanted: string, taken: readonly string[]): string {
  const used = new Set(taken);
  let title = wanted;
  for (let count = 2; used.has(title); count += 1) title = `${wanted} ${String(count)}`;
  return title;
}

const yamlLine = (key: string, value: string): string =>
  stringify({ [key]: value }, { lineWidth: 0 }).trimEnd();
