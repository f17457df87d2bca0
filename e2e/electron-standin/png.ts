import { crc32, deflateSync, inflateSync } from 'node:zlib';

/** A picture: four bytes a pixel, red first, rows from the top. */
export interface Pixels {
  readonly width: number;
  readonly height: number;
  readonly rgba: Buffer;
}

const signature = Buffer.from([0x89, 0x50, 0x4e, 0x47, 0x0d, 0x0a, 0x1a, 0x0a]);
/** Samples a pixel by colour type: grey, -, RGB, palette, grey and alpha, -, RGBA. */
const samplesByColorType = [1, 0, 3, 1, 2, 0, 4];

/** Whether `data` begins like a PNG file. */
export function isPng(data: Buffer): boolean {
  return data.subarray(0, 8).equals(signature);
}

/** Decodes a PNG of eight bits a sample and not interlaced; throws on any other. */
export function decodePng(data: Buffer): Pixels {
  let header: Buffer | undefined;
  let palette: Buffer = Buffer.alloc(0);
  let transparency: Buffer = Buffer.alloc(0);
  const parts: Buffer[] = [];
  for (let at = 8; at + 8 <= data.length;) {
    const length = data.readUInt32BE(at);
    const type = data.toString('latin1', at + 4, at + 8);
    const content = data.subarray(at + 8, at + 8 + length);
    if (type === 'IHDR') header = content;
    else if (type === 'PLTE') palette = content;
    else if (type === 'tRNS') transparency = content;
    else if (type === 'IDAT') parts.push(content);
    at += 12 + length;
  }
  if (!header) throw new Error('The PNG has no header');
  const [width, height] = [header.readUInt32BE(0), header.readUInt32BE(4)];
  const [depth, colorType = 0, , , interlace] = header.subarray(8);
  const samples = samplesByColorType[colorType] ?? 0;
  if (depth !== 8 || interlace !== 0 || samples === 0)
    throw new Error(
      'electron-standin: only PNGs of 8 bits a sample and without interlace are implemented',
    );
  const raw = unfilter(inflateSync(Buffer.concat(parts)), width * samples, height, samples);
  return { width, height, rgba: toRgba(raw, colorType, samples, palette, transparency) };
}

/** Undoes the prediction that PNG puts before its compression. */
function unfilter(data: Buffer, rowLength: number, height: number, step: number): Buffer {
  const out = Buffer.alloc(rowLength * height);
  for (let row = 0; row < height; row++) {
    const filter = data[row * (rowLength + 1)] ?? 0;
    for (let column = 0; column < rowLength; column++) {
      const at = row * rowLength + column;
      const left = column >= step ? (out[at - step] ?? 0) : 0;
      const up = row > 0 ? (out[at - rowLength] ?? 0) : 0;
      const upLeft = row > 0 && column >= step ? (out[at - rowLength - step] ?? 0) : 0;
      const predicted = [0, left, up, (left + up) >> 1, paeth(left, up, upLeft)][filter] ?? 0;
      out[at] = (data[row * (rowLength + 1) + 1 + column] ?? 0) + predicted;
    }
  }
  return out;
}

function paeth(left: number, up: number, upLeft: number): number {
  const [toLeft, toUp, toUpLeft] = [
    Math.abs(up - upLeft),
    Math.abs(left - upLeft),
    Math.abs(left + up - 2 * upLeft),
  ];
  if (toLeft <= toUp && toLeft <= toUpLeft) return left;
  return toUp <= toUpLeft ? up : upLeft;
}

function toRgba(
  raw: Buffer,
  colorType: number,
  samples: number,
  palette: Buffer,
  transparency: Buffer,
): Buffer {
  const rgba = Buffer.alloc((raw.length / samples) * 4);
  for (let pixel = 0; pixel * samples < raw.length; pixel++) {
    const [first = 0, second = 0, third = 0, fourth = 255] = raw.subarray(
      pixel * samples,
      (pixel + 1) * samples,
    );
    const ofPalette = [...palette.subarray(first * 3, first * 3 + 3), transparency[first] ?? 255];
    const grey = [first, first, first, samples === 2 ? second : 255];
    const color = colorType === 3 ? ofPalette : samples < 3 ? grey : [first, second, third, fourth];
    rgba.set(color, pixel * 4);
  }
  return rgba;
}

/** Encodes a picture as PNG. */
export function encodePng({ width, height, rgba }: Pixels): Buffer {
  const header = Buffer.alloc(13);
  header.writeUInt32BE(width, 0);
  header.writeUInt32BE(height, 4);
  header.set([8, 6, 0, 0, 0], 8);
  const rows = Buffer.alloc((width * 4 + 1) * height);
  for (let row = 0; row < height; row++)
    rgba.copy(rows, row * (width * 4 + 1) + 1, row * width * 4, (row + 1) * width * 4);
  return Buffer.concat([
    signature,
    chunk('IHDR', header),
    chunk('IDAT', deflateSync(rows)),
    chunk('IEND', Buffer.alloc(0)),
  ]);
}

function chunk(type: string, content: Buffer): Buffer {
  const body = Buffer.concat([Buffer.from(type, 'latin1'), content]);
  const out = Buffer.alloc(content.length + 12);
  out.writeUInt32BE(content.length, 0);
  body.copy(out, 4);
  out.writeUInt32BE(crc32(body), content.length + 8);
  return out;
}
