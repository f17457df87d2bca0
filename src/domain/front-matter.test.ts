import { describe, expect, test } from 'vitest';
import { readFrontMatter } from './front-matter.ts';
import { fc } from './test-laws/fast-check.ts';
import { anyMarkup } from './test-text/any-markup.ts';

function problemOf(text: string): string {
  const result = readFrontMatter(text);
  return result.ok ? 'no problem' : result.problem;
}

describe('a file with front matter', () => {
  test('comes apart into data and body', () => {
    expect(readFrontMatter('---\nid: weekly\norder: 1\n---\n\n## One\n')).toEqual({
      ok: true,
      value: { data: { id: 'weekly', order: 1 }, body: '\n## One\n' },
    });
  });

  test('may come from Windows, byte order mark and all', () => {
    expect(readFrontMatter('\uFEFF---\r\nid: weekly\r\n---\r\nText\r\n')).toEqual({
      ok: true,
      value: { data: { id: 'weekly' }, body: 'Text\n' },
    });
  });

  test('keeps a later line of hyphens in the body', () => {
    expect(readFrontMatter('---\nid: a\n---\none\n---\ntwo')).toMatchObject({
      value: { body: 'one\n---\ntwo' },
    });
  });

  test('may have empty front matter', () => {
    expect(readFrontMatter('---\n---\nText')).toEqual({
      ok: true,
      value: { data: null, body: 'Text' },
    });
  });
});

describe('a file that cannot be read', () => {
  test.each([
    ['nothing at all', '', 'The file does not begin with front matter (a line of ---).'],
    ['no front matter', '# Title\n', 'The file does not begin with front matter (a line of ---).'],
    ['no end', '---\nid: a\n', 'The front matter is not closed by a second line of ---.'],
  ])('says so: %s', (_name, text, problem) => {
    expect(problemOf(text)).toBe(problem);
  });

  test('names the line, counted in the file, where the YAML is broken', () => {
    expect(problemOf('---\nid: a\ntitle: "open\n---\n')).toMatch(
      /^Line \d of the front matter is not YAML: .+\.$/,
    );
    expect(problemOf('---\nid: a\nid: b\n---\n')).toMatch(
      /^Line 3 of the front matter is not YAML/,
    );
  });

  test('is refused when it uses aliases, which could grow without end', () => {
    expect(problemOf('---\na: &a [x, x]\nb: [*a, *a]\n---\n')).toMatch(
      /^The front matter cannot be read: .+\.$/,
    );
  });

  test('never throws', () => {
    const nested = `---\n${'['.repeat(5_000)}\n---\n`;
    expect(readFrontMatter(nested).ok).toBe(false);
    fc.assert(
      fc.property(anyMarkup, (text) => {
        const result = readFrontMatter(`---\n${text}\n---\n`);
        expect(typeof result.ok).toBe('boolean');
      }),
    );
  });
});
