import type { GuidePage } from '../../domain/guide/guide-page.ts';
import { failure, success } from '../../ipc/result.ts';
import type { GuidePageSummary, GuidePageView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Resources } from './resources.ts';

export function createGuideService(resources: Resources): HandlersOf<'guide'> {
  return {
    'guide.list': async () => success((await resources.guidePages()).map(summaryOf)),
    'guide.read': async ({ pageId }) => {
      const view = viewOf(await resources.guidePages(), pageId);
      return view === null ? failure('not-found', m.main_guide_page_missing()) : success(view);
    },
  };
}

const summaryOf = ({ id, title, summary }: GuidePage): GuidePageSummary => ({ id, title, summary });

function viewOf(pages: readonly GuidePage[], pageId: string): GuidePageView | null {
  const place = pages.findIndex(({ id }) => id === pageId);
  const page = pages[place];
  if (page === undefined) return null;
  const [previous, next] = [pages[place - 1], pages[place + 1]];
  return {
    id: page.id,
    title: page.title,
    markdown: page.markdown,
    sources: page.sources.map(sourceView),
    previous: previous === undefined ? null : summaryOf(previous),
    next: next === undefined ? null : summaryOf(next),
  };
}

function sourceView({
  title,
  authors,
  year,
  note,
  url,
}: GuidePage['sources'][number]): GuidePageView['sources'][number] {
  const detail =
    year === undefined
      ? m.main_source_undated({ authors, note })
      : m.main_source_dated({ authors, year: String(year), note });
  return { title, detail, url: url ?? null };
}
