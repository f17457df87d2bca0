import { Marked } from 'marked';
import type { Token, Tokens } from 'marked';
import * as v from 'valibot';
import type { Stance } from '../documents/meeting.ts';
import { readFrontMatter } from '../front-matter.ts';

/** One part of an agenda. Prompts are read, points become talking points. */
export interface TemplateSection {
  readonly heading: string;
  /** What its points are mostly about, where the heading says so. */
  readonly stance: Stance | null;
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
  /** Its place in the list of shipped templates; the user's own need not say one. */
  readonly order: number;
  readonly sections: readonly TemplateSection[];
  /** What not to do in this kind of talk. */
  readonly avoid: readonly string[];
}

export type TemplateResult =
  | { readonly ok: true; readonly value: Template }
  | {
      readonly ok: false;
      /** One sentence that names the template. */
      readonly problem: string;
      /** The same without the name, for a place that has it already. */
      readonly reason: string;
      /** The line of the text that it is about, from 1; null where it is about none. */
      readonly line: number | null;
    };

/** The heading under which a template says what not to do. */
export const avoidHeading = 'What not to do';

const line = v.pipe(v.string(), v.trim(), v.minLength(1, 'it is empty'));
const minutes = 'it is a whole number of minutes from 5 to 480';
const place = 'it is a whole number from 1 on';
const templateHeadSchema = v.strictObject({
  id: v.optional(line),
  title: line,
  summary: line,
  when: line,
  durationMinutes: v.pipe(
    v.number(minutes),
    v.integer(minutes),
    v.minValue(5, minutes),
    v.maxValue(480, minutes),
  ),
  order: v.optional(v.pipe(v.number(place), v.integer(place), v.minValue(1, place))),
});

/** What is wrong with a text, and where: a line counted from 1 in the whole text, or null. */
interface Fault {
  readonly reason: string;
  readonly line: number | null;
}

/**
 * Reads a template: front matter, then second-level headings with lists under them. A list item is
 * a prompt, a task item (`- [ ]`) a point; resources/templates/README.md has the whole convention.
 * `id` is what the template is known by: the file's name without its ending, or that of the user's
 * document; a text need not repeat it, and may not say another. Never throws: what is wrong comes
 * back as a sentence.
 */
export function parseTemplate(id: string, text: string): TemplateResult {
  const refuse = ({ reason, line: at }: Fault): TemplateResult => ({
    ok: false,
    problem: `The template "${id}" is not usable. ${reason}`,
    reason,
    line: at,
  });
  const file = readFrontMatter(text);
  if (!file.ok) return refuse({ reason: file.problem, line: null });
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  const firstBodyLine = lines.length - file.value.body.split('\n').length + 1;
  const headLines = lines.slice(0, firstBodyLine - 1);

  const head = v.safeParse(templateHeadSchema, file.value.data);
  if (!head.success) return refuse(faultOfHead(head.issues[0], headLines));
  const { id: ownName = id, order = Number.MAX_SAFE_INTEGER, ...said } = head.output;
  if (ownName !== id) {
    const reason = `It calls itself "${ownName}" and is known as "${id}": leave that line out.`;
    return refuse({ reason, line: lineOfKey('id', headLines) });
  }
  const body = readSections(file.value.body);
  if (!body.ok) return refuse({ reason: body.reason, line: firstBodyLine + body.lineIndex });

  const avoiding = body.value.filter(({ heading }) => heading === avoidHeading);
  const sections = body.value.filter(({ heading }) => heading !== avoidHeading);
  if (sections.length === 0) {
    return refuse({ reason: 'It has no section (a line that begins with ##).', line: null });
  }
  const avoid = avoiding.flatMap(({ prompts, points }) => [...prompts, ...points]);
  return { ok: true, value: { id, order, ...said, sections, avoid } };
}

function faultOfHead(
  issue: v.InferIssue<typeof templateHeadSchema>,
  headLines: readonly string[],
): Fault {
  const key = issue.path?.[0]?.key;
  if (typeof key !== 'string') {
    return { reason: 'Its front matter is not usable: it has no lines of its own.', line: null };
  }
  const at = lineOfKey(key, headLines);
  return { reason: `Its ${key} is not usable: ${faultOfKey(issue, at)}.`, line: at };
}

function faultOfKey({ type, message }: v.BaseIssue<unknown>, at: number | null): string {
  if (type === 'strict_object') return at === null ? 'it is missing' : 'there is no such line';
  return type === 'string' ? 'it is not a line of text' : message;
}

/** The line of the front matter that begins with a key, counted from 1. */
function lineOfKey(key: string, headLines: readonly string[]): number | null {
  const index = headLines.findIndex((one) => one.startsWith(`${key}:`));
  return index === -1 ? null : index + 1;
}

type SectionsResult =
  | { readonly ok: true; readonly value: readonly TemplateSection[] }
  /** `lineIndex` is the line of the body, counted from 0. */
  | { readonly ok: false; readonly reason: string; readonly lineIndex: number };

interface OpenSection {
  readonly heading: string;
  readonly stance: Stance | null;
  readonly prompts: string[];
  readonly points: string[];
}

function readSections(body: string): SectionsResult {
  const sections: OpenSection[] = [];
  let lineIndex = 0;
  for (const token of readTokens(body)) {
    const reason = takeToken(token, sections);
    if (reason !== null) return { ok: false, reason, lineIndex };
    lineIndex += token.raw.split('\n').length - 1;
  }
  return { ok: true, value: sections };
}

/** Takes one block of the body into the section it belongs to; answers why it cannot be. */
function takeToken(token: Token, sections: OpenSection[]): string | null {
  const current = sections.at(-1);
  if (isHeading(token)) {
    if (token.depth !== 2) return `"${token.text}" is not a second-level heading (##).`;
    const named = readHeading(token.text);
    if (named.heading === '') return 'A section has no heading text.';
    sections.push({ ...named, prompts: [], points: [] });
  } else if (token.type === 'space') {
    return null;
  } else if (current === undefined) {
    return `The text "${asLine(token.raw)}" stands before the first section.`;
  } else if (isList(token)) {
    takeItems(token, current);
  } else if (token.type === 'paragraph') {
    current.prompts.push(asLine(token.raw));
  } else {
    return `Only headings, lists and lines of text may stand under "${current.heading}".`;
  }
  return null;
}

/** The words at the end of a heading that say what its points are mostly about. */
const stanceTags: ReadonlyMap<string, Stance> = new Map([
  ['#manage', 'manage'],
  ['#lead', 'lead'],
  ['#neither', 'none'],
]);

function readHeading(text: string): Pick<OpenSection, 'heading' | 'stance'> {
  const [, heading = '', tag = ''] = /^(.*?)\s*(#[a-z]+)$/.exec(text) ?? [];
  const stance = stanceTags.get(tag);
  return stance === undefined ? { heading: text, stance: null } : { heading, stance };
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
