import type { Document } from '../../domain/documents/document.ts';
import type { Person } from '../../domain/documents/person.ts';
import { summaryOf } from '../../domain/documents/summaries.ts';
import { titleOfTemplate } from '../../domain/documents/template.ts';
import { isSameJson } from '../../domain/merge/json.ts';
import { compareDocuments } from '../../domain/readable/compare-parts.ts';
import type { CheckedInput, Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { DocumentView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { DocumentVersion, Store } from '../store/store.ts';
import { leave, put, undoable, write } from './acts.ts';
import { nameDocuments } from './document-names.ts';

type VersionInput = CheckedInput<'data.document'>;

interface Remembered extends DocumentVersion {
  readonly document: Document;
  /** All versions of the document, newest first. */
  readonly versions: readonly DocumentVersion[];
}

/** A version of a document, given its number or null for the newest; null when it is forgotten. */
async function recall(
  store: Store,
  { version: wanted, ...ref }: VersionInput,
): Promise<Remembered | null> {
  const versions = await store.versions(ref);
  const version = wanted === null ? versions[0] : versions.find(({ number }) => number === wanted);
  const document = version === undefined ? null : await store.readVersion(version.number);
  return version === undefined || document === null ? null : { ...version, document, versions };
}

/** A document as a version has it, beside what it is now. */
export async function readDocument(
  store: Store,
  input: VersionInput,
): Promise<Result<DocumentView>> {
  const was = await recall(store, input);
  if (was === null) return failure('not-found', m.main_version_missing());
  const is = await store.read(input.kind, input.id);
  const [document] = await nameDocuments(store, [summaryOf(was.document)]);
  if (document === undefined) return failure('not-found', m.main_version_missing());
  return success({
    document,
    version: was.number,
    writtenAt: was.at,
    state: is === null ? 'removed' : isSameJson(was.document, is) ? 'same' : 'changed',
    parts: compareDocuments(was.document, is),
    versions: was.versions,
    isReadOnly: store.readOnlyReason !== null,
  });
}

/** Makes a document what a version has, with its person if need be; a backup is made before. */
export async function restoreDocument(
  store: Store,
  input: VersionInput,
): Promise<Result<Undoable<null>>> {
  const was = await recall(store, input);
  if (was === null) return failure('not-found', m.main_version_missing());
  const owner = await recallOwner(store, was.document);
  await store.backUp();
  return undoable(
    await store.act(async (reader) => {
      const is = await reader.read(input.kind, input.id);
      if (isSameJson(was.document, is)) return leave(failure('invalid', m.main_version_is_now()));
      const isOwnerThere = owner === null || (await reader.read('person', owner.id)) !== null;
      const changes = [...(isOwnerThere ? [] : [put(owner)]), put(was.document)];
      return write(labelOf(was.document, owner?.name ?? ''), changes, null);
    }),
  );
}

/** The person whom a document is about, who comes back with it if need be; null for none known. */
async function recallOwner(store: Store, document: Document): Promise<Person | null> {
  const { kind } = document;
  if (kind === 'person' || kind === 'template' || kind === 'reading') return null;
  if (kind === 'calendar' || kind === 'article' || kind === 'settings') return null;
  const { personId: id } = document;
  if (id === null) return null;
  const person = await store.read('person', id);
  if (person !== null) return person;
  const newest = await recall(store, { kind: 'person', id, version: null });
  return newest?.document.kind === 'person' ? newest.document : null;
}

/** What the user would say they did. */
function labelOf(document: Document, ownerName: string): string {
  switch (document.kind) {
    case 'person':
      return m.main_act_restore_person({ name: document.name });
    case 'series':
      return ownerName === ''
        ? m.main_act_restore_series_unknown()
        : m.main_act_restore_series({ name: ownerName });
    case 'meeting':
      return ownerName === ''
        ? m.main_act_restore_meeting_unknown()
        : m.main_act_restore_meeting({ name: ownerName });
    case 'feedback':
      return ownerName === ''
        ? m.main_act_restore_feedback_unknown()
        : m.main_act_restore_feedback({ name: ownerName });
    case 'decision':
      return m.main_act_restore_decision({ title: document.title });
    case 'template': {
      const title = titleOfTemplate(document.text);
      return title === null
        ? m.main_act_restore_template_unknown()
        : m.main_act_restore_template({ title });
    }
    case 'reading':
      return m.main_act_restore_reading();
    case 'article':
      return m.main_act_restore_article({ title: document.title });
    case 'calendar':
      return m.main_act_restore_calendar({ name: document.name });
    case 'settings':
      return m.main_act_restore_settings();
  }
}
