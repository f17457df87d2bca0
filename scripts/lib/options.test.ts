import { expect, test } from 'vitest';
import * as v from 'valibot';
import { readOptions } from './options.ts';

const usage = 'npm run walk -- [--steps 10] [FILTER]';
const schema = v.object({
  steps: v.optional(v.pipe(v.string(), v.regex(/^\d+$/), v.transform(Number)), '10'),
});

test('options are what their schema makes of them, and words stand beside them', () => {
  expect(readOptions([], { schema, usage })).toEqual({ options: { steps: 10 }, words: [] });
  const asked = readOptions(['far', '--steps', '7'], { schema, usage, takesWords: true });
  expect(asked).toEqual({ options: { steps: 7 }, words: ['far'] });
});

test.each([
  ['an option that is not known', ['--stepz', '7'], /--stepz/],
  ['a value that cannot be', ['--steps', 'many'], /^--steps cannot be that\./],
  ['a word where none may stand', ['far'], /'far'/],
])('%s is a mistake that is told with the usage', (_, args, sentence) => {
  const read = () => readOptions(args, { schema, usage });
  expect(read).toThrow(sentence);
  expect(read).toThrow(`\nUsage: ${usage}`);
});
