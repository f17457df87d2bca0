import * as v from 'valibot';
import type { JsonObject } from '../../domain/merge/json.ts';
import { isJsonArray, isJsonObject } from '../../domain/merge/json.ts';
import type { Document, DocumentKind } from '../../domain/documents/document.ts';
import { documentSchemas } from '../../domain/documents/document.ts';
import { migrate, migrations } from '../../domain/documents/migrations.ts';
import type { Codec } from './codec.ts';
import { freezeDeeply } from './freeze.ts';

/** The version of the folder's layout; a folder with a newer one is only read. */
const formatVersion = 1;

/** Long texts: on disk a list of lines, so that diffs and sync tools see which line changed. */
const textsInLines = {
  person: ['workingStyle'],
  series: [],
  meeting: ['notes', 'privateNotes', 'reflection'],
  feedback: ['text'],
  decision: [],
  template: ['text'],
  reading: [],
  calendar: [],
  article: ['text'],
  settings: [],
} as const satisfies Record<DocumentKind, readonly string[]>;

/** Why a file is not a document that this version of Evenkeel can use. */
export class UnreadableDocument extends Error {
  override readonly name = 'UnreadableDocument';
  readonly reason: 'damaged' | 'newer';
  constructor(reason: 'damaged' | 'newer', message: string) {
    super(message);
    this.reason = reason;
  }
}

/**
 * The text of a file's bytes.
 * @throws UnreadableDocument when the codec cannot read them
 */
export function decodeText(codec: Codec, bytes: Uint8Array): string {
  try {
    return codec.decode(bytes);
  } catch {
    throw new UnreadableDocument('damaged', 'not text');
  }
}

/** The text of a document's file. */
export function toFileText(document: Document): string {
  const shaped: Record<string, unknown> =
    document.kind === 'settings' ? { formatVersion, ...document } : { ...document };
  for (const field of textsInLines[document.kind]) {
    const text = shaped[field];
    if (typeof text === 'string') shaped[field] = text.split('\n');
  }
  return `${JSON.stringify(shaped, null, 2)}\n`;
}

/**
 * Reads the text of a document's file; fields that this version does not know stay.
 * @throws UnreadableDocument when it is no document, or one of a newer version
 */
export function fromFileText(text: string): Document {
  const shaped: Record<string, unknown> = { ...parseObject(text) };
  // Only evenkeel.json bears it, which is the settings' file: whatever else it may hold then.
  if (typeof shaped.formatVersion === 'number' && shaped.formatVersion > formatVersion) {
    throw new UnreadableDocument('newer', 'formatVersion');
  }
  const kind = kindOf(shaped);
  if (kind === 'settings') delete shaped.formatVersion;
  for (const field of textsInLines[kind]) {
    const lines = shaped[field];
    if (isJsonArray(lines) && lines.every((line) => typeof line === 'string')) {
      shaped[field] = lines.join('\n');
    }
  }
  return checkDocument(shaped);
}

/**
 * Checks a value against the schema of the kind it says it is; what comes back cannot be changed
 * by whoever reads it.
 * @throws UnreadableDocument with the reason and the place of the first fault
 */
export function checkDocument(value: JsonObject): Document {
  const kind = kindOf(value);
  const schema = documentSchemas[kind];
  const version = value.version;
  if (typeof version === 'number' && version > schema.entries.version.literal) {
    throw new UnreadableDocument('newer', `version ${String(version)}`);
  }
  const checked = v.safeParse(schema, migrate(value, migrations[kind]));
  if (checked.success) return freezeDeeply(checked.output);
  const [issue] = checked.issues;
  throw new UnreadableDocument('damaged', `${v.getDotPath(issue) ?? kind}: ${issue.message}`);
}

function parseObject(text: string): JsonObject {
  let value: unknown;
  try {
    value = JSON.parse(text.replace(/^\uFEFF/, ''));
  } catch {
    throw new UnreadableDocument('damaged', 'not JSON');
  }
  if (!isJsonObject(value)) throw new UnreadableDocument('damaged', 'not an object');
  return value;
}

function kindOf(value: JsonObject): DocumentKind {
  const kind = value.kind;
  if (typeof kind === 'string' && isDocumentKind(kind)) return kind;
  throw new UnreadableDocument('damaged', 'kind');
}

const isDocumentKind = (kind: string): kind is DocumentKind => Object.hasOwn(documentSchemas, kind);
