import type { ReadSeries } from './read-series.ts';
import { localText, readLocal } from './read-series.ts';
import type { Rule } from './rule.ts';
import { ruleTimesBetween, ruleTimesFrom } from './rule-times.ts';

type Local = Temporal.PlainDateTime;

/** One series taking the place of another, from one wall time of the old one on. */
export interface Succession {
  readonly from: ReadSeries;
  readonly fork: Local;
  readonly to: ReadSeries;
}

/** The occurrences of the old series, on or after the fork, that something is kept for. */
export interface KeptFor {
  /** Those in whose plan something is written: each finds a place if there is one. */
  readonly plans: readonly string[];
  /** Those that were cancelled, skipped, moved or looked at: they find one where the same occurrence is. */
  readonly exceptions: readonly string[];
}

/**
 * Which occurrence of the new series stands for one of the old, by what the rules give. Where both
 * go at the same pace it is the one of the same number. Else an exception keeps its calendar date,
 * and a plan goes to the nearest date that is free, in the order in which the plans were. No two
 * get the same. What is not in the answer has no place.
 */
export function newPlaces(succession: Succession, kept: KeptFor): ReadonlyMap<string, string> {
  const isKeptPace = goesAtSamePace(succession);
  const originals = [...new Set([...kept.plans, ...kept.exceptions])].toSorted();
  const places = isKeptPace
    ? sameNumbers(succession, originals)
    : sameDates(succession, kept.exceptions);
  const displaced = kept.plans.filter((original) => !places.has(original)).toSorted();
  return new Map([...places, ...nearest(succession.to, displaced, new Set(places.values()))]);
}

/** Whether the n-th of one is the n-th of the other: as often, and moved by less than one turn. */
function goesAtSamePace({ from, fork, to }: Succession): boolean {
  if (paceOf(from.rule) !== paceOf(to.rule)) return false;
  const [, second] = ruleTimesFrom(from, fork, 2);
  if (second === undefined) return true;
  return minutesBetween(fork, to.first) < minutesBetween(fork, second);
}

function paceOf(rule: Rule | null): string {
  if (rule === null) return 'once';
  const timesPerTurn = [...rule.numbers].map(([part, numbers]) => `${part} ${numbers.length}`);
  const days = Math.max(1, rule.byDay.length);
  return [rule.frequency, rule.interval, days, ...timesPerTurn].join(';');
}

function sameNumbers(
  { from, fork, to }: Succession,
  originals: readonly string[],
): ReadonlyMap<string, string> {
  const last = originals.at(-1);
  const olds = last === undefined ? [] : ruleTimesBetween(from, fork, toLocal(last));
  const news = ruleTimesFrom(to, to.first, olds.length);
  const places = new Map<string, string>();
  for (const [number, old] of olds.entries()) {
    const place = news[number];
    if (place !== undefined && originals.includes(localText(old)))
      places.set(localText(old), localText(place));
  }
  return places;
}

function sameDates({ to }: Succession, originals: readonly string[]): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const taken = new Set<string>();
  for (const original of originals) {
    const start = toLocal(original).toPlainDate().toPlainDateTime();
    const ofDay = ruleTimesBetween(to, start, start.add({ hours: 24 })).map(localText);
    const free = ofDay.filter((local) => !taken.has(local) && isSameDay(local, original));
    const place = free.find((local) => local === original) ?? free[0];
    if (place === undefined) continue;
    taken.add(place);
    places.set(original, place);
  }
  return places;
}

/** Each takes the nearest that is free and later than the one before, leaving room for the rest. */
function nearest(
  to: ReadSeries,
  originals: readonly string[],
  taken: ReadonlySet<string>,
): ReadonlyMap<string, string> {
  const places = new Map<string, string>();
  const last = originals.at(-1);
  if (last === undefined) return places;
  const spare = ruleTimesFrom(to, toLocal(last), originals.length + taken.size + 1);
  const until = ruleTimesBetween(to, to.first, toLocal(last));
  const all = [...new Set([...until, ...spare].map(localText))];
  let free = all.filter((local) => !taken.has(local));
  for (const [number, original] of originals.entries()) {
    const leftOver = originals.length - number - 1;
    const choices = free.slice(0, Math.max(1, free.length - leftOver));
    const [place] = choices.toSorted((one, other) => apart(one, original) - apart(other, original));
    if (place === undefined) break;
    places.set(original, place);
    free = free.slice(free.indexOf(place) + 1);
  }
  return places;
}

const apart = (one: string, other: string): number => minutesBetween(toLocal(one), toLocal(other));

const minutesBetween = (one: Local, other: Local): number =>
  Math.abs(one.until(other).total('minutes'));

const isSameDay = (one: string, other: string): boolean => one.slice(0, 10) === other.slice(0, 10);

function toLocal(text: string): Local {
  const local = readLocal(text);
  if (local === null) throw new RangeError(`Not a wall time: ${text}`);
  return local;
}
