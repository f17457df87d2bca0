import type {
  Document,
  DocumentKind,
  DocumentOf,
  DocumentRef,
} from '../../domain/documents/document.ts';
import type { SummaryOf } from '../../domain/documents/summaries.ts';
import type { UndoTicket } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';

/** One document written, or taken away. */
export type Change =
  | { readonly kind: 'put'; readonly document: Document }
  | { readonly kind: 'remove'; readonly ref: DocumentRef };

/** All of these changes happen, or none of them. */
export interface Act {
  /** What the user would say they did, for the way back: "Remove talking point". */
  readonly label: string;
  readonly changes: readonly Change[];
}

/** Something that was found wrong when the store opened, or went wrong since. */
export interface StoreProblem {
  readonly id: string;
  /** What happened, what was kept, what to do. */
  readonly message: string;
}

/** Which documents of a kind are meant; those that fit all that is given. */
export interface Where {
  readonly personId?: string;
  readonly seriesId?: string;
  /** The wall time that identifies an occurrence in its series. */
  readonly originalLocal?: string;
  /** Meetings that begin at this wall time or later, wherever they are, and those without a date. */
  readonly fromLocal?: string;
  /** Meetings in which something came up on this date or later, in UTC. */
  readonly raisedFrom?: string;
  /** Meetings in which something was promised that is not done. */
  readonly hasOpenActions?: true;
}

/** Which documents a search is for; those that fit all that is given. */
export type SearchWithin = Pick<Where, 'personId'> & { readonly kind?: DocumentKind };

/** One earlier version of a document. */
export interface DocumentVersion {
  /** Grows with time; tells versions of all documents apart. */
  readonly number: number;
  /** The instant at which it was written, UTC, ISO 8601. */
  readonly at: string;
}

/** A document that is not there any more, as it was last. */
export interface RemovedDocument {
  readonly document: Document;
  readonly at: string;
}

/** A moment of which every document can be had back, on this computer. */
export interface Backup {
  readonly id: number;
  /** The instant, UTC, ISO 8601. */
  readonly at: string;
  /** Made by itself every hour, or just before something was restored. */
  readonly reason: 'scheduled' | 'before-restore';
}

/** A way back from an act, and the instant of the act, UTC, ISO 8601. */
export interface WayBack extends UndoTicket {
  readonly at: string;
}

/** A document that is not what it was in a backup. */
export interface BackupDifference {
  readonly ref: DocumentRef;
  /** The version that the backup holds; see `readVersion`. */
  readonly version: number;
  /** Whether it has been removed since. */
  readonly isRemoved: boolean;
}

/** Why a write did not reach the disk; the user's sentence is in the message. */
export class NotSavedError extends Error {
  override readonly name = 'NotSavedError';
}

/** Why something could not be read; the user's sentence is in the message. */
export class NotReadError extends Error {
  override readonly name = 'NotReadError';
}

/** A copy of a file that could not be used as it was. */
export interface SetAsideFile {
  /** In the folder of what was set aside. */
  readonly name: string;
  /** The instant at which it was, UTC, ISO 8601. */
  readonly at: string;
  readonly byteCount: number;
  /** It could not be read, or was a second version of a document, which has been merged. */
  readonly reason: 'unreadable' | 'second-version';
}

/**
 * The documents of one data folder. Reading is asynchronous, for documents come on demand, and
 * rejects with NotReadError while the disk is away, and once it is closed; a promise of `act` resolves when its changes
 * survive a power cut, and rejects with NotSavedError.
 */
export interface Store {
  read<K extends DocumentKind>(kind: K, id: string): Promise<DocumentOf<K> | null>;
  list<K extends DocumentKind>(kind: K, where?: Where): Promise<readonly DocumentOf<K>[]>;
  /**
   * Reads, decides and writes in one turn, so that no other act comes between: `decide` gets the
   * store as it is and gives the act, or null to leave everything as it is.
   */
  act<T>(decide: (reader: StoreReader) => Promise<Decided<T>>): Promise<Acted<T>>;
  /**
   * Takes back one act; later changes to other parts of the same documents stay. This is an act of
   * its own, with its own ticket. Rejects with NotSavedError.
   */
  undo(ticketId: string): Promise<Undone>;
  /**
   * From now on this way back is among `waysBack`, and outlives however many other acts, until it is
   * taken or thirty newer ones are kept. Never rejects: what was done is done.
   */
  keepWayBack(ticketId: string): Promise<void>;
  /** The ways back that are kept, newest first, across starts. */
  waysBack(): Promise<readonly WayBack[]>;
  /** What lists need of every document of a kind, without its texts. */
  summaries<K extends DocumentKind>(kind: K, where?: Where): Promise<readonly SummaryOf<K>[]>;
  /**
   * Documents that hold every word of what was typed, each from its beginning, best first. What was
   * saved is found a quarter of a second later.
   */
  search(text: string, limit: number, within?: SearchWithin): Promise<readonly DocumentRef[]>;
  /** The versions of one document that this computer remembers, newest first. */
  versions(ref: DocumentRef): Promise<readonly DocumentVersion[]>;
  /** One version; null when it is not remembered any more. To restore it, put it. */
  readVersion(number: number): Promise<Document | null>;
  /** Documents that were removed, as far as this computer remembers them. */
  removed(): Promise<readonly RemovedDocument[]>;
  /** The backups of this computer, newest first. */
  backups(): Promise<readonly Backup[]>;
  /** What restoring a backup would put back; null when there is no such backup. */
  differencesTo(backupId: number): Promise<readonly BackupDifference[] | null>;
  /**
   * Puts everything back that a backup holds, in one act; what was made since stays. Null when all
   * is as it was. Rejects with NotSavedError.
   */
  restore(backupId: number, label: string): Promise<UndoTicket | null>;
  /** Makes a backup of everything as it is, for something is about to be restored. */
  backUp(): Promise<void>;
  /** The copies of files that were set aside, newest first; none of them is read for it. */
  setAside(): Promise<readonly SetAsideFile[]>;
  /**
   * The names of all pictures that anything mentions which is kept on this computer: documents, ways
   * back, earlier versions and backups, copies that were set aside. Rejects when any cannot be read.
   */
  mentionedPictures(): Promise<readonly string[]>;
  /**
   * Resolves when the folder has been compared with what was known of it at the last end: until then
   * lists may show what another program has changed since.
   */
  whenChecked(): Promise<void>;
  /** Called after each act, with the documents it touched. */
  onChange(listener: (touched: readonly DocumentRef[]) => void): () => void;
  /**
   * Resolves when the folder is open, which this asks for where lists could be had before; with the
   * failure `unavailable` and a sentence when it can neither be read nor made.
   */
  whenOpen(): Promise<Result<null>>;
  /** Why nothing can be written for as long as this store is open; null when it can. */
  readonly readOnlyReason: string | null;
  problems(): readonly StoreProblem[];
  onProblem(listener: () => void): () => void;
  /**
   * Waits until the documents' files are what was acknowledged, where they can be: for those who
   * are about to read the files themselves. Nothing is safer afterwards than it was before.
   */
  flush(): Promise<void>;
  /** Waits for what is under way, reading, too; then lets go of the folder. */
  close(): Promise<void>;
}

export type StoreReader = Pick<Store, 'read' | 'list' | 'summaries'>;

export interface Decided<T> {
  readonly act: Act | null;
  readonly value: T;
}

export interface Acted<T> {
  readonly value: T;
  /** Null when nothing was written. */
  readonly undo: UndoTicket | null;
}

export type Undone =
  | { readonly kind: 'undone'; readonly redo: UndoTicket }
  /** All that the act did has been taken back or changed since: nothing was written. */
  | { readonly kind: 'nothing-left' }
  /** All on the person whom it is about was deleted since: once they are back, so can this be. */
  | { readonly kind: 'person-gone' }
  /** No act of this ticket is remembered; the newest twenty always are, across starts. */
  | { readonly kind: 'unknown' };
