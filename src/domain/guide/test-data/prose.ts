import { fleschKincaid } from 'flesch-kincaid';
import { Marked } from 'marked';
import type { Token, Tokens } from 'marked';
import { syllable } from 'syllable';

const markdown = new Marked({ gfm: true });

/** Every token of a Markdown text, nested ones included. */
export function allTokens(text: string): readonly Token[] {
  const tokens: Token[] = [];
  void markdown.walkTokens(markdown.lexer(text), (token) => {
    tokens.push(token);
  });
  return tokens;
}

/** The targets of all links, in order. */
export function linksOf(text: string): readonly string[] {
  return allTokens(text).flatMap((token) => (isLink(token) ? [token.href] : []));
}

/** The running text: paragraphs and list items, one per entry, without mark-up, labels, headings or tables. */
export function proseOf(text: string): readonly string[] {
  const blocks = allTokens(text).filter(isBlockOfText);
  return blocks.map((block) => plain(block.tokens ?? []).trim()).filter((prose) => prose !== '');
}

/** The words that count as the page's length: prose and headings. */
export function countWords(text: string): number {
  const headings = allTokens(text).flatMap((token) => (isHeading(token) ? [token.text] : []));
  return [...proseOf(text), ...headings].flatMap(wordsOf).length;
}

/** The Flesch–Kincaid grade (Kincaid and others, 1975): the school year in which a text can be read. */
export function readingGrade(paragraphs: readonly string[]): number {
  const sentences = paragraphs.flatMap((paragraph) => paragraph.split(/(?<=[.!?])["”)]*\s+/));
  const spoken = sentences.filter((sentence) => wordsOf(sentence).length > 0);
  const words = spoken.flatMap(wordsOf);
  const syllables = words.reduce((sum, word) => sum + syllable(word), 0);
  return fleschKincaid({ sentence: spoken.length, word: words.length, syllable: syllables });
}

function wordsOf(text: string): readonly string[] {
  return text.match(/[A-Za-z][A-Za-z'’-]*/g) ?? [];
}

function plain(tokens: readonly Token[]): string {
  return tokens.map(plainOf).join('');
}

function plainOf(token: Token): string {
  if (isLink(token) && token.href.startsWith('evenkeel:evidence/')) return '';
  const { tokens, text } = token as { tokens?: readonly Token[]; text?: string };
  return tokens === undefined ? (text ?? '') : plain(tokens);
}

function isLink(token: Token): token is Tokens.Link {
  return token.type === 'link';
}

function isHeading(token: Token): token is Tokens.Heading {
  return token.type === 'heading';
}

/** A paragraph, or the text of a list item: a text token that has tokens of its own. */
function isBlockOfText(token: Token): token is Tokens.Paragraph | Tokens.Text {
  return token.type === 'paragraph' || (token.type === 'text' && 'tokens' in token);
}
