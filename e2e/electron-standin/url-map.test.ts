import { expect, test } from 'vitest';
import { mapScheme, toAppOrigin, toAppUrl, toChromiumUrl } from './url-map.ts';

mapScheme('app');

test.each([
  ['app://evenkeel/a/b?c#d', 'http://evenkeel.app.localhost/a/b?c#d'],
  ['app://evenkeel/', 'http://evenkeel.app.localhost/'],
])('%s is loaded from %s, and back', (app, chromium) => {
  expect(toChromiumUrl(app)).toBe(chromium);
  expect(toAppUrl(chromium)).toBe(app);
});

test.each([
  'https://example.org/',
  'http://localhost:5173/',
  'http://x.other.localhost/',
  'data:text/html,x',
])('%s is left as it is', (url) => {
  expect([toChromiumUrl(url), toAppUrl(url)]).toEqual([url, url]);
});

test("origins are the app's own", () => {
  expect(toAppOrigin('app://evenkeel/x')).toBe('app://evenkeel');
  expect(toAppOrigin('http://evenkeel.app.localhost/x')).toBe('app://evenkeel');
});
