import type { Document } from '../../domain/documents/document.ts';

/** The file that holds the folder's format version and the settings. */
export const settingsFile = 'evenkeel.json';
/** The folder of all people. */
export const peopleFolder = 'people';

const documentFileName = /^(person|series-|undated-|\d{4}-\d{2}-\d{2}-).*\.json$/i;

/** Whether a file in a person's folder may be a document; anything else there is left alone. */
export const isDocumentFileName = (name: string): boolean => documentFileName.test(name);

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
    case 'meeting': {
      const day = (document.startLocal ?? document.originalLocal)?.slice(0, 10) ?? 'undated';
      return [peopleFolder, ownerFolder(document.personId), `${day}-${document.id}.json`];
    }
  }

  function ownerFolder(personId: string): string {
    return folderOfPerson(personId) ?? `unknown-${personId}`;
  }
}

/** A person's name as a folder can bear it: letters and digits of any script, hyphens, short. */
export function slugOf(name: string): string {
  const plain = name
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .normalize('NFC')
    .toLowerCase();
  const words = plain.replace(/[^\p{L}\p{N}]+/gu, '-').replace(/^-+|-+$/g, '');
  const short = Array.from(words).slice(0, 40).join('').replace(/-+$/, '');
  return short === '' ? 'person' : short;
}
