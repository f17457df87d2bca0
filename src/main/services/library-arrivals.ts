import { isDeepStrictEqual } from 'node:util';
import type { Article } from '../../domain/documents/article.ts';
import { libraryLimits } from '../../domain/library/limits.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { LibraryAdded } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import { articleId } from '../library/article-id.ts';
import type { Arrival, RefusalReason } from '../library/arrival.ts';
import type { ReadDocument } from '../library/read-arrival.ts';
import type { Change, Decided, StoreReader } from '../store/store.ts';
import { put, timestamp, write } from './acts.ts';
import type { LibraryParts } from './library.ts';

type Arrivals = Pick<
  HandlersOf<'library'>,
  'library.addFiles' | 'library.addFolder' | 'library.addDropped'
>;

/** So many documents are written in one act: nothing else waits long for its turn. */
const documentsPerAct = 100;
const charactersPerAct = libraryLimits.documentBytes;

const sentences: Record<RefusalReason, () => string> = {
  link: m.library_refused_link,
  'too-many': m.library_refused_too_many,
  'too-deep': m.library_refused_too_deep,
  unreadable: m.library_refused_unreadable,
  'no-markdown': m.library_refused_no_markdown,
  'no-picture': m.library_refused_no_picture,
  'picture-too-large': m.library_refused_picture_too_large,
};

/** The ways in which documents come: files or a folder that are chosen, or dropped on the window. */
export function createLibraryArrivals(parts: LibraryParts): Arrivals {
  return {
    'library.addFiles': async () => {
      const paths = await parts.askForFiles();
      if (paths.length === 0) return success(null);
      const { collectFiles } = await import('../library/collect-files.ts');
      return take(parts, () => collectFiles(paths));
    },
    'library.addFolder': async () => {
      const path = await parts.askForFolder();
      if (path === null) return success(null);
      const { collectFolder } = await import('../library/collect-files.ts');
      return take(parts, () => collectFolder(path));
    },
    'library.addDropped': ({ folder, files }) => {
      const arriving = files.map(({ path, bytes }) => ({
        ...{ path, byteCount: bytes.byteLength },
        read: () => Promise.resolve(bytes),
      }));
      return take(parts, () => Promise.resolve({ folder, files: arriving, refused: [] }));
    },
  };
}

async function take(
  parts: LibraryParts,
  collect: () => Promise<Arrival>,
): Promise<Result<LibraryAdded>> {
  const { readArrival } = await import('../library/read-arrival.ts');
  let arrival: Arrival;
  let read: Awaited<ReturnType<typeof readArrival>>;
  try {
    arrival = await collect();
    read = await readArrival(arrival, parts.pictures);
  } catch (error) {
    parts.report(error);
    return failure('unavailable', m.library_add_failed());
  }
  const { folder } = arrival;
  const counts = { added: 0, updated: 0, unchanged: 0 };
  for (const documents of inBatches(read.documents)) {
    const { value } = await parts.store.act((reader) => decide(parts, reader, folder, documents));
    if (!value.ok) return value;
    for (const kind of value.value) counts[kind] += 1;
  }
  const refused = read.refused.map(({ path, reason }) => ({ path, reason: sentences[reason]() }));
  return success({ folder, ...counts, refused });
}

type Outcome = 'added' | 'updated' | 'unchanged';

/** The same file added again is the same document, as it is now. */
async function decide(
  { clock }: LibraryParts,
  reader: StoreReader,
  folder: string,
  documents: readonly ReadDocument[],
): Promise<Decided<Result<readonly Outcome[]>>> {
  const known = new Map(
    (await reader.summaries('article'))
      .filter((article) => article.folder === folder)
      .map(({ path, id }) => [path, id]),
  );
  const changes: Change[] = [];
  const outcomes: Outcome[] = [];
  for (const document of documents) {
    const id = known.get(document.path);
    const before = id === undefined ? null : await reader.read('article', id);
    const after: Article = before
      ? { ...before, ...document }
      : {
          ...{
            kind: 'article',
            version: 1,
            id: articleId(folder, document.path),
            folder,
            addedAt: timestamp(clock),
          },
          ...document,
        };
    const isSame = isDeepStrictEqual(before, after);
    outcomes.push(before === null ? 'added' : isSame ? 'unchanged' : 'updated');
    if (!isSame) changes.push(put(after));
  }
  if (changes.length === 0) return { act: null, value: success(outcomes) };
  return write(m.library_act_add({ count: changes.length }), changes, outcomes);
}

function inBatches(documents: readonly ReadDocument[]): readonly (readonly ReadDocument[])[] {
  const batches: ReadDocument[][] = [];
  let characters = Infinity;
  for (const document of documents) {
    const last = batches.at(-1);
    characters += document.text.length;
    if (last && last.length < documentsPerAct && characters <= charactersPerAct) {
      last.push(document);
      continue;
    }
    batches.push([document]);
    characters = document.text.length;
  }
  return batches;
}
