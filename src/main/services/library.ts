import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { PictureFolder } from '../library/picture-folder.ts';
import type { Decided } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, remove, undoable, write } from './acts.ts';
import { createLibraryArrivals } from './library-arrivals.ts';
import type { LibraryOrder } from './library-order.ts';
import { createLibrarySearch } from './library-search.ts';
import type { Resources } from './resources.ts';

export interface LibraryParts extends ServiceParts {
  readonly resources: Resources;
  readonly pictures: PictureFolder;
  readonly libraryOrder: LibraryOrder;
  /** Asks for Markdown files; none when the user thinks better of it. */
  readonly askForFiles: () => Promise<readonly string[]>;
  /** Asks for a folder; null when the user thinks better of it. */
  readonly askForFolder: () => Promise<string | null>;
  readonly report: (problem: unknown) => void;
}

export function createLibraryService(parts: LibraryParts): HandlersOf<'library'> {
  const { store } = parts;
  return {
    'library.list': async () => success({ articles: await parts.libraryOrder() }),
    'library.remove': async ({ articleId }) =>
      undoable(
        await store.act(async (reader): Promise<Decided<Result<null>>> => {
          const article = await reader.read('article', articleId);
          if (article === null) return leave(failure('not-found', m.library_missing()));
          const label = m.library_act_remove({ title: article.title });
          return write(label, [remove('article', articleId)], null);
        }),
      ),
    'library.removeFolder': async ({ folder }) =>
      undoable(
        await store.act(async (reader): Promise<Decided<Result<null>>> => {
          const all = await reader.summaries('article');
          const gone = all.filter((article) => article.folder === folder);
          if (gone.length === 0) return leave(failure('not-found', m.library_folder_missing()));
          const changes = gone.map(({ id }) => remove('article', id));
          return write(m.library_act_remove_folder({ folder }), changes, null);
        }),
      ),
    ...createLibrarySearch(parts),
    ...createLibraryArrivals(parts),
  };
}
