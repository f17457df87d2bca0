import { randomUUID } from 'node:crypto';
import { expect, test } from 'vitest';
import { isLibraryPageId } from './library-page-id.ts';

test('a document of the library is told from a page that ships', () => {
  expect(isLibraryPageId(randomUUID())).toBe(true);
  expect(isLibraryPageId('the-difference')).toBe(false);
  expect(isLibraryPageId(`${randomUUID()}-more`)).toBe(false);
});
