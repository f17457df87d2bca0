import { expect, test } from 'vitest';
import { readAddress } from './calendar-address.ts';

const read = (text: string): string => {
  const address = readAddress(text);
  return address.ok ? address.url.href : address.failure;
};

test.each([
  ['https://example.org/a.ics', 'https://example.org/a.ics'],
  ['  http://example.org/a.ics#top ', 'http://example.org/a.ics'],
  ['webcal://example.org/a.ics', 'https://example.org/a.ics'],
  ['WEBCAL://example.org:8443/a.ics', 'https://example.org:8443/a.ics'],
  ['webcals://example.org/a.ics', 'https://example.org/a.ics'],
  ['example.org/a.ics', 'https://example.org/a.ics'],
  ['localhost:5232/a.ics', 'https://localhost:5232/a.ics'],
  ['file:///etc/passwd', 'bad-address'],
  ['ftp://example.org/a.ics', 'scheme'],
  ['javascript:alert(1)', 'bad-address'],
  ['data:text/calendar,BEGIN', 'bad-address'],
  ['', 'bad-address'],
  ['https://', 'bad-address'],
  ['two words', 'bad-address'],
])('%j is read as %s', (text, expected) => {
  expect(read(text)).toBe(expected);
});
