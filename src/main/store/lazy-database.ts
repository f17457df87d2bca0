import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** So many changes may be lost in a crash, of what can be made anew. */
const mostUnsaved = 2000;

/**
 * An SQLite file for what can be made anew or missed: changes are gathered and go to the disk
 * together, when `save` is called. Who reads sees them at once.
 */
export class LazyDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #unsaved = 0;

  /**
   * Opens the file at a path, or makes it; throws when it is damaged or of another layout.
   * @param layout what makes a new one
   * @param version tells one layout from another; from 1
   */
  constructor(path: string, layout: string, version: number) {
    this.#database = new DatabaseSync(path);
    try {
      this.#database.exec('PRAGMA journal_mode = WAL; PRAGMA synchronous = NORMAL;');
      const found = Number(this.get('PRAGMA user_version')?.user_version);
      if (found !== 0 && found !== version) throw new Error('another layout');
      if (found === 0) this.#database.exec(`${layout}; PRAGMA user_version = ${String(version)};`);
    } catch (error) {
      this.#database.close();
      throw error;
    }
  }

  get(query: string, ...values: SQLInputValue[]): Row | undefined {
    return this.#statement(query).get(...values);
  }

  all(query: string, ...values: SQLInputValue[]): readonly Row[] {
    return this.#statement(query).all(...values);
  }

  change(query: string, ...values: SQLInputValue[]): void {
    if (!this.#database.isTransaction) this.#database.exec('BEGIN');
    this.#statement(query).run(...values);
    this.#unsaved += 1;
    if (this.#unsaved >= mostUnsaved) this.save();
  }

  /** Brings what was changed to the disk. */
  save(): void {
    this.#unsaved = 0;
    if (this.#database.isTransaction) this.#database.exec('COMMIT');
  }

  /** Brings it there so that it survives a power cut. */
  saveDurably(): void {
    this.save();
    // Before it moves the log into the database, SQLite makes the log durable.
    this.#database.exec('PRAGMA wal_checkpoint(PASSIVE)');
  }

  close(): void {
    try {
      this.save();
      this.#database.close();
    } catch {
      // It is closed already, or too broken to be saved.
    }
  }

  #statement(query: string): StatementSync {
    const known = this.#statements.get(query);
    if (known !== undefined) return known;
    const made = this.#database.prepare(query);
    this.#statements.set(query, made);
    return made;
  }
}
