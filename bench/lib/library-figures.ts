import type { Page } from '@playwright/test';
import { setTimeout as pause } from 'node:timers/promises';
import { routeHash } from '../../src/domain/routes.ts';
import { openScreen } from './screens/open-screen.ts';
import { percentile } from './stores/figures.ts';

const documentCount = 1000;
const searches = 20;
const limitMilliseconds = 20_000;

/** How soon a library of 1,000 documents answers. */
export interface LibraryFigures {
  readonly documents: number;
  readonly addMs: number;
  /** From the change of the address to the first rows of the list. */
  readonly listMs: number;
  /** From the change of the address to the text, of another document each time. */
  readonly openP50Ms: number;
  readonly openP95Ms: number;
  /** From the call to its answer, with the guide searched too. */
  readonly searchP95Ms: number;
}

/** Fills the library of an app that runs, then opens and searches it. */
export async function measureLibrary(window: Page, visits: number): Promise<LibraryFigures> {
  const { addMs, ids } = await fill(window);
  // The words are entered into the index when there is time.
  await pause(5000);
  const open = (hash: string, shows: string): Promise<number> =>
    window.evaluate(openScreen, { hash, shows, limitMilliseconds });
  const list = routeHash({ place: 'library' });
  const guide = routeHash({ place: 'guide' });
  await open(guide, 'ol a');
  const listMs = await open(list, 'main li a');
  const openMs: number[] = [];
  for (let visit = 0; visit < visits; visit += 1) {
    await open(guide, 'ol a');
    const pageId = ids[(visit * 37) % ids.length] ?? '';
    openMs.push(await open(routeHash({ place: 'guide-page', pageId, anchor: null }), 'article h2'));
    await pause(100);
  }
  return {
    ...{ documents: ids.length, addMs, listMs },
    openP50Ms: percentile(openMs, 0.5),
    openP95Ms: percentile(openMs, 0.95),
    searchP95Ms: percentile(await search(window), 0.95),
  };
}

/** What the figures say, in lines. */
export const libraryLines = (library: LibraryFigures): readonly string[] => [
  `A library of ${String(library.documents)} documents: added in ${library.addMs.toFixed(0)} ms, its list in ${library.listMs.toFixed(1)} ms;`,
  `a document p50 ${library.openP50Ms.toFixed(1)} ms, p95 ${library.openP95Ms.toFixed(1)} ms; a search p95 ${library.searchP95Ms.toFixed(1)} ms.`,
];

function fill(window: Page): Promise<{ addMs: number; ids: string[] }> {
  return window.evaluate(async (count) => {
    const { evenkeel } = window as unknown as {
      evenkeel: { call: (channel: string, input?: unknown) => Promise<{ value: unknown }> };
    };
    const text = (at: number): string =>
      `---\ntitle: Document ${String(at)}\ntags: [tag${String(at % 9)}]\n---\n\n${Array.from(
        { length: 8 },
        (_, part) =>
          `## Part ${String(part)}\n\nWhat team ${String(at)} agreed about planning, review and rest. [Next](${String((at + 1) % count)}.md)\n`,
      ).join('\n')}`;
    const files = Array.from({ length: count }, (_, at) => ({
      path: `${String(at)}.md`,
      bytes: new TextEncoder().encode(text(at)),
    }));
    const started = performance.now();
    await evenkeel.call('library.addDropped', { folder: 'Bench', files });
    const addMs = performance.now() - started;
    const { value } = await evenkeel.call('library.list');
    return { addMs, ids: (value as { articles: { id: string }[] }).articles.map(({ id }) => id) };
  }, documentCount);
}

function search(window: Page): Promise<number[]> {
  return window.evaluate(async (times) => {
    const { evenkeel } = window as unknown as {
      evenkeel: { call: (channel: string, input: unknown) => Promise<unknown> };
    };
    const took: number[] = [];
    for (let at = 0; at < times; at += 1) {
      const started = performance.now();
      await evenkeel.call('library.search', { text: `agreed team ${String(at * 40)}` });
      took.push(performance.now() - started);
    }
    return took;
  }, searches);
}
