import { expect, test } from 'vitest';
import { NativeImageStandin } from './native-image.ts';

test('a picture comes through PNG and data URL unchanged, blue first', () => {
  const bitmap = Buffer.from([1, 2, 3, 255, 4, 5, 6, 128]);
  const image = NativeImageStandin.createFromBitmap(bitmap, { width: 2, height: 1 });
  const again = NativeImageStandin.createFromDataURL(image.toDataURL());
  expect(again.getSize()).toEqual({ width: 2, height: 1 });
  expect(again.toBitmap()).toEqual(bitmap);
  expect(NativeImageStandin.createFromBuffer(image.toPNG()).toBitmap()).toEqual(bitmap);
});

test('what is no picture is an empty image', () => {
  expect(NativeImageStandin.createFromPath('/nowhere.png').isEmpty()).toBe(true);
  expect(NativeImageStandin.createFromBuffer(Buffer.from('text')).isEmpty()).toBe(true);
});
