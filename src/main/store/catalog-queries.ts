import type { DatabaseSync } from 'node:sqlite';
import type { DocumentKind, DocumentRef } from '../../domain/documents/document.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import type { Where } from './store.ts';

// What both threads ask the catalogue. Apart from catalog.ts, so that main's thread does without the
// schemas of all documents while the app starts.

export const catalogFile = 'catalog.sqlite';
/** Raised whenever what is kept of a document changes: a catalogue of another number is made anew. */
export const catalogLayoutVersion = 4;

type Values = readonly string[];

/** What documents of a kind must fulfil, as SQL, and the values in it. */
export function conditionOf(
  kind: DocumentKind,
  { personId, seriesId, originalLocal, fromLocal, raisedFrom, hasOpenActions }: Where = {},
): readonly [condition: string, values: Values] {
  const parts: readonly (readonly [condition: string, value: string | undefined])[] = [
    ['kind = ?', kind],
    ['person = ?', personId],
    ['series = ?', seriesId],
    ['original = ?', originalLocal],
    ['(latest >= ? OR latest IS NULL)', fromLocal],
    ['raised >= ?', raisedFrom],
  ];
  const used = parts.flatMap(([condition, value]) =>
    value === undefined ? [] : [[condition, value] as const],
  );
  const conditions = used.map(([condition]) => condition);
  if (hasOpenActions) conditions.push('open_actions > 0');
  return [conditions.join(' AND '), used.map(([, value]) => value)];
}

/** What lists need of the documents of one kind. */
export function readSummaries(
  database: Readable,
  kind: DocumentKind,
  where?: Where,
): readonly Summary[] {
  const [condition, values] = conditionOf(kind, where);
  return database
    .all(`SELECT summary FROM documents WHERE ${condition}`, ...values)
    .map(({ summary }) => JSON.parse(String(summary)) as Summary);
}

/** What lists need of one document; null when there is none. */
export function readSummary(database: Readable, { kind, id }: DocumentRef): Summary | null {
  const query = 'SELECT summary FROM documents WHERE kind = ? AND id = ?';
  const [row] = database.all(query, kind, id);
  return row === undefined ? null : (JSON.parse(String(row.summary)) as Summary);
}

/** An SQLite file that answers queries. */
export interface Readable {
  all(query: string, ...values: string[]): readonly Readonly<Record<string, unknown>>[];
}

export const readable = (database: DatabaseSync): Readable => ({
  all: (query, ...values) => database.prepare(query).all(...values),
});
