import { expect, test } from 'vitest';
import { mendText } from './show-html.ts';

// jsdom has no setHTML: sanitising is tested in Chromium, here is what comes after it.
function mend(html: string): { root: HTMLElement; headings: ReturnType<typeof mendText> } {
  const root = document.createElement('div');
  root.innerHTML = html;
  return { root, headings: mendText(root) };
}

test('headings get ids that stay the same, also when their words repeat', () => {
  const { root, headings } = mend('<h2>The other side</h2><h3>The other side</h3><h2>?!</h2>');
  expect(headings).toEqual([
    { slug: 'the-other-side', text: 'The other side', level: 2 },
    { slug: 'the-other-side-2', text: 'The other side', level: 3 },
    { slug: 'section', text: '?!', level: 2 },
  ]);
  expect(root.querySelector('h3')?.id).toBe('text-the-other-side-2');
});

test('a link that leads nowhere keeps its words alone', () => {
  const { root } = mend('<p><a href="javascript:x()">click <em>me</em></a></p>');
  expect(root.innerHTML).toBe('<p>click <em>me</em></p>');
});

test('a link of our own becomes a place, one of the web says where it leads', () => {
  const { root } = mend(
    '<a href="evenkeel:guide/the-balance">b</a><a href="https://example.com" title="Your bank">w</a>',
  );
  const [own, web] = root.querySelectorAll('a');
  expect(own?.getAttribute('href')).toBe('#/guide/the-balance');
  expect(web?.title).toContain('https://example.com/');
  expect(web?.rel).toBe('noopener noreferrer');
});

test('an evidence link becomes a label in the words of the app', () => {
  const { root } = mend('<p><a href="evenkeel:evidence/practice">anything</a></p>');
  expect(root.querySelector('a')).toBeNull();
  expect(root.querySelector('[data-evidence=practice]')?.textContent).toBe('practice');
});

test("a task's box is named in words", () => {
  const { root } = mend('<ul><li>☑ ship it</li><li><p>☐ later</p></li><li>plain</li></ul>');
  const marks = [...root.querySelectorAll('[role=img]')];
  expect(marks.map((mark) => mark.ariaLabel)).toEqual(['Done:', 'To do:']);
});

test('the empty corner of a table heads nothing', () => {
  const { root } = mend('<table><tr><th></th><th>A</th></tr></table>');
  expect([...root.querySelectorAll('tr > *')].map(({ localName }) => localName)).toEqual([
    'td',
    'th',
  ]);
});

test('a note is led to from the text, and leads back to each place that names it', () => {
  const { root, headings } = mend(
    '<h2>Why<a href="evenkeel:note/1-0">1</a></h2><p>So<a href="evenkeel:note/1-1">1</a></p>' +
      '<ol><li><p>Because <a href="evenkeel:noteback/1-0">↩</a> <a href="evenkeel:noteback/1-1">↩</a></p></li></ol>',
  );
  expect(headings).toEqual([{ slug: 'why', text: 'Why', level: 2 }]);
  const notes = root.querySelector('[role=doc-endnotes]');
  expect(notes?.getAttribute('aria-label')).toBe('Notes');
  const note = notes?.querySelector('li');
  const [first, second] = root.querySelectorAll('sup > a');
  expect([first, second].map((one) => one?.getAttribute('href'))).toEqual(
    Array(2).fill(`#${note?.id ?? ''}`),
  );
  expect(first?.getAttribute('aria-label')).toBe('Note 1');
  const back = [...(note?.querySelectorAll('a') ?? [])].map((one) => one.getAttribute('href'));
  expect(back).toEqual([`#${first?.id ?? ''}`, `#${second?.id ?? ''}`]);
  expect(new Set([first?.id, second?.id, note?.id]).size).toBe(3);
});

test('a way back that stands in no note is words', () => {
  const { root } = mend('<p><a href="evenkeel:noteback/1-0">back</a></p>');
  expect(root.innerHTML).toBe('<p>back</p>');
});
