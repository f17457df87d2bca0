import type { IncomingMessage } from 'node:http';
import type { Readable, Transform } from 'node:stream';
import { createBrotliDecompress, createGunzip, createInflate } from 'node:zlib';
import type { FetchFailure } from '../../domain/calendar/refresh.ts';

/** Says why a calendar did not come. */
export class FetchError extends Error {
  override readonly name = 'FetchError';
  readonly failure: FetchFailure;

  constructor(failure: FetchFailure, options?: ErrorOptions) {
    super(failure, options);
    this.failure = failure;
  }
}

/** What we say that we can unpack. */
export const acceptedEncodings = 'gzip, deflate, br';

const unpackers: Readonly<Record<string, () => Transform>> = {
  gzip: createGunzip,
  'x-gzip': createGunzip,
  deflate: createInflate,
  br: createBrotliDecompress,
};

/**
 * Reads all of an answer, unpacked: at most so many bytes, counted as they come, so that a small
 * answer cannot unpack into a large one.
 */
export async function readBody(answer: IncomingMessage, maximumBytes: number): Promise<Uint8Array> {
  const announced = Number(answer.headers['content-length'] ?? 0);
  if (announced > maximumBytes) throw new FetchError('too-large');
  const chunks: Buffer[] = [];
  let size = 0;
  try {
    for await (const chunk of unpacked(answer) as AsyncIterable<Buffer>) {
      size += chunk.byteLength;
      if (size > maximumBytes) throw new FetchError('too-large');
      chunks.push(chunk);
    }
  } catch (error) {
    if (error instanceof FetchError) throw error;
    throw new FetchError(isPacking(error) ? 'encoding' : 'cut-off', { cause: error });
  }
  return Buffer.concat(chunks);
}

function unpacked(answer: IncomingMessage): Readable {
  const encodings = (answer.headers['content-encoding'] ?? '')
    .split(',')
    .map((name) => name.trim().toLowerCase())
    .filter((name) => name !== '' && name !== 'identity');
  // All of them before the first is led anywhere: what nobody reads from throws where nobody catches.
  const makers = encodings.map((name) => {
    const make = unpackers[name];
    if (make === undefined) throw new FetchError('encoding');
    return make;
  });
  return makers.reduceRight<Readable>((packed, make) => {
    const unpacker = make();
    packed.on('error', (error) => unpacker.destroy(error));
    return packed.pipe(unpacker);
  }, answer);
}

/** zlib's own errors have codes such as Z_DATA_ERROR; an end that comes too early is Z_BUF_ERROR. */
const isPacking = (error: unknown): boolean =>
  error instanceof Error &&
  'code' in error &&
  /^(Z_(?!BUF)|ERR_BROTLI|ERR__ERROR_FORMAT)/.test(String(error.code));

/** What a server says of the writing of its text; null when it says nothing. */
export const charsetOf = (contentType: string): string | null =>
  /charset\s*=\s*"?([\w.:-]+)/i.exec(contentType)?.[1] ?? null;
