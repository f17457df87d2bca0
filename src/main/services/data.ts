import { compareTexts } from '../../domain/compare-texts.ts';
import { summaryOf } from '../../domain/documents/summaries.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { BackupView, DataView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { PictureFolder } from '../library/picture-folder.ts';
import { quarantineFolderOf } from '../store/quarantine.ts';
import type { Store } from '../store/store.ts';
import { readDocument, restoreDocument } from './data-documents.ts';
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
  const newestFirst = removed.toSorted((one, other) => compareTexts(other.at, one.at));
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
