import { expect, test } from 'vitest';
import { keptFileName, shareFileName } from './file-name.ts';

test.each([
  ['Sam Okafor', '2026-11-23', '1-1 Sam Okafor 2026-11-23.md'],
  ['Zoë', null, '1-1 Zoë.md'],
  ['../../etc: a\nb', null, '1-1 .. .. etc a b.md'],
  ['', null, '1-1.md'],
  ['字'.repeat(200), '2026-11-23', `1-1 ${'字'.repeat(50)} 2026-11-23.md`],
  ['🙂'.repeat(200), null, `1-1 ${'🙂'.repeat(50)}.md`],
])('%s on %s', (name, date, file) => {
  expect(shareFileName(name, date, 'md')).toBe(file);
});

test.each([
  ['Sam Okafor', 'Sam Okafor, everything kept, 2026-11-23.md'],
  ['a/b: "c"', 'a b c, everything kept, 2026-11-23.md'],
  ['???', 'everything kept, 2026-11-23.md'],
])('all on %s', (name, file) => {
  expect(keptFileName(name, 'everything kept', '2026-11-23')).toBe(file);
});
