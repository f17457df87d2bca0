import { rmSync } from 'node:fs';
import { catalogLayoutVersion } from './catalog-queries.ts';
import { LazyDatabase } from './lazy-database.ts';

// The texts themselves are not kept a second time (content=''): only where which word stands.
const layout = `
  CREATE TABLE IF NOT EXISTS documents (
    number INTEGER PRIMARY KEY, kind TEXT NOT NULL, id TEXT NOT NULL, path TEXT NOT NULL,
    stamp TEXT NOT NULL, words_of TEXT, person TEXT, series TEXT, original TEXT, latest TEXT,
    raised TEXT, open_actions INTEGER NOT NULL, summary TEXT NOT NULL,
    UNIQUE (kind, id)
  );
  CREATE INDEX IF NOT EXISTS by_path ON documents (path);
  CREATE INDEX IF NOT EXISTS by_person ON documents (person, kind);
  CREATE INDEX IF NOT EXISTS by_series ON documents (series, original);
  CREATE INDEX IF NOT EXISTS by_latest ON documents (kind, latest);
  CREATE INDEX IF NOT EXISTS by_raised ON documents (raised) WHERE raised IS NOT NULL;
  CREATE INDEX IF NOT EXISTS by_open_actions ON documents (kind) WHERE open_actions > 0;
  CREATE INDEX IF NOT EXISTS by_words ON documents (number)
    WHERE words_of IS NOT stamp AND stamp <> '';
  CREATE VIRTUAL TABLE IF NOT EXISTS words USING fts5 (
    title, body, content='', contentless_delete=1, prefix='2 3',
    tokenize="unicode61 remove_diacritics 2"
  );
  CREATE TABLE IF NOT EXISTS state (is_complete INTEGER NOT NULL, journal TEXT);
`;

/** Opens the catalogue at a path; throws when it is broken or of another layout. */
export const openAt = (path: string): LazyDatabase =>
  new LazyDatabase(path, layout, catalogLayoutVersion);

/** Begins an empty one there; where none can be kept, one that ends with the process. */
export function openAnew(path: string): LazyDatabase {
  try {
    for (const suffix of ['', '-wal', '-shm']) rmSync(`${path}${suffix}`, { force: true });
    return openAt(path);
  } catch {
    return openAt(':memory:');
  }
}
