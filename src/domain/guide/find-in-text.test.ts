import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { findInText } from './find-in-text.ts';

const wordsOf = (text: string, typed: string): readonly string[] =>
  findInText(text, typed).map(({ start, end }) => text.slice(start, end));

test('what was typed is found without regard to case and accents', () => {
  expect(wordsOf('A résumé, Résumé, RESUME.', 'resume')).toEqual(['résumé', 'Résumé', 'RESUME']);
  expect(wordsOf('Straße und İzmir', 'izmir')).toEqual(['İzmir']);
});

test('straight quotation marks find curly ones, a space finds any white space', () => {
  expect(wordsOf('It’s the team’s “why”.', 'team\'s "why"')).toEqual(['team’s “why”']);
  expect(wordsOf('one\u00a0to one', 'one to')).toEqual(['one\u00a0to']);
});

test('no stretch goes over the end of a block', () => {
  expect(findInText('The end\nThe beginning', 'end the')).toEqual([]);
});

test('nothing is found for nothing, and matches do not overlap', () => {
  expect(findInText('Anything', '  ')).toEqual([]);
  expect(findInText('aaaa', 'aa')).toEqual([
    { start: 0, end: 2 },
    { start: 2, end: 4 },
  ]);
});

test('what stands in a text is found where it stands', () => {
  const letters = fc.string({
    unit: fc.constantFrom('a', 'b', 'É', 'İ', '👍', ' '),
    maxLength: 12,
  });
  fc.assert(
    fc.property(letters, letters, letters, (before, middle, after) => {
      const word = `x${middle}x`;
      const text = `${before}${word}${after}`;
      expect(wordsOf(text, word)).toContain(word);
    }),
  );
});
