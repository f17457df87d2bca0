import { expect, test } from 'vitest';
import { documentKinds } from './document-kinds.ts';
import { documentSchemas } from './document.ts';

test('every kind of document is named, once', () => {
  expect(documentKinds.toSorted()).toEqual(Object.keys(documentSchemas).toSorted());
});
