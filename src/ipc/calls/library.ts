import * as v from 'valibot';
import { idField } from '../../domain/documents/fields.ts';
import { isFolderPath } from '../../domain/library/folder-path.ts';
import { libraryLimits } from '../../domain/library/limits.ts';
import type { LibraryAdded, LibraryFound, LibraryView } from '../views/library.ts';
import type { CallsOf } from './call.ts';
import { call, destructive } from './call.ts';
import { nothing, searchText } from './inputs.ts';

/** The name of a folder, without the way to it. */
const folderName = v.pipe(v.string(), v.minLength(1), v.maxLength(300), v.regex(/^[^/\\\0]+$/));

/** The calls whose names begin with `library.`. */
export const libraryCalls = {
  'library.list': call<LibraryView>()(nothing),
  /** Asks for Markdown files, and adds them; null when the user thinks better of it. */
  'library.addFiles': call<LibraryAdded | null>()(nothing),
  /** Asks for a folder, and adds all Markdown files in it with their pictures. */
  'library.addFolder': call<LibraryAdded | null>()(nothing),
  /** Adds what was dropped on the window: a folder by its name, files with an empty one. */
  'library.addDropped': call<LibraryAdded>()(
    v.strictObject({
      folder: v.union([v.literal(''), folderName]),
      files: v.pipe(
        v.array(
          v.strictObject({
            path: v.pipe(v.string(), v.maxLength(2000), v.check(isFolderPath)),
            bytes: v.instance(Uint8Array),
          }),
        ),
        v.minLength(1),
        v.maxLength(libraryLimits.filesAtOnce),
      ),
    }),
  ),
  'library.remove': destructive<null>()(v.strictObject({ articleId: idField })),
  /** Removes all documents that were added with a folder. */
  'library.removeFolder': destructive<null>()(v.strictObject({ folder: folderName })),
  /** Pages of the guide and documents of the library that hold every word. */
  'library.search': call<readonly LibraryFound[]>()(v.strictObject({ text: searchText })),
} as const satisfies CallsOf<'library'>;
