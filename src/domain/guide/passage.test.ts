import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { longestPassage, quoted, trimPassage } from './passage.ts';

test('a passage becomes one line in quotation marks', () => {
  expect(quoted('  Two jobs,\n  not\ttwo rungs. ')).toBe('“Two jobs, not two rungs.”');
});

test('a long one is cut at the end of a word, and says so', () => {
  const cut = trimPassage('steady '.repeat(200));
  expect(cut.length).toBeLessThanOrEqual(longestPassage);
  expect(cut).toMatch(/steady…$/);
});

test('a passage that fits stays whole, and none grows beyond the limit', () => {
  expect(trimPassage('x'.repeat(longestPassage))).toHaveLength(longestPassage);
  fc.assert(
    fc.property(fc.string({ maxLength: 2000 }), (text) => {
      const trimmed = trimPassage(text);
      expect(trimmed.length).toBeLessThanOrEqual(longestPassage);
      expect(trimmed).not.toContain('\n');
    }),
  );
});
