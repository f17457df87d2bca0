import { describe, expect, test } from 'vitest';
import { renderLimits, renderMarkdown } from './render-markdown.ts';
import type { RenderOptions } from './worker-protocol.ts';

const prose = { headingOffset: 0, keepsLineBreaks: false };
const html = (markdown: string, options: RenderOptions = prose): string => {
  const outcome = renderMarkdown(markdown, options);
  return outcome.ok ? outcome.html : `refused: ${outcome.problem}`;
};
const problem = (markdown: string): string => {
  const outcome = renderMarkdown(markdown, prose);
  return outcome.ok ? 'none' : outcome.problem;
};

describe('what a text becomes', () => {
  test('headings move down by the offset and stop at six', () => {
    expect(html('# A\n\n##### B', { ...prose, headingOffset: 2 })).toBe('<h3>A</h3>\n<h6>B</h6>\n');
  });

  test('a single line break is a space in prose and stays in notes', () => {
    expect(html('one\ntwo')).toBe('<p>one\ntwo</p>\n');
    expect(html('one\ntwo', { ...prose, keepsLineBreaks: true })).toBe('<p>one<br>two</p>\n');
  });

  test('raw HTML is shown as it was typed', () => {
    expect(html('a <b onclick="x()">b</b>')).toBe(
      '<p>a &lt;b onclick=&quot;x()&quot;&gt;b&lt;/b&gt;</p>\n',
    );
    expect(html('<div>\n<script>x()</script>\n</div>')).toBe(
      '<p>&lt;div&gt;<br>&lt;script&gt;x()&lt;/script&gt;<br>&lt;/div&gt;</p>\n',
    );
  });

  test('a comment is not shown, but what follows it is', () => {
    expect(html('a <!-- b --> c')).toBe('<p>a  c</p>\n');
    expect(html('<!-- a --><i>b</i> -->')).toContain('&lt;i&gt;b');
  });

  test('a picture becomes a link, and inside a link its words alone', () => {
    expect(html('![A chart](https://example.com/a.png)')).toBe(
      '<p><a href="https://example.com/a.png">A chart</a></p>\n',
    );
    expect(html('[![A chart](a.png) here](https://example.com)')).toBe(
      '<p><a href="https://example.com">A chart here</a></p>\n',
    );
  });

  test('tasks are words and boxes, not controls', () => {
    expect(html('- [ ] a\n- [x] b')).toBe('<ul>\n<li>☐ a</li>\n<li>☑ b</li>\n</ul>\n');
  });

  test('code keeps its signs and brings no class', () => {
    expect(html('```js"><img>\na < b\n```')).toBe('<pre><code>a &lt; b\n</code></pre>\n');
  });
});

describe('notes below a text', () => {
  const noteText = 'One[^a], two[^b] and one again[^a].\n\n[^b]: Second\n\n[^a]: First\n\nEnd[^c].';

  test('come in the order in which the text names them, behind all of it, each with its ways back', () => {
    expect(html(noteText)).toBe(
      [
        '<p>One<a href="evenkeel:note/1-0">1</a>, two<a href="evenkeel:note/2-0">2</a> and one again<a href="evenkeel:note/1-1">1</a>.</p>',
        '<p>End[^c].</p>',
        '<ol>',
        '<li><p>First <a href="evenkeel:noteback/1-0">↩</a> <a href="evenkeel:noteback/1-1">↩</a></p></li>',
        '<li><p>Second <a href="evenkeel:noteback/2-0">↩</a></p></li>',
        '</ol>',
        '',
      ].join('\n'),
    );
  });

  test('lead to places of the folder, and show HTML as it was typed', () => {
    const folder = { path: 'a.md', targets: [{ path: 'b.md', address: 'evenkeel:guide/b' }] };
    const shown = html('x[^1]\n\n[^1]: [b](b.md) <i onclick="x()">i</i>', { ...prose, folder });
    expect(shown).toContain('<a href="evenkeel:guide/b">b</a>');
    expect(shown).toContain('&lt;i onclick=');
  });

  test('a text may be nothing but a note', () => {
    expect(html('[^1]: alone')).toBe('');
  });
});

describe('hostile texts end in a value', () => {
  test('notes that name each other come to an end', () => {
    expect(html(`${'[^a]: [^b]\n[^b]: [^a]\n'.repeat(200)}x[^a]`)).toContain('evenkeel:noteback');
  });

  test('a note that is nested absurdly is too deep', () => {
    expect(problem(`x[^1]\n\n[^1]: ${'> '.repeat(5000)}x`)).toBe('too-deep');
  });

  test('5,000 nested quotes are too deep', () => {
    expect(problem(`${'> '.repeat(5000)}x`)).toBe('too-deep');
    expect(problem(`${'>'.repeat(5000)}x`)).toBe('too-deep');
  });

  test('list markers on one line are too deep', () => {
    expect(problem(`${'- '.repeat(2000)}x`)).toBe('too-deep');
    expect(problem(`${'1. '.repeat(3000)}x`)).toBe('too-deep');
  });

  test('a list of a hundred levels is too deep, one of a thousand too long', () => {
    const list = (levels: number): string =>
      Array.from({ length: levels }, (_, level) => `${'  '.repeat(level)}- x`).join('\n');
    expect(problem(list(100))).toBe('too-deep');
    expect(problem(list(1000))).toBe('too-long');
  });

  test('a list of ten levels is no trouble', () => {
    const list = Array.from({ length: 10 }, (_, level) => `${'  '.repeat(level)}- x`).join('\n');
    expect(problem(list)).toBe('none');
  });

  test('a text or a table beyond the bounds is too long', () => {
    expect(problem('x'.repeat(renderLimits.markdownCharacters + 1))).toBe('too-long');
    const row = (cell: string): string => `|${`${cell}|`.repeat(600)}\n`;
    expect(problem(`${row('a')}${row('-')}${'|\n'.repeat(600)}`)).toBe('too-long');
  });
});
