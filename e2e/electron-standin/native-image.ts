import { readFileSync } from 'node:fs';
import { PNG } from 'pngjs';
import { asElectron } from './absent.ts';

/** `nativeImage`: PNG pictures. What cannot be read gives an empty image, as in Electron. */
export class NativeImageStandin implements Partial<Electron.NativeImage> {
  readonly #picture: { readonly width: number; readonly height: number; readonly data: Buffer };

  constructor(file?: Buffer) {
    this.#picture = file ? PNG.sync.read(file) : { width: 0, height: 0, data: Buffer.alloc(0) };
  }

  static createEmpty(): Electron.NativeImage {
    return asElectron('nativeImage', new NativeImageStandin());
  }
  static createFromPath(path: string): Electron.NativeImage {
    try {
      return asElectron('nativeImage', new NativeImageStandin(readFileSync(path)));
    } catch {
      return NativeImageStandin.createEmpty();
    }
  }

  isEmpty(): boolean {
    return this.#picture.width === 0;
  }
  getSize(): Electron.Size {
    return { width: this.#picture.width, height: this.#picture.height };
  }
  /** Blue first, four bytes a pixel, as in Electron. */
  toBitmap(): Buffer {
    const { data } = this.#picture;
    const bitmap = Buffer.from(data);
    for (let at = 0; at < data.length; at += 4) {
      bitmap[at] = data[at + 2] ?? 0;
      bitmap[at + 2] = data[at] ?? 0;
    }
    return bitmap;
  }
}
