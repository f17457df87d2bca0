import type { Document, DocumentRef } from '../../domain/documents/document.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import type { UndoTicket } from '../../ipc/contract.ts';
import type {
  Act,
  Backup,
  BackupDifference,
  DocumentVersion,
  RemovedDocument,
  SearchWithin,
  SetAsideFile,
  StoreProblem,
  Undone,
  WayBack,
  Where,
} from './store.ts';

/**
 * What owns the disk, as the store's face on the main thread sees it. All of it can cross to
 * another thread: plain values in, promises of plain values out.
 */
export interface Keeper {
  read(ref: DocumentRef): Promise<Document | null>;
  list(kind: DocumentRef['kind'], where?: Where): Promise<readonly Document[]>;
  /**
   * Performs an act; resolves when it survives a power cut, with null when it changed nothing.
   * @param at the instant, UTC, ISO 8601
   */
  commit(act: Act, at: string): Promise<UndoTicket | null>;
  undo(ticketId: string, at: string): Promise<Undone>;
  keepWayBack(ticketId: string): Promise<void>;
  waysBack(): Promise<readonly WayBack[]>;
  summaries(kind: DocumentRef['kind'], where?: Where): Promise<readonly Summary[]>;
  search(text: string, limit: number, within?: SearchWithin): Promise<readonly DocumentRef[]>;
  versions(ref: DocumentRef): Promise<readonly DocumentVersion[]>;
  readVersion(number: number): Promise<Document | null>;
  removed(): Promise<readonly RemovedDocument[]>;
  backups(): Promise<readonly Backup[]>;
  differencesTo(backupId: number): Promise<readonly BackupDifference[] | null>;
  restore(backupId: number, label: string, at: string): Promise<UndoTicket | null>;
  /** Makes a backup, for something is about to be restored. */
  backUp(at: string): Promise<void>;
  setAside(): Promise<readonly SetAsideFile[]>;
  mentionedPictures(): Promise<readonly string[]>;
  whenChecked(): Promise<void>;
  /** Brings what is acknowledged to its files now; what cannot be brought there stays due. */
  flush(): Promise<void>;
  close(): Promise<void>;
}

/** What a keeper says by itself. */
export type KeeperEvent =
  | { readonly kind: 'changed'; readonly touched: readonly DocumentRef[] }
  | { readonly kind: 'problems'; readonly problems: readonly StoreProblem[] };

export type Emit = (event: KeeperEvent) => void;

/** Where a keeper keeps. */
export interface KeeperPlaces {
  /** The user's documents; made when it is missing. */
  readonly dataFolder: string;
  /** Journal, undo and copies of damaged files: for this computer alone, never synced. */
  readonly localFolder: string;
}

/** An open keeper, and what it found. */
export interface OpenedKeeper {
  readonly keeper: Keeper;
  readonly readOnlyReason: string | null;
  readonly problems: readonly StoreProblem[];
}
