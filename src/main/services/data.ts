import type { Document } from '../../domain/documents/document.ts';
import type { Person } from '../../domain/documents/person.ts';
import { summaryOf } from '../../domain/documents/summaries.ts';
import { titleOfTemplate } from '../../domain/documents/template.ts';
import { isSameJson } from '../../domain/merge/json.ts';
import { compareDocuments } from '../../domain/readable/compare-parts.ts';
import type { CheckedInput, Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { BackupView, DataView, DocumentView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { PictureFolder } from '../library/picture-folder.ts';
import { quarantineFolderOf } from '../store/quarantine.ts';
import type { DocumentVersion, Store } from '../store/store.ts';
import { leave, put, undoable, write } from './acts.ts';
import { setAsidePictures } from './data-pictures.ts';
import { differingDocuments, nameDocuments } from './document-names.ts';

export interface DataServiceParts {
  readonly store: Store;
  readonly dataFolder: string;
  /** The local things of this data folder alone. */
  readonly localFolder: string;
  /** Shows a folder in the desktop's file manager; an empty answer means that it did. */
  readonly showFolder: (path: string) => Promise<string>;
  readonly pictures: Pick<PictureFolder, 'count' | 'setAside'>;
  readonly report: (problem: unknown) => void;
}

type VersionInput = CheckedInput<'data.document'>;

/** Where the data are, what was set aside, and the ways back: backups, earlier versions. */
export function createDataService(parts: DataServiceParts): HandlersOf<'data'> {
  const { store, dataFolder, localFolder } = parts;
  const folders = {
    data: dataFolder,
    local: localFolder,
    'set-aside': quarantineFolderOf(localFolder),
  };
  return {
    'data.read': async () => success(await readData(parts)),
    'data.backup': ({ backupId }) => readBackup(store, backupId),
    'data.document': (input) => readDocument(store, input),
    'data.restoreDocument': (input) => restoreDocument(store, input),
    'data.restoreBackup': async ({ backupId }) => {
      const differences = await store.differencesTo(backupId);
      if (differences === null) return failure('not-found', m.main_backup_missing());
      const undo = await store.restore(backupId, m.main_act_restore_backup());
      if (undo === null) return failure('invalid', m.main_backup_is_now());
      return success({ value: null, undo });
    },
    'data.setAsidePictures': () => setAsidePictures(parts),
    'data.openFolder': async ({ folder }) => {
      const problem = await parts.showFolder(folders[folder]);
      if (problem === '') return success(null);
      parts.report(problem);
      return failure('unavailable', m.main_folder_failed({ folder: folders[folder] }));
    },
  };
}

async function readData(parts: DataServiceParts): Promise<DataView> {
  const { store, dataFolder, localFolder } = parts;
  const [setAside, backups, removed, pictures] = await Promise.all([
    store.setAside(),
    store.backups(),
    store.removed(),
    parts.pictures.count(),
  ]);
  const newestFirst = removed.toSorted((one, other) => other.at.localeCompare(one.at));
  const names = await nameDocuments(
    store,
    newestFirst.map(({ document }) => summaryOf(document)),
  );
  return {
    dataFolder,
    localFolder,
    readOnlyReason: store.readOnlyReason,
    // Why nothing can be changed is said where it is said that nothing can be.
    problems: store.problems().filter(({ message }) => message !== store.readOnlyReason),
    setAside,
    pictures,
    backups: backups.map(({ id, at, reason }) => ({ id, at, reason })),
    removed: names.map((document, index) => ({
      document,
      removedAt: newestFirst[index]?.at ?? '',
    })),
  };
}

async function readBackup(store: Store, backupId: number): Promise<Result<BackupView>> {
  const [backups, differences] = await Promise.all([
    store.backups(),
    store.differencesTo(backupId),
  ]);
  const backup = backups.find(({ id }) => id === backupId);
  if (backup === undefined || differences === null)
    return failure('not-found', m.main_backup_missing());
  const found = await differingDocuments(store, differences);
  const names = await nameDocuments(
    store,
    found.map(({ summary }) => summary),
  );
  return success({
    backup: { id: backup.id, at: backup.at, reason: backup.reason },
    changes: found.flatMap(({ version, isRemoved }, index) => {
      const document = names[index];
      return document === undefined ? [] : [{ document, version, isRemoved }];
    }),
    isReadOnly: store.readOnlyReason !== null,
  });
}

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

async function readDocument(store: Store, input: VersionInput): Promise<Result<DocumentView>> {
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

async function restoreDocument(store: Store, input: VersionInput): Promise<Result<Undoable<null>>> {
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
