import type { Page } from '@playwright/test';
import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { setTimeout as pause } from 'node:timers/promises';
import { guideReport } from '../src/domain/guide/test-data/report.ts';
import { routeHash } from '../src/domain/routes.ts';
import { buildIfStale } from '../scripts/lib/app-build.ts';
import type { Bench } from '../scripts/lib/bench.ts';
import { prepareForTests } from '../scripts/lib/journeys.ts';
import { chooseRuntime, describeRuntime } from '../scripts/lib/runtime.ts';
import { onDesktop } from './lib/screens/on-desktop.ts';
import { openScreen } from './lib/screens/open-screen.ts';
import { libraryLines, measureLibrary } from './lib/library-figures.ts';
import { percentile } from './lib/stores/figures.ts';

const targetMs = 50;
const usualVisits = 100;
/** The first visit fetches the screen's code; it is told apart. */
const warmUpVisits = 1;
const limitMilliseconds = 20_000;
const now = '2026-11-23T09:35:00Z';

/** Whether a page of the guide is there at once. */
export const bench: Bench = {
  summary: 'How soon the guide and a library of 1,000 documents can be read; `-- guide 100`.',
  run: async ([visits = String(usualVisits)]) => {
    await prepareForTests();
    await buildIfStale();
    const runtime = await chooseRuntime();
    Object.assign(process.env, runtime.env);
    const page = longestPage();
    const { all, library } = await onFreshData(async (window) => ({
      all: await openPage(window, page.id, Number(visits)),
      library: await measureLibrary(window, Number(visits)),
    }));
    const [firstMs = 0, ...visitsMs] = all;
    const p95Ms = percentile(visitsMs, 0.95);
    const longestPageFigures = {
      ...{ id: page.id, words: page.words, targetMs, firstMs, p95Ms },
      ...{ p50Ms: percentile(visitsMs, 0.5), longestMs: Math.max(...visitsMs), visitsMs },
    };
    return {
      figures: {
        runtime: `${runtime.name} ${runtime.version}`,
        longestPage: longestPageFigures,
        library,
      },
      lines: [
        describeRuntime(runtime),
        `From the change of the address to the text of "${page.id}" (${String(page.words)} words) on the screen, ${visits} visits:`,
        `first ${firstMs.toFixed(1)} ms, then p50 ${longestPageFigures.p50Ms.toFixed(1)} ms, p95 ${p95Ms.toFixed(1)} ms, longest ${longestPageFigures.longestMs.toFixed(1)} ms (target: p95 at most ${String(targetMs)} ms).`,
        ...libraryLines(library),
      ],
      missed: [
        ...(p95Ms > targetMs ? ['The longest page of the guide opens too slowly.'] : []),
        ...(library.openP95Ms > targetMs ? ['A document of the library opens too slowly.'] : []),
      ],
    };
  },
};

function longestPage() {
  const [longest] = guideReport().pages.toSorted((one, other) => other.words - one.words);
  if (longest === undefined) throw new Error('The guide has no pages.');
  return longest;
}

async function onFreshData<T>(use: (window: Page) => Promise<T>): Promise<T> {
  const dataDir = await mkdtemp(join(tmpdir(), 'evenkeel-bench-'));
  try {
    return await onDesktop(now, async (launch) => use(await (await launch(dataDir)).window()));
  } finally {
    await rm(dataDir, { recursive: true, force: true, maxRetries: 5 });
  }
}

/** Opens the page from the list of pages, again and again. */
async function openPage(window: Page, pageId: string, visits: number): Promise<readonly number[]> {
  const open = (hash: string, shows: string): Promise<number> =>
    window.evaluate(openScreen, { hash, shows, limitMilliseconds });
  const visitsMs: number[] = [];
  for (let visit = 0; visit < warmUpVisits + visits; visit += 1) {
    await open(routeHash({ place: 'guide' }), 'ol a');
    const address = routeHash({ place: 'guide-page', pageId, anchor: null });
    const milliseconds = await open(address, 'article h2');
    visitsMs.push(milliseconds);
    // Whatever the page still does, such as keeping where the reader is, is over then.
    await pause(600);
  }
  return visitsMs;
}
