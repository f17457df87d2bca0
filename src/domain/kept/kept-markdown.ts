import type { Decision } from '../documents/decision.ts';
import type { DocumentOf } from '../documents/document.ts';
import type { PartName, ReadableLine, ReadablePart } from '../readable/readable-parts.ts';
import { asPlainText } from '../share/plain-text.ts';
import type { KeptEntry, KeptKind, KeptSection } from './kept-on-person.ts';

/** The words around what was typed, in the user's language. */
export interface KeptWords {
  readonly title: string;
  /** What the file holds, of when it is, and by which clock. */
  readonly intro: string;
  readonly private: string;
  readonly section: (kind: KeptKind) => string;
  /** What a document is called; null where its section holds but one. */
  readonly entry: (document: DocumentOf<KeptKind>) => string | null;
  readonly part: (name: PartName) => string;
  readonly line: (line: ReadableLine) => string;
  readonly answers: string;
  /** What was answered before a decision, with what was asked: that is no text of the document. */
  readonly answersOf: (decision: Decision) => readonly string[];
}

/** Parts whose texts are lines of a list; everywhere else a text is what somebody wrote, as Markdown perhaps. */
const listed: readonly PartName[] = ['areas', 'tags', 'one-to-ones'];

/** All that is kept on somebody as a Markdown document. */
export function keptMarkdown(sections: readonly KeptSection[], words: KeptWords): string {
  const blocks = [
    heading(1, words.title),
    asPlainText(words.intro),
    ...sections.flatMap((section) => sectionBlocks(section, words)),
  ];
  return `${blocks.join('\n\n')}\n`;
}

const heading = (level: number, text: string): string =>
  `${'#'.repeat(level)} ${asPlainText(text)}`;

function sectionBlocks({ kind, entries }: KeptSection, words: KeptWords): readonly string[] {
  return [
    heading(2, words.section(kind)),
    ...entries.flatMap((entry) => entryBlocks(entry, words)),
  ];
}

function entryBlocks(entry: KeptEntry, words: KeptWords): readonly string[] {
  const { document, parts, privateParts } = entry;
  const name = words.entry(document);
  const level = name === null ? 3 : 4;
  // Of what is private as a whole its section says so.
  const isMixed = parts.length > 0 && privateParts.length > 0;
  return [
    ...(name === null ? [] : [heading(3, name)]),
    ...parts.flatMap((part) => partBlocks(part, level, words)),
    ...(isMixed ? [heading(level, words.private)] : []),
    ...privateParts.flatMap((part) => partBlocks(part, isMixed ? level + 1 : level, words)),
    ...(privateParts.length > 0 && document.kind === 'decision'
      ? answerBlocks(document, level, words)
      : []),
  ];
}

function answerBlocks(decision: Decision, level: number, words: KeptWords): readonly string[] {
  const answers = words.answersOf(decision).map((answer) => `- ${asPlainText(answer)}`);
  return answers.length === 0 ? [] : [heading(level, words.answers), answers.join('\n')];
}

/** What a document says of itself stands under its own heading. */
function partBlocks(
  { name, lines }: ReadablePart,
  level: number,
  words: KeptWords,
): readonly string[] {
  const blocks: { isQuoted: boolean; lines: string[] }[] = [];
  for (const line of lines) {
    const isQuoted = line.kind === 'text' && !listed.includes(name);
    const made = isQuoted ? quoted(line.text) : [`- ${asPlainText(words.line(line))}`];
    const last = blocks.at(-1);
    if (last?.isQuoted === isQuoted) last.lines.push(...made);
    else blocks.push({ isQuoted, lines: [...made] });
  }
  const texts = blocks.map((block) => block.lines.join('\n'));
  return name === 'about' ? texts : [heading(level, words.part(name)), ...texts];
}

/** What is quoted ends with its lines, whatever it holds: headings, code that nobody closed, HTML. */
const quoted = (text: string): readonly string[] =>
  text.split(/\r\n|\r/).map((line) => (line === '' ? '>' : `> ${line}`));
