/** Who decides what, by area: what holds now, how it came to be, and what changes it. */
import { compareTexts } from '../compare-texts.ts';
import type { DelegationLevelNumber } from '../decision/choices.ts';
import type { Delegation, Person } from '../documents/person.ts';

type Agreements = Pick<Person, 'areas' | 'delegations'>;

/** One area of one person. */
export interface AreaLedger {
  readonly area: string;
  /** What holds now; null while nothing was ever agreed. */
  readonly now: Delegation | null;
  /** The date from which this level has held, however often it was said again. */
  readonly since: string | null;
  /** All that was ever agreed, the latest first. */
  readonly history: readonly Delegation[];
}

/** What tells one area from another: capitals and spaces do not. */
export const areaKey = (area: string): string =>
  area.normalize('NFC').replaceAll(/\s+/g, ' ').trim().toLowerCase();

/** The areas that somebody looks after, in their order, and then those that only the ledger knows. */
export function ledgerOf({ areas, delegations }: Agreements): readonly AreaLedger[] {
  const latest = latestFirst(delegations);
  const names = [...areas, ...latest.map(({ area }) => area)];
  const byKey = new Map(names.toReversed().map((area) => [areaKey(area), area]));
  return [...new Set(names.map(areaKey))].map((key) => {
    const history = latest.filter(({ area }) => areaKey(area) === key);
    const [now = null] = history;
    return { area: byKey.get(key) ?? key, now, since: sinceOf(history), history };
  });
}

/** @param history the latest first */
function sinceOf(history: readonly Delegation[]): string | null {
  const moved = history.findIndex(({ level }) => level !== history[0]?.level);
  return history.at(moved === -1 ? -1 : moved - 1)?.on ?? null;
}

/** What is agreed about one area; null when nothing is. */
export const agreedOn = (
  { delegations }: Pick<Person, 'delegations'>,
  area: string,
): AreaLedger | null =>
  ledgerOf({ areas: [], delegations }).find((one) => areaKey(one.area) === areaKey(area)) ?? null;

/** Of one day, what was written down last is the latest. */
const latestFirst = (delegations: readonly Delegation[]): readonly Delegation[] =>
  delegations.toReversed().toSorted((one, other) => compareTexts(other.on, one.on));

/** A level set by hand; `on` is the calendar date of today, `id` is new. */
interface HandSet {
  readonly id: string;
  readonly area: string;
  readonly level: DelegationLevelNumber;
  readonly on: string;
}

/**
 * Agrees a level by hand. All moves of a day leave one entry, so that trying is not history, and none
 * where they end at the level that held before.
 */
export function agreeLevel<P extends Agreements>(person: P, { id, area, level, on }: HandSet): P {
  const now = agreedOn(person, area)?.now ?? null;
  const isOfToday = now?.on === on && now.decisionId === null;
  const before = isOfToday ? withoutEntry(person, now.id) : person;
  if (agreedOn(before, area)?.now?.level === level) return before;
  const entry = { ...(isOfToday ? now : { id, area, on, decisionId: null }), level };
  return { ...before, delegations: [...before.delegations, entry] };
}

/** Takes an entry back; without it, the one before it holds again. */
export const withoutEntry = <P extends Agreements>(person: P, entryId: string): P => ({
  ...person,
  delegations: person.delegations.filter(({ id }) => id !== entryId),
});
