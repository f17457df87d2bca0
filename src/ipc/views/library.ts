import type { ArticleSummary } from '../../domain/documents/summaries.ts';

/** The documents that the user added, folder by folder. */
export interface LibraryView {
  readonly articles: readonly ArticleSummary[];
}

/** What became of files that were added to the library. */
export interface LibraryAdded {
  readonly folder: string;
  readonly added: number;
  readonly updated: number;
  readonly unchanged: number;
  /** Files that were not taken, each with a sentence. */
  readonly refused: readonly { readonly path: string; readonly reason: string }[];
}

/** A page of the guide or a document of the library that a search found. */
export interface LibraryFound {
  readonly pageId: string;
  readonly title: string;
  /** Null for a page of the guide; empty for a document that was added alone. */
  readonly folder: string | null;
  /** Some words around what was found. */
  readonly excerpt: string;
}
