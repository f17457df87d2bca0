import type { GuidePageSummary, GuidePageView } from '../../../ipc/views.ts';
import type { Api } from '../../api/client.ts';
import { renderInWorker } from '../markdown/markdown-renderer.ts';

const isShipped = ({ group }: GuidePageSummary): boolean => group !== 'library';

/** The pages of the guide that are at hand: they ship with the app and do not change while it runs. */
export class GuideShelf {
  readonly #pages = new Map<string, GuidePageView>();
  #isFetching = false;

  /** A page as it was read; null while it was not. */
  pageOf(pageId: string): GuidePageView | null {
    return this.#pages.get(pageId) ?? null;
  }

  /** Reads and lays out the pages that are not at hand, one after the other. */
  async fetch(api: Api, pages: readonly GuidePageSummary[]): Promise<void> {
    if (this.#isFetching) return;
    this.#isFetching = true;
    for (const { id } of pages.filter(isShipped).filter(({ id }) => !this.#pages.has(id))) {
      const result = await api.call('guide.read', { pageId: id });
      // A page that cannot be read says so when it is opened.
      if (!result.ok) continue;
      this.#pages.set(id, result.value);
      await renderInWorker(result.value.markdown, { headingOffset: 0, keepsLineBreaks: false });
    }
    this.#isFetching = false;
  }
}
