import { fc } from '../test-laws/fast-check.ts';

const marks =
  '- : [ ] { } & * ! | > # % @ ` \' " \\ ~ ? , --- ## [ ]: &a *a << id: weekly a b 1 é'.split(' ');

/** Text made of what YAML and Markdown give a meaning to, to try readers with. */
export const anyMarkup: fc.Arbitrary<string> = fc.string({
  unit: fc.constantFrom(...marks, ' ', '\n', '\r\n', '\t', '\u0000'),
});
