import { Marked, type Token, type Tokens } from 'marked';
import markedFootnote from 'marked-footnote';
import { fragmentOf, pathMeant } from '../../../domain/library/folder-path.ts';
import { isPictureAddress } from '../../../domain/library/picture-types.ts';
import { footnoteRenderers, notesLast, type FootnoteToken } from './footnotes.ts';
import { slugOf } from './headings.ts';
import type { RenderOptions, RenderOutcome, RenderProblem, TextFolder } from './worker-protocol.ts';

/** Bounds within which a text is rendered; beyond them it is shown as typed. */
export const renderLimits = {
  markdownCharacters: 300_000,
  /** A table can be made to grow a hundredfold, so the result has bounds of its own. */
  htmlCharacters: 1_500_000,
  tags: 60_000,
  depth: 60,
} as const;

/**
 * Renders GitHub-flavoured Markdown to HTML that still has to be sanitised. Raw HTML in the text is
 * shown as it was typed; pictures become links. Never throws, but may take long on hostile input:
 * run it where it can be stopped.
 */
export function renderMarkdown(markdown: string, options: RenderOptions): RenderOutcome {
  if (markdown.length > renderLimits.markdownCharacters) return refuse('too-long');
  if (hasDeepMarkers(markdown)) return refuse('too-deep');
  try {
    const marked = createMarked(options);
    const tokens = marked.lexer(markdown);
    if (!prepareTokens(tokens, options.folder)) return refuse('too-deep');
    const html = marked.parser(notesLast(tokens));
    return isTooBig(html) ? refuse('too-long') : { ok: true, html };
  } catch (error) {
    // The lexer calls itself for every level; the stack ends where the text is nested absurdly.
    if (error instanceof RangeError) return refuse('too-deep');
    return refuse('unavailable');
  }
}

const refuse = (problem: RenderProblem): RenderOutcome => ({ ok: false, problem });

/** Whether one line opens more levels than a text may have; much cheaper than finding out by lexing. */
function hasDeepMarkers(markdown: string): boolean {
  const deepLine = new RegExp(String.raw`^(?:[ \t]*(?:>|[-*+][ \t])){${renderLimits.depth}}`, 'm');
  return deepLine.test(markdown);
}

function isTooBig(html: string): boolean {
  if (html.length > renderLimits.htmlCharacters) return true;
  let tags = 0;
  for (let at = html.indexOf('<'); at >= 0; at = html.indexOf('<', at + 1)) tags += 1;
  return tags > renderLimits.tags;
}

/**
 * Walks all tokens without recursion. Answers false when they are nested too deeply.
 * A picture inside a link becomes its text there: links cannot hold links. What means a place in the
 * text's folder gets the address of that place.
 */
function prepareTokens(tokens: readonly Token[], folder: TextFolder | undefined): boolean {
  const waiting = tokens.map((token) => ({ token, depth: 1, isInLink: false }));
  for (let next = waiting.pop(); next !== undefined; next = waiting.pop()) {
    const { token, depth } = next;
    if (depth > renderLimits.depth) return false;
    if (folder && (token.type === 'image' || token.type === 'link'))
      token.href = addressIn(folder, (token as Tokens.Link).href);
    if (next.isInLink && token.type === 'image') token.type = 'text';
    const isInLink = next.isInLink || token.type === 'link';
    for (const child of childrenOf(token))
      waiting.push({ token: child, depth: depth + 1, isInLink });
  }
  return true;
}

/** Where in the app an address of a text leads; one that names nothing of its folder stays. */
function addressIn({ path, targets }: TextFolder, href: string): string {
  const meant = pathMeant(path, href);
  const address = targets.find((target) => target.path === meant)?.address;
  if (address === undefined) return href;
  const heading = fragmentOf(href);
  return isPictureAddress(address) || heading === '' ? address : `${address}#${slugOf(heading)}`;
}

function childrenOf(token: Token): readonly Token[] {
  switch (token.type) {
    case 'list':
      return (token as Tokens.List).items;
    case 'table': {
      const { header, rows } = token as Tokens.Table;
      return [header, ...rows].flat().flatMap((cell) => cell.tokens);
    }
    // Where it stands in the text; the list of all of them holds the same once more.
    case 'footnote':
      return (token as FootnoteToken).content;
    default:
      return ('tokens' in token ? token.tokens : undefined) ?? [];
  }
}

function createMarked({ headingOffset, keepsLineBreaks }: RenderOptions): Marked {
  return new Marked(markedFootnote(), {
    gfm: true,
    extensions: footnoteRenderers,
    breaks: keepsLineBreaks,
    renderer: {
      heading({ tokens, depth }) {
        const level = Math.min(6, depth + headingOffset);
        return `<h${level}>${this.parser.parseInline(tokens)}</h${level}>\n`;
      },
      html: ({ text, block }) => showHtmlAsTyped(text, block),
      image: ({ href, text }) =>
        `<a href="${escapeHtml(href)}">${escapeHtml(text === '' ? href : text)}</a>`,
      code: ({ text }) => `<pre><code>${escapeHtml(text)}\n</code></pre>\n`,
      // A box that nobody can tick would be a control that does nothing.
      checkbox: ({ checked }) => (checked ? '☑ ' : '☐ '),
    },
  });
}

function showHtmlAsTyped(html: string, isBlock: boolean): string {
  if (/^<!--[^]*-->\s*$/.test(html) && html.indexOf('-->') === html.lastIndexOf('-->')) return '';
  const text = escapeHtml(html.trimEnd());
  return isBlock ? `<p>${text.replaceAll('\n', '<br>')}</p>\n` : text;
}

function escapeHtml(text: string): string {
  return text
    .replaceAll('&', '&amp;')
    .replaceAll('<', '&lt;')
    .replaceAll('>', '&gt;')
    .replaceAll('"', '&quot;')
    .replaceAll("'", '&#39;');
}
