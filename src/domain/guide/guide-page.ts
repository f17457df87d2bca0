import { Marked } from 'marked';
import * as v from 'valibot';
import { evidenceTagSchema } from '../decision/model-shape.ts';
import { readFrontMatter } from '../front-matter.ts';
import type { GuideGroup } from './guide-groups.ts';

const line = v.pipe(v.string(), v.trim(), v.minLength(1, 'it is empty'));
const kebab = v.pipe(v.string(), v.regex(/^[a-z0-9]+(-[a-z0-9]+)*$/, 'an id is lower-case kebab'));
/** A string, since YAML reads an unquoted 2.10 as the number 2.1. */
const pointId = v.pipe(
  v.string('a point id stands in quotes'),
  v.regex(/^[1-9]\.[1-9][0-9]?$/, 'a point id looks like "2.10"'),
);

const guideSourceSchema = v.strictObject({
  title: line,
  authors: line,
  year: v.optional(v.pipe(v.number(), v.integer(), v.minValue(1500), v.maxValue(2200))),
  note: line,
  url: v.optional(v.pipe(v.string(), v.url(), v.startsWith('https://'))),
});

const guidePageHeadSchema = v.strictObject({
  id: kebab,
  title: line,
  order: v.pipe(v.number(), v.integer(), v.minValue(1)),
  summary: line,
  points: v.optional(v.array(pointId), []),
  evidence: v.array(evidenceTagSchema),
  helper: v.array(kebab),
  template: v.optional(kebab),
  sources: v.array(guideSourceSchema),
});

/** A page of the guide: its front matter, and the body as Markdown without a title. */
export type GuidePage = v.InferOutput<typeof guidePageHeadSchema> & {
  readonly group: GuideGroup;
  readonly markdown: string;
};

export type GuidePageResult =
  | { readonly ok: true; readonly value: GuidePage }
  | { readonly ok: false; readonly problem: string };

/**
 * Reads a page of the guide; resources/README.md has the convention. Never throws: what is wrong
 * comes back as one sentence.
 */
export function parseGuidePage(group: GuideGroup, text: string): GuidePageResult {
  const file = readFrontMatter(text);
  if (!file.ok) return file;
  const head = v.safeParse(guidePageHeadSchema, file.value.data);
  if (!head.success) {
    const [issue] = head.issues;
    const place = v.getDotPath(issue) ?? 'the front matter';
    return { ok: false, problem: `The page's ${place} is not usable: ${issue.message}.` };
  }
  const markdown = file.value.body.trim();
  if (markdown === '') return { ok: false, problem: 'The page has no text.' };
  if (hasTitleInBody(markdown)) {
    return {
      ok: false,
      problem: 'The page has a first-level heading; its title is in the front matter.',
    };
  }
  return { ok: true, value: { ...head.output, group, markdown } };
}

function hasTitleInBody(markdown: string): boolean {
  const tokens = new Marked({ gfm: true }).lexer(markdown);
  return tokens.some((token) => token.type === 'heading' && token.depth === 1);
}
