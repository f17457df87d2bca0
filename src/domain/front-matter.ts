import { parseDocument } from 'yaml';

/** A Markdown file, taken apart: `data` is the YAML as plain data, `body` all that follows it. */
interface FrontMatterFile {
  readonly data: unknown;
  readonly body: string;
}

export type FrontMatterResult =
  | { readonly ok: true; readonly value: FrontMatterFile }
  | { readonly ok: false; readonly problem: string };

/** Each key is compared with all others: the time that this takes grows with the square of it. */
const longestCharacters = 20_000;

/**
 * Splits a Markdown file with YAML front matter between two lines of three hyphens, the first of
 * them the file's first line. Takes any line ending, and gives the body with plain newlines.
 * Never throws: what is wrong comes back as one sentence. YAML aliases are refused, since a few
 * lines of them can grow without end.
 */
export function readFrontMatter(text: string): FrontMatterResult {
  const lines = text.replace(/^\uFEFF/, '').split(/\r\n|\n|\r/);
  if (lines[0]?.trimEnd() !== '---') {
    return { ok: false, problem: 'The file does not begin with front matter (a line of ---).' };
  }
  const end = lines.findIndex((line, index) => index > 0 && line.trimEnd() === '---');
  if (end === -1) {
    return { ok: false, problem: 'The front matter is not closed by a second line of ---.' };
  }
  const source = lines.slice(1, end).join('\n');
  if (source.length > longestCharacters) {
    return { ok: false, problem: 'The front matter is too long.' };
  }
  const data = readYaml(source);
  if (!data.ok) return data;
  return { ok: true, value: { data: data.value, body: lines.slice(end + 1).join('\n') } };
}

type YamlResult =
  { readonly ok: true; readonly value: unknown } | { readonly ok: false; readonly problem: string };

function readYaml(source: string): YamlResult {
  try {
    const document = parseDocument(source, { prettyErrors: false, logLevel: 'silent' });
    const [error] = document.errors;
    if (error !== undefined) {
      const line = source.slice(0, error.pos[0]).split('\n').length + 1;
      return {
        ok: false,
        problem: `Line ${line} of the front matter is not YAML: ${error.message}.`,
      };
    }
    return { ok: true, value: document.toJS({ maxAliasCount: 0 }) };
  } catch (error) {
    // Thrown for aliases, and for nesting deeper than the stack.
    const reason = error instanceof Error ? error.message : String(error);
    return { ok: false, problem: `The front matter cannot be read: ${reason}.` };
  }
}
