/** Where the last handovers went well, and the next step up can be asked for. */
import { compareTexts } from '../compare-texts.ts';
import type { DelegationLevelNumber } from '../decision/choices.ts';
import { outcomeOf } from '../decision/outcome.ts';
import type { Decision, DecisionReview } from '../documents/decision.ts';
import type { Person } from '../documents/person.ts';
import { daysSince } from '../time/dates.ts';
import { agreedOn, areaKey } from './ledger.ts';

/** One good end may be luck. */
const fewestHandovers = 2;
/** A level is tried for a month before the next one. */
const restDays = 30;

/** An area that could be handed over one level further. */
export interface NextLevel {
  readonly area: string;
  readonly level: DelegationLevelNumber;
  /** How many handovers in a row went well up to now. */
  readonly wentWell: number;
  /** The last of them. */
  readonly decisionId: string;
  readonly title: string;
  readonly reviewedOn: string;
}

interface Handover {
  readonly decision: Decision;
  readonly review: DecisionReview;
  readonly area: string;
  readonly level: DelegationLevelNumber;
}

/**
 * The areas of one person whose last two handovers or more were both decided in the right way and
 * turned out well, by the user's own word, and that did not move within a month. What was looked back
 * on before the level of now was agreed says nothing about it.
 * @param today a calendar date
 */
export function nextLevels(
  person: Pick<Person, 'delegations'>,
  decisions: readonly Decision[],
  today: string,
): readonly NextLevel[] {
  const byArea = Map.groupBy(handoversOf(decisions), ({ area }) => areaKey(area));
  return [...byArea.values()]
    .flatMap((handovers) => nextLevelOf(person, handovers, today) ?? [])
    .toSorted((one, other) => compareTexts(areaKey(one.area), areaKey(other.area)));
}

/** What was decided about an area with a level, and looked back on; the last first. */
function handoversOf(decisions: readonly Decision[]): readonly Handover[] {
  return decisions
    .flatMap((decision) => {
      const { area, review, finishedAt } = decision;
      const level = outcomeOf(decision)?.level ?? null;
      if (area === null || review === null || finishedAt === null || level === null) return [];
      return [{ decision, review, area, level }];
    })
    .toSorted((one, other) => compareTexts(orderOf(other), orderOf(one)));
}

const orderOf = ({ review, decision }: Handover): string =>
  `${review.on} ${decision.finishedAt ?? ''} ${decision.id}`;

/** @param handovers of one area, the last first */
function nextLevelOf(
  person: Pick<Person, 'delegations'>,
  handovers: readonly Handover[],
  today: string,
): NextLevel | null {
  const [last] = handovers;
  if (last === undefined) return null;
  const agreed = agreedOn(person, last.area);
  const since = agreed?.since ?? null;
  const level = aboveOf(agreed?.now?.level ?? last.level);
  if (level === null || (since !== null && daysSince(since, today) < restDays)) return null;
  const sinceThen = handovers.filter(({ review }) => since === null || review.on >= since);
  const firstBad = sinceThen.findIndex(({ review }) => !wentWell(review));
  const good = firstBad === -1 ? sinceThen.length : firstBad;
  if (good < fewestHandovers) return null;
  const { id: decisionId, title } = last.decision;
  const { on: reviewedOn } = last.review;
  return { area: agreed?.area ?? last.area, level, wentWell: good, decisionId, title, reviewedOn };
}

/** Both, each by itself: a good end of a bad way is no reason, nor is a good way that ended badly. */
const wentWell = ({ process, outcome }: DecisionReview): boolean =>
  process === 'yes' && outcome === 'yes';

const above = { 1: 2, 2: 3, 3: 4, 4: 5, 5: 6, 6: 7, 7: null } as const;

const aboveOf = (level: DelegationLevelNumber): DelegationLevelNumber | null => above[level];
