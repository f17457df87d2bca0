import type { GuidePageSummary, GuidePageView } from '../../../ipc/views.ts';
import type { Api } from '../../api/client.ts';
import { LiveResource } from '../../api/live.svelte.ts';
import { renderInWorker } from '../markdown/markdown-renderer.ts';

const isShipped = ({ group }: GuidePageSummary): boolean => group !== 'library';

/**
 * What the reader has at hand, so that it does not have to ask before it shows anything: the pages that
 * ship with the app, which do not change while it runs, and where the user is on them.
 */
export class GuideShelf {
  readonly #pages = new Map<string, GuidePageView>();
  #isFetching = false;
  #reading: LiveResource<'guide.reading'> | null = null;

  /** How far the user is, and how pages look: current for as long as the window lives. */
  reading(api: Api): LiveResource<'guide.reading'> {
    const reading = (this.#reading ??= this.#follow(api));
    if (reading.value === null) void reading.reload();
    return reading;
  }

  #follow(api: Api): LiveResource<'guide.reading'> {
    const reading = new LiveResource(api, 'guide.reading', []);
    api.on('changed', ({ topics }) => {
      if (topics.includes('reading')) void reading.reload();
    });
    return reading;
  }

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
