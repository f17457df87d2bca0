const megabyte = 1024 * 1024;

/** Up to where documents are taken into the library. */
export const libraryLimits = {
  documentBytes: 5 * megabyte,
  pictureBytes: 10 * megabyte,
  /** Documents and pictures that are added in one go. */
  filesAtOnce: 5000,
  /** All documents of one go together. */
  bytesAtOnce: 200 * megabyte,
  folderDepth: 20,
} as const;
