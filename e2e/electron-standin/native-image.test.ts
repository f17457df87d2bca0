import { mkdtemp, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { PNG } from 'pngjs';
import { expect, test } from 'vitest';
import { NativeImageStandin } from './native-image.ts';

test('a picture has its size and its pixels, blue first', async () => {
  const folder = await mkdtemp(join(tmpdir(), 'standin-image-'));
  try {
    const picture = new PNG({ width: 2, height: 1 });
    picture.data = Buffer.from([1, 2, 3, 255, 4, 5, 6, 128]);
    const path = join(folder, 'two.png');
    await writeFile(path, PNG.sync.write(picture));
    const image = NativeImageStandin.createFromPath(path);
    expect(image.getSize()).toEqual({ width: 2, height: 1 });
    expect(image.toBitmap()).toEqual(Buffer.from([3, 2, 1, 255, 6, 5, 4, 128]));
  } finally {
    await rm(folder, { recursive: true });
  }
});

test('what is no picture is an empty image', () => {
  expect(NativeImageStandin.createFromPath('/nowhere.png').isEmpty()).toBe(true);
  expect(NativeImageStandin.createFromPath(import.meta.filename).isEmpty()).toBe(true);
});
