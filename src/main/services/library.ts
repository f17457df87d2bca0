import { excerptOf, holdsWords } from '../../domain/library/search-text.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { LibraryFound } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { PictureFolder } from '../library/picture-folder.ts';
import type { Decided } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, remove, undoable, write } from './acts.ts';
import { createLibraryArrivals } from './library-arrivals.ts';
import { inLibraryOrder } from './library-order.ts';
import type { Resources } from './resources.ts';

export interface LibraryParts extends ServiceParts {
  readonly resources: Resources;
  readonly pictures: PictureFolder;
  /** Asks for Markdown files; none when the user thinks better of it. */
  readonly askForFiles: () => Promise<readonly string[]>;
  /** Asks for a folder; null when the user thinks better of it. */
  readonly askForFolder: () => Promise<string | null>;
  readonly report: (problem: unknown) => void;
}

/** So many documents are found at most: nobody reads a longer list. */
const mostFound = 50;

export function createLibraryService(parts: LibraryParts): HandlersOf<'library'> {
  const { store } = parts;
  return {
    'library.list': async () =>
      success({ articles: inLibraryOrder(await store.summaries('article')) }),
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
    'library.search': async ({ text }) =>
      success([...(await searchGuide(parts, text)), ...(await searchLibrary(parts, text))]),
    ...createLibraryArrivals(parts),
  };
}

async function searchGuide(
  { resources }: LibraryParts,
  text: string,
): Promise<readonly LibraryFound[]> {
  const pages = await resources.guidePages();
  return pages
    .filter(({ title, markdown }) => holdsWords(`${title}\n${markdown}`, text))
    .map(({ id, title, markdown }) => ({
      ...{ pageId: id, title, folder: null },
      excerpt: excerptOf(markdown, text),
    }));
}

async function searchLibrary(
  { store }: LibraryParts,
  text: string,
): Promise<readonly LibraryFound[]> {
  const refs = await store.search(text, mostFound, { kind: 'article' });
  const articles = await Promise.all(refs.map(({ id }) => store.read('article', id)));
  const { articleBody } = await import('../../domain/library/read-article.ts');
  return articles
    .filter((article) => article !== null)
    .map((article) => ({
      ...{ pageId: article.id, title: article.title, folder: article.folder },
      excerpt: excerptOf(articleBody(article).markdown, text),
    }));
}
