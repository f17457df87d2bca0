import { expect, test } from 'vitest';
import { decodeCalendar } from './decode-calendar.ts';

const text = 'BEGIN:VCALENDAR\r\nSUMMARY:Größe\r\n';
const bytesOf = (encoding: 'utf8' | 'utf16le' | 'latin1', before = ''): Uint8Array =>
  Buffer.from(`${before}${text}`, encoding);

test.each([
  ['UTF-8', bytesOf('utf8')],
  ['UTF-8 with a mark', bytesOf('utf8', '\uFEFF')],
  ['UTF-16 with a mark', bytesOf('utf16le', '\uFEFF')],
  ['UTF-16 without one', bytesOf('utf16le')],
  ['UTF-16 the other way round', Buffer.from(bytesOf('utf16le')).swap16()],
  ['one byte a letter', bytesOf('latin1')],
])('a calendar in %s is read as it was written', (_name, bytes) => {
  expect(decodeCalendar(bytes, null)).toBe(text);
});

test.each(['\r\n ', '\n\t'])(
  'a line that is folded within a letter comes whole again (%j)',
  (fold) => {
    const [before, after] = [
      Buffer.from('BEGIN:Gr\u00fc').subarray(0, -1),
      Buffer.from('ü').subarray(1),
    ];
    const folded = Buffer.concat([before, Buffer.from(fold), after, Buffer.from(`ße${fold}Größe`)]);
    expect(decodeCalendar(folded, 'iso-8859-1')).toBe(`BEGIN:Grüße${fold}Größe`);
  },
);

test('what a server says of the encoding counts where the text is no UTF-8', () => {
  const cyrillic = Uint8Array.from([...Buffer.from('BEGIN:'), 0xcc, 0xe8, 0xf0]);
  expect(decodeCalendar(cyrillic, 'windows-1251')).toBe('BEGIN:Мир');
  expect(decodeCalendar(bytesOf('utf8'), 'windows-1251')).toBe(text);
  expect(decodeCalendar(bytesOf('latin1'), 'no such encoding')).toBe(text);
});
