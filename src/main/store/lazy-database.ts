import type { SQLInputValue, SQLOutputValue, StatementSync } from 'node:sqlite';
import { DatabaseSync } from 'node:sqlite';

export type Row = Readonly<Record<string, SQLOutputValue>>;

/** So many changes may be lost in a crash, of what can be made anew. */
const mostUnsaved = 2000;
const mostGathered = 100;

interface Change {
  readonly query: string;
  readonly valuesOf: () => readonly SQLInputValue[];
}

/**
 * An SQLite file for what can be made anew or missed: changes are gathered and go to the disk
 * together, when `save` is called. Whoever waits for a change does not wait for this: it is done once
 * everything at hand is. Who reads sees them all: what was not yet done is done then.
 */
export class LazyDatabase {
  readonly #database: DatabaseSync;
  readonly #statements = new Map<string, StatementSync>();
  #gathered: Change[] = [];
  #unsaved = 0;
  #hasLost = false;

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

  /** Whether something that was to change could not be. */
  get hasLost(): boolean {
    return this.#hasLost;
  }

  get(query: string, ...values: SQLInputValue[]): Row | undefined {
    this.#perform();
    return this.#statement(query).get(...values);
  }

  all(query: string, ...values: SQLInputValue[]): readonly Row[] {
    this.#perform();
    return this.#statement(query).all(...values);
  }

  change(query: string, ...values: SQLInputValue[]): void {
    this.changeWith(query, () => values);
  }

  /** @param valuesOf works the values out when the change is done: nobody waits for that either */
  changeWith(query: string, valuesOf: () => readonly SQLInputValue[]): void {
    this.#gathered.push({ query, valuesOf });
    if (this.#gathered.length === 1) {
      setImmediate(() => {
        this.#performInTurn();
      });
    }
    if (this.#gathered.length >= mostGathered) this.#perform();
  }

  /** Brings what was changed to the disk. */
  save(): void {
    this.#perform();
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

  #performInTurn(): void {
    try {
      this.#perform();
    } catch {
      // `hasLost` says so.
    }
  }

  #perform(): void {
    const changes = this.#gathered;
    if (changes.length === 0) return;
    this.#gathered = [];
    try {
      if (!this.#database.isTransaction) this.#database.exec('BEGIN');
      for (const { query, valuesOf } of changes) this.#statement(query).run(...valuesOf());
    } catch (error) {
      this.#hasLost = true;
      throw error;
    }
    this.#unsaved += changes.length;
    if (this.#unsaved >= mostUnsaved) this.save();
  }

  #statement(query: string): StatementSync {
    const known = this.#statements.get(query);
    if (known !== undefined) return known;
    const made = this.#database.prepare(query);
    this.#statements.set(query, made);
    return made;
  }
}
