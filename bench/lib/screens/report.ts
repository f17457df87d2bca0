import type { BenchOutcome } from '../../../scripts/lib/bench.ts';
import type { Runtime } from '../../../scripts/lib/runtime.ts';
import { describeRuntime } from '../../../scripts/lib/runtime.ts';
import { percentile } from '../stores/figures.ts';

const targetMs = 100;

/** How long the visits of each screen took, in milliseconds, with so many years of data. */
export interface MeasuredYears {
  readonly years: number;
  readonly documents: number;
  readonly meetings: number;
  readonly visitsMs: ReadonlyMap<string, readonly number[]>;
  /** Addresses that this build has no screen for. */
  readonly missing: readonly string[];
}

interface ScreenFigures {
  readonly p50Ms: number;
  readonly p95Ms: number;
  readonly longestMs: number;
  readonly p50MsLater: number;
  readonly p95MsLater: number;
  readonly longestMsLater: number;
  /** p95 with more years against p95 with fewer. */
  readonly growth: number;
  readonly visitsMs: readonly number[];
  readonly visitsMsLater: readonly number[];
}

/** What two sizes of the same data say about every screen. */
export function evaluate(
  runtime: Runtime,
  fewer: MeasuredYears,
  more: MeasuredYears,
): BenchOutcome {
  const screens = Object.fromEntries(
    [...fewer.visitsMs].map(([name, visits]) => [
      name,
      screenFigures(visits, more.visitsMs.get(name) ?? []),
    ]),
  );
  const [slowestScreen, slowest] = byP95(screens);
  const sizes = [fewer, more].map(({ years, documents, meetings }) => ({
    ...{ years, documents, meetings },
  }));
  const figures = {
    runtime: `${runtime.name} ${runtime.version}`,
    ...{ sizes, slowestScreen, targetMs, missing: fewer.missing, screens },
    slowestP95Ms: slowest.p95Ms,
    slowestP95MsLater: Math.max(...Object.values(screens).map(({ p95MsLater }) => p95MsLater)),
    largestGrowth: Math.max(...Object.values(screens).map(({ growth }) => growth)),
  };
  const visits = slowest.visitsMs.length;
  return {
    figures,
    lines: [
      describeRuntime(runtime),
      `From the change of the address to a usable screen, p95 (and p50) of ${String(visits)} visits, in ms:`,
      ...table(fewer, more, screens),
      `Slowest with ${String(fewer.years)} years: ${slowestScreen}, ${slowest.p95Ms.toFixed(0)} ms (target: at most ${String(targetMs)}).`,
    ],
    missed: [
      ...fewer.missing.map((hash) => `There is no screen at ${hash}.`),
      ...(slowest.p95Ms > targetMs ? [`${slowestScreen} opens too slowly.`] : []),
    ],
  };
}

function screenFigures(visits: readonly number[], later: readonly number[]): ScreenFigures {
  const [p95Ms, p95MsLater] = [percentile(visits, 0.95), percentile(later, 0.95)];
  return {
    ...{ p50Ms: percentile(visits, 0.5), p95Ms, longestMs: Math.max(...visits) },
    ...{ p50MsLater: percentile(later, 0.5), p95MsLater, longestMsLater: Math.max(...later) },
    growth: p95MsLater / p95Ms,
    ...{ visitsMs: visits, visitsMsLater: later },
  };
}

function byP95(screens: Readonly<Record<string, ScreenFigures>>): [string, ScreenFigures] {
  const [slowest] = Object.entries(screens).toSorted(
    ([, one], [, other]) => other.p95Ms - one.p95Ms,
  );
  if (slowest === undefined) throw new Error('No screen was opened.');
  return slowest;
}

function table(
  fewer: MeasuredYears,
  more: MeasuredYears,
  screens: Readonly<Record<string, ScreenFigures>>,
): readonly string[] {
  const size = ({ years, meetings }: MeasuredYears): string =>
    `${String(years)} years, ${String(meetings)} 1:1s`;
  const pair = (p95: number, p50: number): string => `${p95.toFixed(0)} (${p50.toFixed(0)})`;
  const row = (...[name = '', one = '', other = '', growth = '']: readonly string[]): string =>
    `${name.padEnd(17)}${one.padStart(22)}${other.padStart(22)}${growth.padStart(9)}`;
  return [
    row('', size(fewer), size(more), 'growth'),
    ...Object.entries(screens).map(([name, one]) =>
      row(
        name,
        pair(one.p95Ms, one.p50Ms),
        pair(one.p95MsLater, one.p50MsLater),
        one.growth.toFixed(2),
      ),
    ),
  ];
}
