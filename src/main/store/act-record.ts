import * as v from 'valibot';
import { documentKinds } from '../../domain/documents/document-kinds.ts';
import type { Document } from '../../domain/documents/document.ts';
import { isJsonObject } from '../../domain/merge/json.ts';
import { fromWritten, toWritten } from './before-image.ts';
import { checkDocument } from './disk-shape.ts';

const imageField = v.pipe(
  v.nullable(v.record(v.string(), v.unknown())),
  v.rawTransform(({ dataset, addIssue, NEVER }): Document | null => {
    if (dataset.value === null) return null;
    try {
      return checkDocument(dataset.value);
    } catch (error) {
      addIssue({ message: error instanceof Error ? error.message : 'not a document' });
      return NEVER;
    }
  }),
);

const actRecordSchema = v.object({
  act: v.pipe(v.number(), v.integer()),
  ticket: v.string(),
  label: v.string(),
  at: v.string(),
  changes: v.array(
    v.pipe(
      v.unknown(),
      v.transform(fromWritten),
      v.object({
        kind: v.picklist(documentKinds),
        id: v.string(),
        before: imageField,
        after: imageField,
      }),
    ),
  ),
});

const settledRecordSchema = v.object({ settled: v.pipe(v.number(), v.integer()) });

/** Says that the way back from an act is offered for long, or was taken. */
const wayBackRecordSchema = v.union([
  v.strictObject({ kept: v.string() }),
  v.strictObject({ taken: v.string() }),
]);

/** One act as the journal keeps it: what was, and what came of it, of every document touched. */
export type ActRecord = v.InferOutput<typeof actRecordSchema>;
export type ActChange = ActRecord['changes'][number];
/** Says that everything up to this act has reached the documents' files. */
type SettledRecord = v.InferOutput<typeof settledRecordSchema>;
export type WayBackRecord = v.InferOutput<typeof wayBackRecordSchema>;
export type JournalRecord = ActRecord | SettledRecord | WayBackRecord;

/** One record's text. */
export function recordText(record: JournalRecord): string {
  if (!('act' in record)) return JSON.stringify(record);
  const changes = record.changes.map(({ kind, id, ...images }) => ({
    ...{ kind, id },
    ...toWritten(images),
  }));
  return JSON.stringify({ ...record, changes });
}

/** Reads one record's text; null for one that this version cannot use. */
export function parseRecord(text: string): JournalRecord | null {
  let value: unknown;
  try {
    value = JSON.parse(text);
  } catch {
    return null;
  }
  if (!isJsonObject(value)) return null;
  const checked = v.safeParse(schemaOf(value), value);
  return checked.success ? checked.output : null;
}

function schemaOf(value: object) {
  if (Object.hasOwn(value, 'act')) return actRecordSchema;
  return Object.hasOwn(value, 'settled') ? settledRecordSchema : wayBackRecordSchema;
}
