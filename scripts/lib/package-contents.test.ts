import { expect, test } from 'vitest';
import { faultsOfPackage } from './package-contents.ts';

const needed = ['package.json', 'out/main/index.js', 'out/main/store-worker.js'];

test('a package with all that is needed, and the folders on the way, has no faults', () => {
  expect(faultsOfPackage(['out', 'out/main', ...needed], needed)).toEqual([]);
});

test('a file that is missing, and one that was taken along, are named', () => {
  const packed = ['package.json', 'out/main/index.js', 'node_modules', 'node_modules/x.js'];
  expect(faultsOfPackage(packed, needed)).toEqual([
    'out/main/store-worker.js is missing',
    'node_modules does not belong there',
    'node_modules/x.js does not belong there',
  ]);
});
