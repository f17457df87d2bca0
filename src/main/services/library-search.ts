import type { Article } from '../../domain/documents/article.ts';
import type { GuidePage } from '../../domain/guide/guide-page.ts';
import { foldText } from '../../domain/guide/find-in-text.ts';
import { excerptOf, holdsWords } from '../../domain/library/search-text.ts';
import { success } from '../../ipc/result.ts';
import type { LibraryFound } from '../../ipc/views.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { StoreReader } from '../store/store.ts';
import type { LibraryParts } from './library.ts';

/** So many documents are found at most: nobody reads a longer list. */
const mostFound = 50;
/** So many documents are read at once for their excerpts. */
const readAtOnce = 5;
/**
 * Once so much has been read, the others are shown with what they say of themselves: each key that is
 * pressed searches, and documents may be as long as books.
 */
const readCharacters = 200_000;

/** Search over the guide and the library, by what somebody types. */
export function createLibrarySearch(
  parts: LibraryParts,
): Pick<HandlersOf<'library'>, 'library.search'> {
  const searchGuide = createGuideSearch(parts);
  return {
    'library.search': async ({ text }) =>
      success([...(await searchGuide(text)), ...(await searchLibrary(parts, text))]),
  };
}

/** The guide has no index of words: its pages are made ready once, and stay as they are. */
function createGuideSearch({
  resources,
}: Pick<LibraryParts, 'resources'>): (text: string) => Promise<readonly LibraryFound[]> {
  const folded = new WeakMap<GuidePage, string>();
  const foldedOf = (page: GuidePage): string => {
    const known = folded.get(page) ?? foldText(`${page.title}\n${page.markdown}`).text;
    folded.set(page, known);
    return known;
  };
  return async (text) =>
    (await resources.guidePages())
      .filter((page) => holdsWords(foldedOf(page), text))
      .map(({ id, title, markdown }) => ({
        ...{ pageId: id, title, folder: null },
        excerpt: excerptOf(markdown, text),
      }));
}

async function searchLibrary(
  { store, libraryOrder }: LibraryParts,
  text: string,
): Promise<readonly LibraryFound[]> {
  const [refs, all] = await Promise.all([
    store.search(text, mostFound, { kind: 'article' }),
    libraryOrder(),
  ]);
  const wanted = new Set(refs.map(({ id }) => id));
  const byId = new Map(all.filter(({ id }) => wanted.has(id)).map((one) => [one.id, one]));
  const found = refs.flatMap(({ id }) => byId.get(id) ?? []);
  const excerpts = await excerptsOf(
    store,
    found.map(({ id }) => id),
    text,
  );
  return found.map(({ id, title, folder, description }) => ({
    ...{ pageId: id, title, folder },
    excerpt: excerpts.get(id) ?? description,
  }));
}

/** What stands around the words, of the best documents. */
async function excerptsOf(
  reader: Pick<StoreReader, 'read'>,
  ids: readonly string[],
  text: string,
): Promise<ReadonlyMap<string, string>> {
  const { articleBody } = await import('../../domain/library/read-article.ts');
  const excerpts = new Map<string, string>();
  let characters = 0;
  for (let from = 0; from < ids.length && characters < readCharacters; from += readAtOnce) {
    const reading = ids.slice(from, from + readAtOnce).map((id) => reader.read('article', id));
    for (const article of (await Promise.all(reading)).filter(isThere)) {
      characters += article.text.length;
      excerpts.set(article.id, excerptOf(articleBody(article).markdown, text));
    }
  }
  return excerpts;
}

const isThere = (article: Article | null): article is Article => article !== null;
