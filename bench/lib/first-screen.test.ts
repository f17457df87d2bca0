import { mkdirSync, mkdtempSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { median } from '../../scripts/lib/bench.ts';
import { firstScreenScripts } from './first-screen.ts';

function renderer(): string {
  const folder = mkdtempSync(join(tmpdir(), 'renderer-'));
  mkdirSync(join(folder, 'assets'));
  const write = (name: string, text: string): void => {
    writeFileSync(join(folder, name), text);
  };
  write(
    'index.html',
    '<script type="module" crossorigin src="./assets/index.js"></script><link rel="modulepreload" href="./assets/early.js"><link rel="stylesheet" href="./assets/a.css">',
  );
  write('assets/index.js', 'import{a}from"./a.js";const later=()=>import("./later.js");');
  write('assets/a.js', 'export*from"./b.js";"import x from \'./no.js\'";');
  write('assets/b.js', 'import"./a.js";');
  write('assets/early.js', 'export{}');
  write('assets/later.js', 'import"./deep.js"');
  write('assets/deep.js', 'export{}');
  return folder;
}

test('the first screen is what the page names and all that it imports statically', () => {
  const paths = firstScreenScripts(renderer()).map(({ path }) => path);
  expect(paths.sort()).toEqual([
    'assets/a.js',
    'assets/b.js',
    'assets/early.js',
    'assets/index.js',
  ]);
});

test('what was seen to be loaded counts as well, with what it imports', () => {
  const scripts = firstScreenScripts(renderer(), ['assets/later.js']);
  expect(scripts.map(({ path }) => path)).toContain('assets/deep.js');
  expect(scripts.every(({ gzipBytes }) => gzipBytes > 0)).toBe(true);
});

test('the median is the middle, between two where there are two', () => {
  expect(median([9, 1, 5])).toBe(5);
  expect(median([9, 1, 5, 7])).toBe(6);
});
