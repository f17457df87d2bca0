import * as v from 'valibot';
import { idField, instantField, storedTextField } from './fields.ts';

/** An agenda skeleton of the user's own, or one that stands in for a shipped one. */
export const templateSchema = v.looseObject({
  kind: v.literal('template'),
  version: v.literal(1),
  id: idField,
  /** The id of the shipped template that this one stands in for; null for one of the user's own. */
  replaces: v.nullable(v.string()),
  /** Markdown with front matter, see src/domain/templates/template-file.ts; it may be unusable. */
  text: storedTextField,
  createdAt: instantField,
});

export type TemplateDocument = v.InferOutput<typeof templateSchema>;

/**
 * What a template calls itself: the title line of its front matter, as a name to show; null when
 * there is none. Reads the line alone, since the text may be half-written, and the store must not
 * wait for a YAML parser.
 */
export function titleOfTemplate(text: string): string | null {
  const [first, ...rest] = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (first?.trimEnd() !== '---') return null;
  const end = rest.findIndex((line) => line.trimEnd() === '---');
  const head = end === -1 ? rest : rest.slice(0, end);
  const line = head.find((one) => /^title:(\s|$)/.test(one));
  const title = line?.slice('title:'.length).trim() ?? '';
  const unquoted = /^(["'])(.*)\1$/.exec(title)?.[2]?.trim() ?? title;
  return unquoted === '' ? null : unquoted;
}
