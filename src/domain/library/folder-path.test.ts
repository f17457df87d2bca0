import { expect, test } from 'vitest';
import { fc } from '../test-laws/fast-check.ts';
import { addressesIn } from './addresses.ts';
import { fragmentOf, isFolderPath, pathMeant } from './folder-path.ts';

test.each([
  ['b.md', 'notes/b.md'],
  ['./b.md#part', 'notes/b.md'],
  ['../b.md', 'b.md'],
  ['deep/../b%20c.md', 'notes/b c.md'],
  ['pictures\\a.png', 'notes/pictures/a.png'],
])('%s means a file of the folder', (address, path) => {
  expect(pathMeant('notes/a.md', address)).toBe(path);
});

test.each([
  '../../b.md',
  '..%2F..%2Fb.md',
  '..\\..\\b.md',
  '/etc/passwd',
  '%2Fetc/passwd',
  '//host/a.png',
  'file:///etc/passwd',
  'https://example.org/a.png',
  'javascript:alert(1)',
  'C:\\a.png',
  'a%00.png',
  '%E0%A4%A',
  '#part',
  '',
])('%j means none', (address) => {
  expect(pathMeant('notes/a.md', address)).toBeNull();
});

test('whatever is written, no way leads out of the folder', () => {
  const piece = fc.constantFrom('..', '.', '%2e%2e', '/', '\\', '%2f', '%5c', 'a', 'b.md', '%', '');
  fc.assert(
    fc.property(fc.array(piece, { maxLength: 12 }), (pieces) => {
      const path = pathMeant('notes/deep/a.md', pieces.join(''));
      if (path !== null) expect(isFolderPath(path)).toBe(true);
    }),
  );
});

test('the heading of an address', () => {
  expect(fragmentOf('b.md#Zürich%20plan')).toBe('Zürich plan');
  expect(fragmentOf('b.md')).toBe('');
  expect(fragmentOf('b.md#%')).toBe('');
});

test('the addresses of a text, however they are written', () => {
  const text = [
    '[a](one.md "title") ![b](<my picture.png>) [c](f(1).png)',
    '[d]: two.md',
    '[e](three.md#x) [a](one.md)',
  ].join('\n');
  expect(addressesIn(text)).toEqual([
    ...['one.md', 'my picture.png', 'f(1).png', 'three.md#x', 'two.md'],
  ]);
});

test.each(['](<', '[x](', '](((', '\n\n', '[', '](a'])(
  'a text of nothing but %j is read in one pass',
  (piece) => {
    const started = performance.now();
    addressesIn(piece.repeat(5_000_000 / piece.length));
    expect(performance.now() - started).toBeLessThan(10_000);
  },
);
