import type { GuidePage } from '../../domain/guide/guide-page.ts';
import { routeHash } from '../../domain/routes.ts';
import { failure, success } from '../../ipc/result.ts';
import type { GuidePageSummary, GuidePageView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { WindowPage } from '../windows/window-page.ts';
import type { ServiceParts } from './acts.ts';
import { undoable } from './acts.ts';
import type { LibraryOrder } from './library-order.ts';
import { readLibraryPage } from './library-pages.ts';
import { changeReading, keepPlaceOn, readReading, sendPassage } from './reading.ts';
import type { Resources } from './resources.ts';
import { tried } from './tried.ts';

interface GuideParts extends ServiceParts {
  readonly resources: Resources;
  readonly page: Pick<WindowPage, 'route' | 'print'>;
  readonly libraryOrder: LibraryOrder;
  readonly report: (problem: unknown) => void;
}

export function createGuideService(parts: GuideParts): HandlersOf<'guide'> {
  const { store, resources, page } = parts;
  return {
    'guide.list': async () => success((await resources.guidePages()).map(summaryOf)),
    'guide.read': async ({ pageId }) => {
      const shipped = viewOf(await resources.guidePages(), pageId);
      const view = shipped ?? (await readLibraryPage(store, parts.libraryOrder, pageId));
      return view === null ? failure('not-found', m.main_guide_page_missing()) : success(view);
    },
    'guide.reading': async () => success(await readReading(store)),
    'guide.keepPlace': async (place) =>
      (await store.act((reader) => keepPlaceOn(parts, reader, place))).value,
    'guide.setReading': async (change) =>
      (await store.act((reader) => changeReading(reader, change))).value,
    'guide.sendPassage': async (passage) =>
      undoable(await store.act((reader) => sendPassage(parts, reader, passage))),
    'guide.print': async ({ pageId }) => {
      const place = routeHash({ place: 'guide-page', pageId, anchor: null });
      if (page.route()?.split('?', 1)[0] !== place)
        return failure('invalid', m.main_guide_print_elsewhere());
      const printed = await tried(parts.report, m.main_guide_print_failed(), page.print);
      return printed.ok ? success(null) : printed;
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
    library: null,
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
