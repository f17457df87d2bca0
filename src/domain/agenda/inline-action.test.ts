import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { markTaken, readInlineAction } from './inline-action.ts';

/** A Tuesday. */
const context = { today: '2026-11-24', personName: 'Sam Okafor' };
const read = (line: string) => readInlineAction(line, context);

test.each([
  ['[] me: send the draft by Friday', 'me', 'send the draft', '2026-11-27'],
  ['[ ] @sam send the draft by Friday', 'them', 'send the draft', '2026-11-27'],
  ['- [ ] Sam: look at the alerts tomorrow', 'them', 'look at the alerts', '2026-11-25'],
  ['* [] them: talk to sales', 'them', 'talk to sales', null],
  ['  2. [ ] Sam Okafor: book the room before 3/12.', 'them', 'book the room.', '2026-12-03'],
  ['[] ME: ask by 1 Dec whether it fits', 'me', 'ask whether it fits', '2026-12-01'],
  ['[] me: send the draft (by Friday)', 'me', 'send the draft', '2026-11-27'],
  ['[] me: send it by Friday, then ring', 'me', 'send it, then ring', '2026-11-27'],
  ['[] me: call Ines (Friday).', 'me', 'call Ines.', '2026-11-27'],
  ['[] @me: call Ines in 2 weeks', 'me', 'call Ines', '2026-12-08'],
])('%s', (line, owner, text, dueOn) => {
  expect(read(line)).toMatchObject({ owner, text, dueOn, isTaken: false });
});

test.each([
  'me: send the draft',
  '[x] me: send the draft',
  '[] send the draft',
  '[] Bob: send the draft',
  '[] me:',
  '- [link](https://example.com) me: x',
  '',
])('"%s" is something else', (line) => {
  expect(read(line)).toBeNull();
});

test.each([
  'ask about the March numbers',
  'find out what they may do',
  'be done by the end of the week',
  'come back to what we said two days ago',
  'by Friday',
])('"%s" names no date by which it is due', (body) => {
  expect(read(`[] me: ${body}`)).toMatchObject({ text: body, dueOn: null, dueWords: '' });
});

test('a name is known without its accents and whatever its case', () => {
  const zoe = { ...context, personName: 'Zoë Müller' };
  expect(readInlineAction('[] zoe: write it up', zoe)?.owner).toBe('them');
});

test('days come before months, as in Britain, and a day that is over comes next year', () => {
  expect(read('[] me: plan it by 1/2')?.dueOn).toBe('2027-02-01');
  expect(read('[] me: plan it by 20 November')?.dueOn).toBe('2027-11-20');
});

test('a line that was taken says so and is otherwise the same', () => {
  const line = '- [ ] Sam: write it up by Friday';
  expect(markTaken(line)).toBe('- [→] Sam: write it up by Friday');
  expect(read(markTaken(line))).toEqual({ ...read(line), isTaken: true });
  expect(markTaken(markTaken(line))).toBe(markTaken(line));
});

const words = fc
  .array(
    fc.oneof(
      fc.string({ unit: 'grapheme', maxLength: 12 }).map((word) => word.replaceAll(/\s/gu, '')),
      fc.constantFrom(
        'by',
        'Friday',
        'tomorrow',
        '3/12',
        'before',
        'March',
        '27 Nov',
        'on',
        '.',
        '→',
        '[]',
      ),
    ),
    { maxLength: 8 },
  )
  .map((all) => all.join(' '));
const letters = (text: string): string => text.replaceAll(/\s/gu, '');

test('any line can be read, and no letter of it is lost', () => {
  fc.assert(
    fc.property(words, fc.constantFrom('[] me:', '- [ ] @sam ', '[→] Sam :'), (body, start) => {
      const action = read(`${start} ${body}`);
      if (action === null) return;
      const { text, dueWords, dueOn } = action;
      expect(dueOn === null).toBe(dueWords === '');
      const at = body.lastIndexOf(dueWords);
      const others = body.slice(0, at) + body.slice(at + dueWords.length);
      expect(letters(text)).toBe(letters(dueWords === '' ? body : others));
    }),
    { numRuns: 500 },
  );
});

test('reading never throws, whatever is typed', () => {
  fc.assert(
    fc.property(fc.string({ unit: 'binary', maxLength: 200 }), (line) => {
      readInlineAction(line, context);
      readInlineAction(`[] me: ${line}`, context);
      expect(readInlineAction(markTaken(line), context)?.isTaken ?? true).toBe(true);
    }),
    { numRuns: 500 },
  );
});

const plainWord = fc.constantFrom(
  'send',
  'the',
  'draft',
  'review',
  'Ines',
  'budget',
  'für',
  '(all)',
);

test('what is written as a line is read back as it was meant', () => {
  fc.assert(
    fc.property(
      fc.constantFrom('me', 'them'),
      fc.array(plainWord, { minLength: 1, maxLength: 6 }).map((all) => all.join(' ')),
      fc.option(
        fc.date({ min: new Date('2026-11-24'), max: new Date('2099-12-31'), noInvalidDate: true }),
      ),
      (owner, text, date) => {
        const dueOn = date?.toISOString().slice(0, 10) ?? null;
        const line = `[] ${owner}: ${text}${dueOn === null ? '' : ` by ${dueOn}`}`;
        expect(read(line)).toMatchObject({ owner, text, dueOn });
      },
    ),
  );
});
