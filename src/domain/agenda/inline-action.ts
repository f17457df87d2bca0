import { GB } from 'chrono-node/en';
import type { ParsedResult } from 'chrono-node';
import type { Side } from '../documents/meeting.ts';
import { longestLine } from './line-limit.ts';

/** An action item as it was typed within a line, such as "[] me: send the draft by Friday". */
export interface InlineAction {
  readonly owner: Side;
  /** The line without its box, its owner and the words that gave the date. */
  readonly text: string;
  /** A calendar date; null when the line names none. */
  readonly dueOn: string | null;
  /** The words of the line that were read as the date; empty when there are none. */
  readonly dueWords: string;
  /** Whether the line is marked as an action item that was made of it already. */
  readonly isTaken: boolean;
}

/** What a line is read against. */
export interface ReadingContext {
  /** The calendar date it is for the user: "Friday" is the next one from here. */
  readonly today: string;
  /** The person whom the 1:1 is with: their first name means "them". */
  readonly personName: string;
}

/** The mark in the box of a line that was made into an action item: it has moved on from here. */
const takenMark = '→';

const boxPattern = /^(\s*(?:(?:[-*+]|\d{1,9}[.)])\s+)?\[)([ →]?)(\]\s*)(\S.*)$/u;
const ownerPattern =
  /^(?:@(?<tag>\p{L}[\p{L}\p{M}'’-]*)\s*:?|(?<name>\p{L}[\p{L}\p{M}'’. -]{0,80}?)\s*:)\s*(?<body>\S.*)$/u;
const mine = new Set(['me', 'i', 'myself']);
const theirs = new Set(['them', 'they']);

/**
 * Reads a line of notes as an action item. It is one when it begins with an empty box and names whose it is:
 * "me:", "them:", the person's name, or one of these after an @. Never throws.
 * @returns null when the line is something else
 */
export function readInlineAction(line: string, context: ReadingContext): InlineAction | null {
  // Longer lines are prose.
  if (line.length > longestLine) return null;
  const [, , mark = '', , rest = ''] = boxPattern.exec(line) ?? [];
  const { tag, name, body = '' } = ownerPattern.exec(rest)?.groups ?? {};
  const owner = ownerOf(tag ?? name ?? '', context.personName);
  if (owner === null) return null;
  return { owner, ...readDue(body.trim(), context.today), isTaken: mark === takenMark };
}

/** The line, marked as one that was made into an action item, so that it is not offered again. */
export function markTaken(line: string): string {
  return line.replace(boxPattern, `$1${takenMark}$3$4`);
}

function ownerOf(word: string, personName: string): Side | null {
  const wanted = plain(word);
  if (wanted === '') return null;
  const full = plain(personName);
  const names = [full, ...full.split(/\s+/).slice(0, 1)];
  if (names.includes(wanted)) return 'them';
  if (mine.has(wanted)) return 'me';
  return theirs.has(wanted) ? 'them' : null;
}

/** So that "zoe" finds Zoë. */
const plain = (name: string): string =>
  name.normalize('NFD').replaceAll(/\p{M}/gu, '').trim().toLowerCase();

type Due = Pick<InlineAction, 'text' | 'dueOn' | 'dueWords'>;

/** Finds the date by which it is due: one after "by" and the like, or one that ends the line. */
function readDue(body: string, today: string): Due {
  for (const found of datesIn(body, today).toReversed()) {
    const before = body.slice(0, found.index);
    const introduction = /(?:^|(?<=[\s(]))(?:due\s+)?(?:by|before|until|till|due|on)\s+$/iu.exec(
      before,
    );
    const end = found.index + wordsOf(found).length;
    const after = body.slice(end);
    const endsLine = /^\)?[\s.!]*$/u.test(after);
    const isMeant =
      introduction !== null || (endsLine && namesDay(found) && dateOf(found) >= today);
    // "The end of the week" is no day that the library knows: it would take "the week" for one.
    if (!isMeant || /\bend of\s+$/iu.test(before)) continue;
    const start = introduction?.index ?? found.index;
    const text = joined(body.slice(0, start), after);
    if (!/[\p{L}\p{N}]/u.test(text)) continue;
    return { text, dueOn: dateOf(found), dueWords: body.slice(start, end) };
  }
  return { text: body, dueOn: null, dueWords: '' };
}

/** The library takes the comma, or the bracket, behind a weekday for a part of it. */
const wordsOf = ({ text }: ParsedResult): string =>
  /[(（]/u.test(text) ? text : text.replace(/\s*[,)）]$/u, '');

function datesIn(body: string, today: string): readonly ParsedResult[] {
  const [year = 0, month = 1, day = 1] = today.split('-').map(Number);
  // The library reads a clock of its own zone: at noon its date is today's in every one of them.
  const noon = new Date(year, month - 1, day, 12);
  return GB.parse(body, noon, { forwardDate: true }).filter(
    (found) =>
      (namesDay(found) || found.start.isCertain('month')) &&
      /^[2-9]\d{3}-/.test(dateOf(found)) &&
      found.text.toLowerCase() !== 'now',
  );
}

const namesDay = ({ start }: ParsedResult): boolean =>
  start.isCertain('day') || start.isCertain('weekday');

function dateOf({ start }: ParsedResult): string {
  const part = (name: 'year' | 'month' | 'day', width: number): string =>
    String(start.get(name) ?? 0).padStart(width, '0');
  return `${part('year', 4)}-${part('month', 2)}-${part('day', 2)}`;
}

/** What stood on both sides of words that are taken out. */
function joined(before: string, after: string): string {
  const isInBrackets = before.endsWith('(') && after.startsWith(')');
  const left = (isInBrackets ? before.slice(0, -1) : before).trimEnd();
  const right = (isInBrackets ? after.slice(1) : after).trimStart();
  const isApart = left !== '' && /^[\p{L}\p{N}]/u.test(right);
  return isApart ? `${left} ${right}` : `${left}${right}`.trim();
}
