import type { Article } from '../../domain/documents/article.ts';
import type { ArticleSummary } from '../../domain/documents/summaries.ts';
import { addressesIn } from '../../domain/library/addresses.ts';
import { pathMeant } from '../../domain/library/folder-path.ts';
import { pictureAddress, pictureFilePattern } from '../../domain/library/picture-types.ts';
import type { GuidePageSummary, GuidePageView, LibraryPage } from '../../ipc/views.ts';
import type { StoreReader } from '../store/store.ts';
import type { LibraryOrder } from './library-order.ts';

/** A document of the library as the reader shows it; null when there is none. */
export async function readLibraryPage(
  reader: StoreReader,
  order: LibraryOrder,
  articleId: string,
): Promise<GuidePageView | null> {
  const [article, all] = await Promise.all([reader.read('article', articleId), order()]);
  if (article === null) return null;
  const { articleBody } = await import('../../domain/library/read-article.ts');
  const { markdown, headingOffset } = articleBody(article);
  const beside = all.filter(({ folder }) => folder === article.folder && folder !== '');
  const place = beside.findIndex(({ id }) => id === articleId);
  const { folder, path, problem } = article;
  return {
    ...{ id: article.id, title: article.title, markdown, sources: [] },
    previous: pageSummary(beside[place - 1]),
    next: pageSummary(beside[place + 1]),
    library: { folder, path, problem, headingOffset, targets: targetsOf(article, beside) },
  };
}

function pageSummary(article: ArticleSummary | undefined): GuidePageSummary | null {
  if (article === undefined) return null;
  const { id, title, description } = article;
  return { id, title, summary: description, group: 'library' };
}

/** What the text may lead to or show, of the same folder: documents and kept pictures. */
function targetsOf(
  { path, text, pictures }: Article,
  beside: readonly ArticleSummary[],
): LibraryPage['targets'] {
  const named = new Set(addressesIn(text).flatMap((address) => pathMeant(path, address) ?? []));
  const documents = beside
    .filter((article) => named.has(article.path))
    .map((article) => ({ path: article.path, address: `evenkeel:guide/${article.id}` }));
  const shown = pictures
    .filter(({ file }) => pictureFilePattern.test(file))
    .map((picture) => ({ path: picture.path, address: pictureAddress(picture.file) }));
  return [...documents, ...shown];
}
