import type { Article } from '../../domain/documents/article.ts';
import { addressesIn } from '../../domain/library/addresses.ts';
import { pathMeant } from '../../domain/library/folder-path.ts';
import { libraryLimits } from '../../domain/library/limits.ts';
import { pictureTypeOf } from '../../domain/library/picture-types.ts';
import { readArticleHead } from '../../domain/library/read-article.ts';
import type { Arrival, ArrivingFile, RefusedFile } from './arrival.ts';
import { isMarkdownName, isPictureName } from './arrival.ts';
import type { PictureFolder } from './picture-folder.ts';

/** What a file makes of its document in the library. */
export type ReadDocument = Pick<
  Article,
  'path' | 'title' | 'description' | 'tags' | 'problem' | 'text' | 'pictures'
>;

interface ReadArrival {
  readonly documents: readonly ReadDocument[];
  readonly refused: readonly RefusedFile[];
}

/** Reads the documents that have come, and keeps the pictures that they show. */
export async function readArrival(
  { files, refused: before }: Arrival,
  pictures: PictureFolder,
): Promise<ReadArrival> {
  const refused = [...before];
  const documents: ReadDocument[] = [];
  const found = new Map(files.map((file) => [file.path.normalize('NFC'), file]));
  const kept = new Map<string, string | null>();
  let byteCount = 0;
  for (const file of files.filter(({ path }) => isMarkdownName(path))) {
    byteCount += Math.min(file.byteCount, libraryLimits.documentBytes);
    const isTooMuch = byteCount > libraryLimits.bytesAtOnce;
    const document = isTooMuch ? null : await readDocument(file);
    if (document === null) {
      refused.push({ path: file.path, reason: isTooMuch ? 'too-many' : 'unreadable' });
      continue;
    }
    const shown = picturesIn(document).flatMap((path) => found.get(path) ?? []);
    for (const picture of shown) {
      if (kept.has(picture.path)) continue;
      kept.set(picture.path, await keepPicture(picture, pictures, refused));
    }
    documents.push({ ...document, pictures: keptOf(shown, kept) });
  }
  return { documents, refused };
}

async function readDocument(file: ArrivingFile): Promise<Omit<ReadDocument, 'pictures'> | null> {
  const path = file.path.normalize('NFC');
  const tooLarge = { path, ...readArticleHead('', path), problem: 'too-large', text: '' } as const;
  if (file.byteCount > libraryLimits.documentBytes) return tooLarge;
  const bytes = await file.read().catch(() => null);
  if (bytes === null) return null;
  // It may have grown since it was looked at.
  if (bytes.byteLength > libraryLimits.documentBytes) return tooLarge;
  const { text, isSound } = decoded(bytes);
  const head = readArticleHead(text, path);
  return { path, ...head, problem: isSound ? head.problem : 'not-utf-8', text };
}

/** What is no UTF-8 is shown with marks in the places that could not be read. */
function decoded(bytes: Uint8Array): { readonly text: string; readonly isSound: boolean } {
  try {
    return { text: new TextDecoder('utf-8', { fatal: true }).decode(bytes), isSound: true };
  } catch {
    return { text: new TextDecoder('utf-8').decode(bytes), isSound: false };
  }
}

const picturesIn = ({ path, text }: Pick<ReadDocument, 'path' | 'text'>): readonly string[] => [
  ...new Set(addressesIn(text).flatMap((address) => pathMeant(path, address) ?? [])),
];

async function keepPicture(
  file: ArrivingFile,
  pictures: PictureFolder,
  refused: RefusedFile[],
): Promise<string | null> {
  const { path } = file;
  if (!isPictureName(path)) return null;
  const refuse = (reason: RefusedFile['reason']): null => {
    refused.push({ path, reason });
    return null;
  };
  if (file.byteCount > libraryLimits.pictureBytes) return refuse('picture-too-large');
  const bytes = await file.read().catch(() => null);
  if (bytes === null) return refuse('unreadable');
  const type = pictureTypeOf(bytes);
  return type === null ? refuse('no-picture') : pictures.keep(bytes, type);
}

function keptOf(
  shown: readonly ArrivingFile[],
  kept: ReadonlyMap<string, string | null>,
): ReadDocument['pictures'] {
  return shown.flatMap(({ path }) => {
    const file = kept.get(path) ?? null;
    return file === null ? [] : [{ path: path.normalize('NFC'), file }];
  });
}
