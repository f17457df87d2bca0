import { expect, test } from 'vitest';
import { openExternalLink, safeExternalUrl } from './external-links.ts';

test.each([
  ['https://example.org', 'https://example.org/'],
  ['HTTP://Example.ORG/a b', 'http://example.org/a%20b'],
  ['https://example.org/%zz?q=ä#x', 'https://example.org/%zz?q=%C3%A4#x'],
  ['mailto:sam@example.org?subject=1:1', 'mailto:sam@example.org?subject=1:1'],
  ['mailto:sam@example.org?attach=/etc/passwd&Subject=Hi', 'mailto:sam@example.org?Subject=Hi'],
  ['mailto:sam@example.org?%61ttach=/etc/passwd', 'mailto:sam@example.org'],
  ['mailto:?to=sam@example.org&body=a%26attach=b', 'mailto:?to=sam@example.org&body=a%26attach=b'],
  ['  https://example.org/', 'https://example.org/'],
  ['https:\\\\example.org\\a', 'https://example.org/a'],
])('%j leaves as %s', (address, url) => {
  expect(safeExternalUrl(address)).toBe(url);
});

test.each([
  'file:///etc/passwd',
  'javascript:alert(1)',
  'java\nscript:alert(1)',
  'data:text/html,x',
  'smb://host/share',
  'ms-msdt:/id',
  'vbscript:x',
  'app://evenkeel/index.html',
  'ssh://host',
  'x-man-page://1/ls',
  'https://user:pw@example.org/',
  'https://google.com@evil.example/',
  '//example.org',
  'example.org',
  '',
  'http://',
  `https://example.org/${'a'.repeat(2000)}`,
])('%j does not leave', (address) => {
  expect(safeExternalUrl(address)).toBeNull();
});

test('only the re-serialised address is handed on', async () => {
  const opened: string[] = [];
  const shell = {
    openExternal: (url: string): Promise<void> => {
      opened.push(url);
      return Promise.resolve();
    },
  };
  expect(await openExternalLink(shell, 'https://Example.org\\x')).toBe(true);
  expect(await openExternalLink(shell, 'file:///etc/passwd')).toBe(false);
  expect(opened).toEqual(['https://example.org/x']);
});
