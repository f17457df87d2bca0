import { expect, test } from 'vitest';
import { pictureFilePattern, pictureTypeOf } from './picture-types.ts';

const bytes = (text: string) => Uint8Array.from(text, (character) => character.charCodeAt(0));

test.each([
  ['\x89PNG\r\n\x1a\n...', 'png'],
  ['\xff\xd8\xff\xe0', 'jpg'],
  ['GIF89a..', 'gif'],
  ['RIFF....WEBPVP8 ', 'webp'],
  ['RIFF....WAVEfmt ', null],
  ['<svg xmlns="http://www.w3.org/2000/svg">', null],
  ['<html>', null],
  ['', null],
])('%j is known by its bytes', (text, type) => {
  expect(pictureTypeOf(bytes(text))).toBe(type);
});

test('a kept picture is named by a hash alone', () => {
  expect(pictureFilePattern.test(`${'a'.repeat(64)}.png`)).toBe(true);
  for (const name of [`${'a'.repeat(64)}.svg`, `../${'a'.repeat(64)}.png`, 'a.png']) {
    expect(pictureFilePattern.test(name)).toBe(false);
  }
});
