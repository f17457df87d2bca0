import { readFileSync } from 'node:fs';
import { refusingAbsent } from './absent.ts';
import { decodePng, encodePng, isPng } from './png.ts';
import type { Pixels } from './png.ts';

/** `nativeImage`: PNG pictures. What is no picture gives an empty image, as in Electron. */
export class NativeImageStandin implements Partial<Electron.NativeImage> {
  readonly #pixels: Pixels;

  constructor(pixels: Pixels) {
    this.#pixels = pixels;
  }

  static createEmpty(): Electron.NativeImage {
    return wrap({ width: 0, height: 0, rgba: Buffer.alloc(0) });
  }
  static createFromPath(path: string): Electron.NativeImage {
    try {
      return NativeImageStandin.createFromBuffer(readFileSync(path));
    } catch (error) {
      if (error instanceof Error && 'code' in error) return NativeImageStandin.createEmpty();
      throw error;
    }
  }
  static createFromBuffer(buffer: Buffer): Electron.NativeImage {
    if (isPng(buffer)) return wrap(decodePng(buffer));
    if (buffer.readUInt16BE(0) === 0xffd8)
      throw new Error('electron-standin: nativeImage from JPEG is not implemented; PNG is');
    return NativeImageStandin.createEmpty();
  }
  static createFromBitmap(
    buffer: Buffer,
    { width, height }: Electron.CreateFromBitmapOptions,
  ): Electron.NativeImage {
    return wrap({ width, height, rgba: swapRedAndBlue(buffer) });
  }
  static createFromDataURL(dataUrl: string): Electron.NativeImage {
    const data = /^data:image\/png;base64,(.*)$/s.exec(dataUrl)?.[1];
    return data === undefined
      ? NativeImageStandin.createEmpty()
      : NativeImageStandin.createFromBuffer(Buffer.from(data, 'base64'));
  }

  isEmpty(): boolean {
    return this.#pixels.width === 0;
  }
  getSize(): Electron.Size {
    return { width: this.#pixels.width, height: this.#pixels.height };
  }
  getAspectRatio(): number {
    return this.isEmpty() ? 1 : this.#pixels.width / this.#pixels.height;
  }
  toPNG(): Buffer {
    return this.isEmpty() ? Buffer.alloc(0) : encodePng(this.#pixels);
  }
  toDataURL(): string {
    return `data:image/png;base64,${this.toPNG().toString('base64')}`;
  }
  /** Blue first, four bytes a pixel, as in Electron. */
  toBitmap(): Buffer {
    return swapRedAndBlue(this.#pixels.rgba);
  }
  /** A mark for macOS's menu bar; elsewhere it changes nothing, in Electron too. */
  setTemplateImage(): void {
    // See above.
  }
  isTemplateImage(): boolean {
    return false;
  }
}

function wrap(pixels: Pixels): Electron.NativeImage {
  const image: Partial<Electron.NativeImage> = new NativeImageStandin(pixels);
  return refusingAbsent('nativeImage', image) as Electron.NativeImage;
}

function swapRedAndBlue(pixels: Buffer): Buffer {
  const swapped = Buffer.from(pixels);
  for (let at = 0; at + 3 < swapped.length; at += 4) {
    swapped[at] = pixels[at + 2] ?? 0;
    swapped[at + 2] = pixels[at] ?? 0;
  }
  return swapped;
}
