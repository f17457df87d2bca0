import type { Document } from '../../domain/documents/document.ts';
import { titleOfTemplate } from '../../domain/documents/template.ts';

/** The file that holds the folder's format version and the settings. */
export const settingsFile = 'evenkeel.json';
/** The folder of all people. */
export const peopleFolder = 'people';
const templatesFolder = 'templates';
const decisionsFolder = 'decisions';
/** The folder of what is kept of the user's reading. */
const readingFolder = 'reading';
const calendarsFolder = 'calendars';
/** The folder of the documents that the user added to read. */
export const libraryFolder = 'library';
/** The folders beside that of all people: whose documents are not one person's. */
export const otherFolders = [
  templatesFolder,
  decisionsFolder,
  readingFolder,
  calendarsFolder,
  libraryFolder,
] as const;

const fileNameOfPerson = /^(person|series-|feedback-|undated-|\d{4}-\d{2}-\d{2}-).*\.json$/i;
const fileNameOfOther = /^[^.~].*\.json$/i;

/**
 * Whether there may be a document at a path below the data folder: in a person's folder, or in one
 * of the others. Anything else there is left alone.
 */
export function isDocumentPath(path: string): boolean {
  const [top, ...below] = path.split('/');
  const name = below.at(-1) ?? '';
  if (top === peopleFolder) return below.length === 2 && fileNameOfPerson.test(name);
  return isOtherFolder(top) && below.length === 1 && fileNameOfOther.test(name);
}

/** Whether a path below the data folder is that of a person's folder, or one of the others. */
export function isDocumentFolder(path: string): boolean {
  const [top, ...below] = path.split('/');
  return top === peopleFolder ? below.length === 1 : isOtherFolder(path);
}

/** Whether a name at the top of the data folder is that of a folder of documents of nobody's own. */
const isOtherFolder = (name: string | undefined): boolean =>
  otherFolders.some((folder) => folder === name);

/** The name of the person's folder in a path below the data folder. */
export function folderNameIn(path: string): string | null {
  const [top, name, file] = path.split('/');
  return top === peopleFolder && file !== undefined ? (name ?? null) : null;
}

/** The folder of a document that is not the data folder itself; null for the settings. */
export const folderOf = (path: string): string | null =>
  path.includes('/') ? path.slice(0, path.lastIndexOf('/')) : null;

/**
 * Where a new document goes, in parts below the data folder. The names are for people to read:
 * once written, a document stays where it is, whatever becomes of its name or date.
 * @param folderOfPerson the folder's name of a person known here, or null
 */
export function pathOfNew(
  document: Document,
  folderOfPerson: (personId: string) => string | null,
): readonly [...folders: string[], file: string] {
  switch (document.kind) {
    case 'settings':
      return [settingsFile];
    case 'person':
      return [
        peopleFolder,
        folderOfPerson(document.id) ?? `${slugOf(document.name)}-${document.id}`,
        'person.json',
      ];
    case 'series':
      return [peopleFolder, ownerFolder(document.personId), `series-${document.id}.json`];
    case 'feedback':
      return [peopleFolder, ownerFolder(document.personId), `feedback-${document.id}.json`];
    case 'decision': {
      // Whom it is about may be said later, and its line is still being typed when it is first kept.
      const day = document.createdAt.slice(0, 10);
      return [decisionsFolder, `${day}-${document.id}.json`];
    }
    case 'template': {
      const name = slugOf(titleOfTemplate(document.text) ?? '', 'template');
      return [templatesFolder, `${name}-${document.id}.json`];
    }
    case 'reading':
      return [readingFolder, `my-${document.id}.json`];
    case 'calendar':
      return [calendarsFolder, `${slugOf(document.name, 'calendar')}-${document.id}.json`];
    case 'article':
      return [libraryFolder, `${slugOf(document.title, 'document')}-${document.id}.json`];
    case 'meeting': {
      const day = (document.startLocal ?? document.originalLocal)?.slice(0, 10) ?? 'undated';
      return [peopleFolder, ownerFolder(document.personId), `${day}-${document.id}.json`];
    }
  }

  function ownerFolder(personId: string): string {
    return folderOfPerson(personId) ?? `unknown-${personId}`;
  }
}

/**
 * A name as a folder or a file can bear it: letters and digits of any script, hyphens, short.
 * @param fallback for a name without any letter or digit
 */
export function slugOf(name: string, fallback = 'person'): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  const short = Array.from(words).slice(0, 40).join('').replace(/-+$/, '');
  return short === '' ? fallback : short;
}
