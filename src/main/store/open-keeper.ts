import { dirname, join, resolve } from 'node:path';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { JournalOrReason } from './acts.ts';
import { Catalog } from './catalog.ts';
import type { Codec } from './codec.ts';
import { plainCodec } from './codec.ts';
import type { Disk } from './document-file.ts';
import { peopleFolder, otherFolders } from './document-paths.ts';
import { syncFolder } from './durable-file.ts';
import type { FileSystem } from './file-system.ts';
import { nodeFileSystem } from './file-system.ts';
import { FolderLock } from './folder-lock.ts';
import { FolderKeeper } from './folder-keeper.ts';
import { FolderWriter } from './folder-writer.ts';
import { History, historyFile } from './history.ts';
import { Journal } from './journal.ts';
import type { Emit, KeeperPlaces, OpenedKeeper } from './keeper-api.ts';
import { localFolderOf } from './local-folder.ts';
import { Problems } from './problems.ts';
import { keepCopy, quarantineFolderOf } from './quarantine.ts';
import type { Reading } from './read-folder.ts';
import { openSettings } from './read-settings.ts';
import { reasonOf } from './save-failure.ts';
import { Shelf } from './shelf.ts';

/** An act's documents are in their files a quarter of a second later: some of it is for writing. */
const settleMilliseconds = 200;

const usualCheckAfterMilliseconds = 500;

export interface KeeperOptions extends KeeperPlaces {
  /** The instant, UTC, ISO 8601. */
  readonly now: () => string;
  /** An id never given before, of letters, digits and hyphens. */
  readonly newId: () => string;
  /** See KeeperParts; a moment, unless a test cannot wait. */
  readonly checkAfterMilliseconds?: number;
  readonly fileSystem?: FileSystem;
  readonly codec?: Codec;
}

/**
 * Opens a data folder: leads acts to their end that a crash interrupted, and compares the folder
 * with what is known of it while the app is already in use. Only without a catalogue is every
 * document read first. A folder that cannot be written opens read-only, with a problem that
 * says so, and so does one in which an interrupted act cannot be finished yet; one that can neither be
 * read nor made is the failure `unavailable`, with a sentence.
 */
export async function openKeeper(
  options: KeeperOptions,
  emit: Emit,
): Promise<Result<OpenedKeeper>> {
  const { newId, fileSystem = nodeFileSystem, codec = plainCodec } = options;
  const disk: Disk = { files: fileSystem, codec, newId, run: newId() };
  const dataFolder = resolve(options.dataFolder);
  const localFolder = localFolderOf(options);
  const access = await tryDataFolder(disk, dataFolder, options.now);
  if (access.kind === 'unusable') return failure('unavailable', access.message);

  const problems = new Problems((all) => {
    emit({ kind: 'problems', problems: all });
  });
  const history = await openHistory(disk, localFolder, problems);
  const catalog = access.kind === 'writable' ? Catalog.in(localFolder) : Catalog.inMemory();
  const shelf = new Shelf(disk, dataFolder, catalog);
  const reading: Reading = {
    ...{ disk, dataFolder, localFolder, shelf, catalog, problems, history },
    copies: [],
  };
  const journal = await openForWriting(reading, access);
  const writer = new FolderWriter(disk, dataFolder, shelf, problems);
  const { now, checkAfterMilliseconds = usualCheckAfterMilliseconds } = options;
  const times = { settleMilliseconds, checkAfterMilliseconds };
  const lock = access.kind === 'writable' ? access.lock : null;
  const parts = { reading, writer, emit, lock, now, ...times };
  const keeper = new FolderKeeper({ ...parts, journal });
  if ('readOnlyReason' in journal) {
    await keeper.enterAll('looking');
    tellCopies(reading);
    return success(readOnly(keeper, journal.readOnlyReason, problems));
  }
  const trouble = await begin(keeper, catalog, dataFolder);
  if (trouble === null) return success({ keeper, readOnlyReason: null, problems: problems.all() });
  // The journal keeps what the next start may be able to lead to its end.
  await journal.close();
  const looking = new FolderKeeper({ ...parts, journal: { readOnlyReason: trouble } });
  return success(readOnly(looking, trouble, problems));
}

/** Gets a folder ready to be written; answers what keeps it from that, in a sentence. */
async function begin(
  keeper: FolderKeeper,
  catalog: Catalog,
  dataFolder: string,
): Promise<string | null> {
  const isKnown = catalog.isComplete && !catalog.isBroken;
  if (!isKnown) await keeper.enterAll('tidying');
  try {
    await keeper.finishInterrupted();
  } catch (error) {
    return m.main_store_read_only_folder({ folder: dataFolder, reason: reasonOf(error) });
  }
  keeper.startChecking(!isKnown);
  return null;
}

function readOnly(keeper: FolderKeeper, reason: string, problems: Problems): OpenedKeeper {
  problems.add('read-only', reason);
  return { keeper, readOnlyReason: reason, problems: problems.all() };
}

/** A damaged history is set aside and a new one begun: it costs old versions, never a document. */
async function openHistory(
  { files, codec, run }: Disk,
  localFolder: string,
  problems: Problems,
): Promise<History> {
  const path = join(localFolder, historyFile);
  try {
    await files.makeFolders(localFolder);
    return History.open(localFolder, codec);
  } catch (error) {
    const folder = quarantineFolderOf(localFolder);
    const copy = join(folder, `history.${run}.sqlite`);
    problems.add(
      'history-damaged',
      m.main_store_history_damaged({ copy, reason: reasonOf(error) }),
    );
    try {
      await files.makeFolders(folder);
      await files.rename(path, copy);
      return History.open(localFolder, codec);
    } catch {
      return History.inMemory(codec);
    }
  }
}

/** A folder that is only read keeps its copies: they are said, not merged. */
function tellCopies({ dataFolder, copies, problems }: Reading): void {
  for (const path of copies) {
    problems.add(`twice:${path}`, m.main_store_twice({ other: join(dataFolder, path) }));
  }
}

type Access =
  | { readonly kind: 'writable'; readonly lock: FolderLock }
  | { readonly kind: 'read-only'; readonly message: string }
  | { readonly kind: 'unusable'; readonly message: string };

/** Finds out by trying: permissions alone say too little, and nothing to the system's root. */
async function tryDataFolder(disk: Disk, folder: string, now: () => string): Promise<Access> {
  const { files } = disk;
  try {
    await files.makeFolders(join(folder, peopleFolder));
    for (const other of otherFolders) await files.makeFolders(join(folder, other));
    const lock = await FolderLock.take(disk, folder, now);
    if ('heldBy' in lock) {
      const message = m.main_store_read_only_held({ folder, computer: lock.heldBy });
      return { kind: 'read-only', message };
    }
    await syncFolder(files, dirname(folder));
    return { kind: 'writable', lock };
  } catch (error) {
    const reason = reasonOf(error);
    try {
      await files.readFolder(folder);
      return { kind: 'read-only', message: m.main_store_read_only_folder({ folder, reason }) };
    } catch {
      // What kept it from being made says more than that it is not there.
      return { kind: 'unusable', message: m.main_store_unavailable({ folder, reason }) };
    }
  }
}

async function openForWriting(reading: Reading, access: Access): Promise<JournalOrReason> {
  const isWritable = access.kind === 'writable';
  const trouble = await openSettings(reading, isWritable ? 'tidying' : 'looking');
  const readOnlyReason = isWritable ? trouble : access.message;
  return readOnlyReason === null ? openJournal(reading) : { readOnlyReason };
}

async function openJournal(reading: Reading): Promise<JournalOrReason> {
  const { disk, localFolder, problems } = reading;
  try {
    await disk.files.makeFolders(localFolder);
    await syncFolder(disk.files, dirname(localFolder));
    return await Journal.open(disk, localFolder, async (path, bytes) => {
      const copy = await keepCopy(disk, localFolder, path, bytes);
      problems.add('journal', m.main_store_journal_damaged({ copy }));
    });
  } catch (error) {
    const reason = reasonOf(error);
    return { readOnlyReason: m.main_store_read_only_local({ folder: localFolder, reason }) };
  }
}
