import type { RendererExtension, Token } from 'marked';
import type { Footnote, FootnoteRef, Footnotes } from 'marked-footnote';

export type FootnoteToken = Footnote;

/**
 * Notes as plain links and a list, which the sanitiser lets through; show-html.ts makes of them what
 * leads from the text to the note and back. A note may be named several times.
 */
export const footnoteRenderers: RendererExtension[] = [
  {
    name: 'footnoteRef',
    renderer: (token) => {
      const { id, index } = token as FootnoteRef;
      return `<a href="evenkeel:note/${id}-${String(index)}">${id}</a>`;
    },
  },
  {
    name: 'footnotes',
    renderer(token) {
      const { items } = token as Footnotes;
      const notes = items.map(({ content, refs }) => {
        const back = refs.map(
          ({ id, index }) => ` <a href="evenkeel:noteback/${id}-${String(index)}">↩</a>`,
        );
        return `<li>${withEnd(this.parser.parse(content).trimEnd(), back.join(''))}</li>\n`;
      });
      return notes.length === 0 ? '' : `<ol>\n${notes.join('')}</ol>\n`;
    },
  },
];

/** The way back stands in the note's last line. */
function withEnd(html: string, end: string): string {
  const paragraph = '</p>';
  return html.endsWith(paragraph)
    ? `${html.slice(0, -paragraph.length)}${end}${paragraph}`
    : `${html}${end}`;
}

/** The list of notes, which the lexer puts before the text, behind it. */
export function notesLast(tokens: readonly Token[]): Token[] {
  const isNotes = ({ type }: Token): boolean => type === 'footnotes';
  return [...tokens.filter((token) => !isNotes(token)), ...tokens.filter(isNotes)];
}
