import { Marked } from 'marked';
import { expect, test } from 'vitest';
import { privateMeetings, privatePattern } from '../share/test-data/private-meetings.ts';
import { fc } from '../test-laws/fast-check.ts';
import { keptMarkdown } from './kept-markdown.ts';
import type { KeptOnPerson } from './kept-on-person.ts';
import { keptSections } from './kept-on-person.ts';
import { keptWith } from './test-data/kept-with.ts';
import { keptWords } from './test-data/kept-words.ts';

const textOf = (kept: KeptOnPerson, withPrivate: boolean): string =>
  keptMarkdown(keptSections(kept, withPrivate), keptWords);

/** Texts that would end or begin things in Markdown. */
const troubled = fc
  .array(
    fc.constantFrom(
      ...['# Plan', '```', '<!-- gone', '- one', '1. two', '---', '===', '> said', '<b>', ''],
      ...['[a]: b', '| a |', '    code', '*stars*', 'snake_case', 'plain words', '\r# again'],
    ),
    { minLength: 1, maxLength: 6 },
  )
  .map((lines) => lines.join('\n'));

/** What a text is once it has gone through the file: its signs, and single spaces. */
const plain = (text: string): string =>
  text
    .replaceAll(/^> ?/gm, '')
    .replaceAll(/\\(?=[^\p{L}\p{N}\s])/gu, '')
    .replaceAll(/[\s>]+/g, ' ')
    .trim();

/** Documents made of these texts in turn, each with its number, and all texts that are in them. */
function keptOf(texts: readonly string[]): { kept: KeptOnPerson; used: string[] } {
  const used: string[] = [];
  const next = (): string => {
    used.push(`t${used.length} ${texts[used.length % texts.length] ?? ''} end`);
    return used.at(-1) ?? '';
  };
  return { kept: keptWith(next, next), used };
}

test('with what is private every text of every document is in the file', () => {
  fc.assert(
    fc.property(fc.array(troubled, { minLength: 1, maxLength: 8 }), (texts) => {
      const { kept, used } = keptOf(texts);
      const file = plain(textOf(kept, true));
      expect(used.length).toBeGreaterThan(25);
      expect(used.filter((text) => !file.includes(plain(text)))).toEqual([]);
    }),
  );
});

test('without it no character of anything private is, of any kind of document', () => {
  fc.assert(
    fc.property(privateMeetings, fc.boolean(), (meeting, isUndated) => {
      const kept = keptWith(
        () => 'open',
        () => 'Ж\n# Ж',
      );
      const one = { ...meeting, ...(isUndated && { startLocal: null, originalLocal: null }) };
      const meetings = [
        ...kept.meeting,
        { ...one, wrapUpDraft: kept.meeting[0]?.wrapUpDraft ?? null },
      ];
      const file = textOf({ ...kept, meeting: meetings }, false);
      expect(file).not.toMatch(privatePattern);
      expect(file).toContain(meeting.notes.split(/[\r\n]/)[0]);
    }),
  );
});

test('whatever was written, the file’s headings are its own, and nothing else stands between them', () => {
  fc.assert(
    fc.property(fc.array(troubled, { minLength: 1, maxLength: 8 }), (texts) => {
      const outline = (file: string): string[] =>
        new Marked()
          .lexer(file)
          .filter(({ type }) => type !== 'space')
          .map((token) =>
            token.type === 'heading' ? `${String(token.depth)} ${String(token.text)}` : token.type,
          );
      const calm = keptOf(['calm']).kept;
      const { kept } = keptOf(texts);
      const calendars = { calendar: calm.calendar };
      expect(outline(textOf({ ...kept, ...calendars }, true))).toEqual(
        outline(textOf({ ...calm, ...calendars }, true)),
      );
    }),
  );
});
