/** A file on its way into the library. */
export interface ArrivingFile {
  /** Where it is in the folder that it comes with, with slashes. */
  readonly path: string;
  readonly byteCount: number;
  /** Rejects where it cannot be read, or has become a link meanwhile. */
  readonly read: () => Promise<Uint8Array>;
}

export type RefusalReason =
  | 'link'
  | 'too-many'
  | 'too-deep'
  | 'unreadable'
  | 'no-markdown'
  | 'no-picture'
  | 'picture-too-large';

/** A file that was not taken, and why. */
export interface RefusedFile {
  readonly path: string;
  readonly reason: RefusalReason;
}

/** What comes in one go. */
export interface Arrival {
  /** The name of the folder; empty for files that come alone. */
  readonly folder: string;
  readonly files: readonly ArrivingFile[];
  readonly refused: readonly RefusedFile[];
}

export const markdownExtensions = ['md', 'markdown', 'mdown', 'mkd'] as const;

export const isMarkdownName = (path: string): boolean =>
  markdownExtensions.some((extension) => path.toLowerCase().endsWith(`.${extension}`));

export const isPictureName = (path: string): boolean => /\.(?:png|jpe?g|gif|webp|svg)$/i.test(path);
