import type { DocumentRef } from '../../domain/documents/document.ts';
import type { ComparedPart } from '../../domain/readable/compare-parts.ts';

/** What a document is called: whose it is, and of which day, or by its own title. */
export interface NamedDocument {
  readonly ref: DocumentRef;
  /** Null for templates and settings, and where nothing is known of the person any more. */
  readonly personName: string | null;
  /**
   * The calendar date of a 1:1, where it takes place, or on which something was noticed; null while
   * there is none.
   */
  readonly onDate: string | null;
  /** What a template calls itself; null where it does not, and for everything else. */
  readonly title: string | null;
}

/** A copy of a file that could not be used as it was. */
export interface SetAsideFile {
  readonly name: string;
  readonly at: string;
  readonly byteCount: number;
  readonly reason: 'unreadable' | 'second-version';
}

/** A moment of which every document can be had back. */
export interface BackupSummary {
  readonly id: number;
  readonly at: string;
  readonly reason: 'scheduled' | 'before-restore';
}

/** Some pictures of the library: how many, and how large together. */
export interface PictureCount {
  readonly count: number;
  readonly byteCount: number;
}

export interface DataView {
  readonly dataFolder: string;
  readonly localFolder: string;
  /** Why nothing can be changed, in a sentence; null when it can. */
  readonly readOnlyReason: string | null;
  /** What is wrong with the data now, each a sentence. */
  readonly problems: readonly { readonly id: string; readonly message: string }[];
  /** Newest first, as are backups and removed documents. */
  readonly setAside: readonly SetAsideFile[];
  /** All that are kept for the library. */
  readonly pictures: PictureCount;
  readonly backups: readonly BackupSummary[];
  readonly removed: readonly { readonly document: NamedDocument; readonly removedAt: string }[];
}

/** A document that is not what it was in a backup. */
interface BackupChange {
  readonly document: NamedDocument;
  /** The version that the backup holds. */
  readonly version: number;
  readonly isRemoved: boolean;
}

export interface BackupView {
  readonly backup: BackupSummary;
  readonly changes: readonly BackupChange[];
  readonly isReadOnly: boolean;
}

/** One version of a document beside the document as it is. */
export interface DocumentView {
  readonly document: NamedDocument;
  readonly version: number;
  readonly writtenAt: string;
  /** What has become of the document since. */
  readonly state: 'same' | 'changed' | 'removed';
  readonly parts: readonly ComparedPart[];
  /** All that are remembered, newest first. */
  readonly versions: readonly { readonly number: number; readonly at: string }[];
  readonly isReadOnly: boolean;
}
