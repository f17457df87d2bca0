/**
 * The one place that every document passes on its way to and from disk, in the data folder and in
 * the journal alike: encryption belongs here and nowhere else.
 */
export interface Codec {
  encode(text: string): Uint8Array;
  /** Throws when the bytes are not what `encode` gives. */
  decode(bytes: Uint8Array): string;
}

/** Text as it is, in UTF-8; bytes that are not UTF-8 are refused rather than replaced. */
export const plainCodec: Codec = {
  encode: (text) => new TextEncoder().encode(text),
  decode: (bytes) => new TextDecoder('utf-8', { fatal: true }).decode(bytes),
};
