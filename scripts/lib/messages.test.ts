import { globSync, readFileSync } from 'node:fs';
import * as v from 'valibot';
import { expect, test } from 'vitest';
import { americanSpelling } from '../../src/domain/test-text/american-spelling.ts';
import { inProject, projectRoot } from './project.ts';

const areaSchema = v.record(
  v.string(),
  v.union([v.string(), v.array(v.object({ match: v.record(v.string(), v.string()) }))]),
);

/** Every text of the catalogue by its key; of one that depends on a number, all that it can be. */
const texts = new Map<string, readonly string[]>(
  globSync('messages/en/*.json', { cwd: projectRoot }).flatMap((path) => {
    const area = v.parse(areaSchema, JSON.parse(readFileSync(inProject(path), 'utf8')));
    return Object.entries(area)
      .filter(([key]) => key !== '$schema')
      .map(([key, text]) => [
        key,
        typeof text === 'string' ? [text] : text.flatMap(({ match }) => Object.values(match)),
      ]);
  }),
);
const keysWith = (pattern: RegExp): readonly string[] =>
  [...texts].filter(([, all]) => all.some((text) => pattern.test(text))).map(([key]) => key);

test('every text is shown somewhere', () => {
  const used = new Set(
    globSync('src/**/*.{ts,svelte}', {
      cwd: projectRoot,
      exclude: (path) => path.includes('generated'),
    }).flatMap((path) => readFileSync(inProject(path), 'utf8').match(/(?<=\bm\s*\.\s*)\w+/g) ?? []),
  );
  expect(texts.size).toBeGreaterThan(1000);
  expect([...texts.keys()].filter((key) => !used.has(key))).toEqual([]);
});

test('texts are set with the signs of print', () => {
  expect(keysWith(/\w'\w|\w' |\.\.\.| - |\s%/)).toEqual([]);
});

test('texts are spelt the British way', () => {
  expect(keysWith(new RegExp(americanSpelling.source, 'i'))).toEqual([]);
});
