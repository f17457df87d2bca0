import { Marked } from 'marked';
import type { Token, Tokens } from 'marked';
import * as v from 'valibot';
import { readFrontMatter } from '../front-matter.ts';

/** One part of an agenda. Prompts are read, points become talking points. */
interface TemplateSection {
  readonly heading: string;
  readonly prompts: readonly string[];
  readonly points: readonly string[];
}

/** An agenda skeleton, shipped or the user's own. Texts are Markdown of one line each. */
export interface Template {
  readonly id: string;
  readonly title: string;
  readonly summary: string;
  /** When to reach for it, in words. */
  readonly when: string;
  readonly durationMinutes: number;
  /** Its place in the list of templates. */
  readonly order: number;
  readonly sections: readonly TemplateSection[];
  /** What not to do in this kind of talk. */
  readonly avoid: readonly string[];
}

export type TemplateResult =
  | { readonly ok: true; readonly value: Template }
  | { readonly ok: false; readonly problem: string };

/** The heading under which a template says what not to do. */
const avoidHeading = 'What not to do';

const line = v.pipe(v.string(), v.trim(), v.minLength(1, 'it is empty'));
const templateHeadSchema = v.strictObject({
  id: line,
  title: line,
  summary: line,
  when: line,
  durationMinutes: v.pipe(v.number(), v.integer(), v.minValue(5), v.maxValue(480)),
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
});

/**
 * Reads a template: front matter, then second-level headings with lists under them. A list item is
 * a prompt, a task item (`- [ ]`) a point; resources/templates/README.md has the whole convention.
 * `id` is the file's name without its ending. Never throws: what is wrong comes back as one
 * sentence that names the template.
 */
export function parseTemplate(id: string, text: string): TemplateResult {
  const file = readFrontMatter(text);
  if (!file.ok) return refuse(id, file.problem);
  const head = v.safeParse(templateHeadSchema, file.value.data);
  if (!head.success) {
    const [issue] = head.issues;
    const place = v.getDotPath(issue) ?? 'the front matter';
    return refuse(id, `Its ${place} is not usable: ${issue.message}.`);
  }
  if (head.output.id !== id) {
    return refuse(id, `It calls itself "${head.output.id}", which is not its file name.`);
  }
  const body = readSections(file.value.body);
  if (!body.ok) return refuse(id, body.problem);

  const avoiding = body.value.filter(({ heading }) => heading === avoidHeading);
  const sections = body.value.filter(({ heading }) => heading !== avoidHeading);
  if (sections.length === 0) return refuse(id, 'It has no section (a line that begins with ##).');
  const avoid = avoiding.flatMap(({ prompts, points }) => [...prompts, ...points]);
  return { ok: true, value: { ...head.output, sections, avoid } };
}

type SectionsResult =
  | { readonly ok: true; readonly value: readonly TemplateSection[] }
  | { readonly ok: false; readonly problem: string };

interface OpenSection {
  readonly heading: string;
  readonly prompts: string[];
  readonly points: string[];
}

function readSections(body: string): SectionsResult {
  const sections: OpenSection[] = [];
  for (const token of readTokens(body)) {
    const current = sections.at(-1);
    if (isHeading(token)) {
      if (token.depth !== 2) return fail(`"${token.text}" is not a second-level heading (##).`);
      if (token.text === '') return fail('A section has no heading text.');
      sections.push({ heading: token.text, prompts: [], points: [] });
    } else if (token.type === 'space') {
      continue;
    } else if (current === undefined) {
      return fail(`The text "${asLine(token.raw)}" stands before the first section.`);
    } else if (isList(token)) {
      takeItems(token, current);
    } else if (token.type === 'paragraph') {
      current.prompts.push(asLine(token.raw));
    } else {
      return fail(`Only headings, lists and lines of text may stand under "${current.heading}".`);
    }
  }
  return { ok: true, value: sections };
}

/** An item inside another stands for itself: an agenda has one level. */
function takeItems(list: Tokens.List, section: OpenSection): void {
  for (const item of list.items) {
    const own = item.tokens.filter((token) => token.type !== 'list' && token.type !== 'checkbox');
    const text = asLine(own.map((token) => token.raw).join('\n'));
    if (text !== '') (item.task ? section.points : section.prompts).push(text);
    for (const token of item.tokens) if (isList(token)) takeItems(token, section);
  }
}

function readTokens(body: string): readonly Token[] {
  // Its own instance: options set elsewhere for showing Markdown must not change what is read.
  return new Marked({ gfm: true }).lexer(body);
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

function isList(token: Token): token is Tokens.List {
  return token.type === 'list';
}

function asLine(text: string): string {
  return text.replace(/\s+/g, ' ').trim();
}

function fail(problem: string): SectionsResult {
  return { ok: false, problem };
}

function refuse(id: string, problem: string): TemplateResult {
  return { ok: false, problem: `The template "${id}" is not usable. ${problem}` };
}
