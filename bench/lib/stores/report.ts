import { cpus, loadavg } from 'node:os';
import type { BenchOutcome } from '../../../scripts/lib/bench.ts';
import type { CandidateName } from './candidates.ts';
import type { Row } from './measure-size.ts';
import { runs } from './measure-size.ts';

/** The size at which ours is compared, where it is measured. */
const comparedSize = 10_000;

type Figures = ReturnType<typeof figuresOf>;

/** What the rows say about us: the figures, a table for a reader, and which targets were missed. */
export function evaluate(rows: readonly Row[]): BenchOutcome {
  const figures = figuresOf(rows);
  return {
    figures: { ...figures, machine: machine(), rows },
    lines: report(rows, figures),
    missed: missedTargets(figures),
  };
}

function figuresOf(rows: readonly Row[]) {
  const sizes = rows.map(({ meetings }) => meetings);
  const [smallest, largest] = [Math.min(...sizes), Math.max(...sizes)];
  const compared = sizes.includes(comparedSize) ? comparedSize : largest;
  const of = (store: CandidateName, meetings: number): Row => {
    const row = rows.find((one) => one.store === store && one.meetings === meetings);
    if (row === undefined) throw new Error(`${store} was not measured at ${meetings}.`);
    return row;
  };
  const [small, ours, large] = [
    of('evenkeel', smallest),
    of('evenkeel', compared),
    of('evenkeel', largest),
  ];
  const [sqlite, lowdb] = [of('sqliteFull', compared), of('lowdb', compared)];
  return {
    saveGrowth: ours.saveP50Ms / small.saveP50Ms,
    saveVsSqliteFull: ours.saveP50Ms / sqlite.saveP50Ms,
    saveVsLowdb: ours.saveP50Ms / lowdb.saveP50Ms,
    loadFirstScreenMs: ours.firstScreenMs,
    loadGrowth: ours.firstScreenMs / small.firstScreenMs,
    firstScreenColdMs: ours.firstScreenColdMs,
    firstScreenWithoutCatalogMs: ours.firstScreenWithoutCatalogMs,
    largestMeetings: large.meetings,
    largestSaveP50Ms: large.saveP50Ms,
    largestSaveP95Ms: large.saveP95Ms,
    largestBlockP95Ms: large.blockP95Ms,
    rssMb: Math.max(ours.firstScreenRssMb, ours.settledRssMb),
  };
}

function machine() {
  return { cores: cpus().length, processor: cpus()[0]?.model, load: loadavg() };
}

function report(rows: readonly Row[], figures: Figures): readonly string[] {
  const head = [
    'meetings store       save p50   p95 ms  block p95  KB/edit',
    'first screen    cold  no index  all ms  RSS MB  settled',
  ].join('  ');
  const number = (value: number | null, width: number, digits = 0): string =>
    (value === null ? '-' : value.toFixed(digits)).padStart(width);
  const cells = (row: Row): string =>
    [
      String(row.meetings).padStart(8),
      row.store.padEnd(10),
      number(row.saveP50Ms, 9, 2),
      number(row.saveP95Ms, 8, 2),
      number(row.blockP95Ms, 10, 2),
      number(row.writtenKbPerEdit, 8, 1),
      number(row.firstScreenMs, 13),
      number(row.firstScreenColdMs, 7),
      number(row.firstScreenWithoutCatalogMs, 9),
      number(row.loadAllMs, 7),
      number(row.firstScreenRssMb, 7),
      number(row.settledRssMb, 8),
    ].join(' ');
  const coldNote =
    figures.firstScreenColdMs === null
      ? ['Without a figure: a start with a cold page cache, which takes root on Linux.']
      : [];
  return [
    `Medians of ${runs} runs each, in turns, each in a process of its own; load ${loadavg()[0]?.toFixed(1) ?? '?'}:`,
    head,
    ...rows.map(cells),
    ...coldNote,
    `Ours: growth of a save ${figures.saveGrowth.toFixed(2)}, against SQLite FULL ${figures.saveVsSqliteFull.toFixed(2)}, against lowdb ${figures.saveVsLowdb.toFixed(4)}.`,
  ];
}

/** Each target, whether it is met, and what to say when it is not. */
function missedTargets(figures: Figures): readonly string[] {
  const { saveGrowth, saveVsSqliteFull, largestSaveP95Ms, largestBlockP95Ms } = figures;
  const { loadFirstScreenMs, firstScreenColdMs, firstScreenWithoutCatalogMs, rssMb } = figures;
  const at = `with ${String(figures.largestMeetings)} meetings`;
  const targets: readonly (readonly [value: number | null, limit: number, what: string])[] = [
    [saveGrowth, 1.5, 'A save grows with the data, by'],
    [saveVsSqliteFull, 2, 'Against SQLite FULL a save takes'],
    [largestSaveP95Ms, 10, `One save in twenty ${at} takes, in ms,`],
    [largestBlockP95Ms, 5, `Saving ${at} holds up the event loop, in ms, for`],
    [loadFirstScreenMs, 100, 'The first screen waits for its data, in ms,'],
    [firstScreenColdMs, 100, 'With a cold page cache it waits, in ms,'],
    [firstScreenWithoutCatalogMs, 2500, 'Without the catalogue it waits, in ms,'],
    [rssMb, 150, 'The process takes, in MB,'],
  ];
  return targets
    .filter(([value, limit]) => value !== null && value > limit)
    .map(([value, limit, what]) => `${what} ${(value ?? 0).toFixed(2)}; at most ${limit}.`);
}
