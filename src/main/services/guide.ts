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

const summaryOf = ({ id, title, summary, group }: GuidePage): GuidePageSummary => ({
  id,
  title,
  summary,
  group,
});

/** The pages before and after are those of the same group. */
function viewOf(pages: readonly GuidePage[], pageId: string): GuidePageView | null {
  const page = pages.find(({ id }) => id === pageId);
  if (page === undefined) return null;
  const group = pages.filter((other) => other.group === page.group);
  const place = group.indexOf(page);
  const [previous, next] = [group[place - 1], group[place + 1]];
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
