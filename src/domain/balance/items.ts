import type { Decision } from '../documents/decision.ts';
import { outcomeOf } from '../decision/outcome.ts';
import type { DecisionStance } from '../decision/choices.ts';
import type { Stance } from '../documents/meeting.ts';
import type { MeetingSummary } from '../documents/summaries.ts';
import { localDateOf } from '../time/instants.ts';

/** What an item is mostly about; untagged is its own, and never guessed. */
export const balanceParts = ['manage', 'lead', 'both', 'none', 'untagged'] as const;
export type BalancePart = (typeof balanceParts)[number];

/** One thing that was raised, promised or decided. */
export interface BalanceItem {
  readonly kind: 'point' | 'action' | 'decision';
  readonly id: string;
  readonly personId: string | null;
  /** The calendar date, where the user is, on which it came up. */
  readonly on: string;
  readonly part: BalancePart;
  /** Where it stands now; null for a decision. */
  readonly meetingId: string | null;
  /** Null where the summary has no words: they stand in the meeting. */
  readonly text: string | null;
}

/** What balance is drawn from. */
interface Sources {
  readonly meetings: readonly MeetingSummary[];
  readonly decisions: readonly Decision[];
  /** The zone of this machine, in which days are counted. */
  readonly timeZone: string;
}

/**
 * All that balance counts, each thing once, on the day on which it came up: a point when it was raised
 * first, wherever it was carried to; a promise when it was made; a decision when it was finished. A point
 * that became a promise is the promise.
 */
export function balanceItems({ meetings, decisions, timeZone }: Sources): readonly BalanceItem[] {
  const actions = once(meetings.flatMap((meeting) => actionsIn(meeting, timeZone)));
  const promised = new Set(actions.map(({ id }) => id));
  const points = meetings
    .flatMap((meeting) => meeting.points.map((point) => ({ meeting, point })))
    // The copy that has come furthest says how it stands; the others have been left.
    .toSorted(
      ({ point: one }, { point: other }) =>
        Number(hasMovedOn(one)) - Number(hasMovedOn(other)) || other.carryCount - one.carryCount,
    );
  const raised = once(points.map(({ meeting, point }) => ({ id: point.id, meeting, point })));
  return [
    ...raised
      .filter(
        ({ point: { leftAs } }) => leftAs?.kind !== 'action' || !promised.has(leftAs.actionId),
      )
      .map(({ meeting, point }) => itemOf(meeting, point)),
    ...actions,
    ...decisions.flatMap((decision) => itemOfDecision(decision, timeZone)),
  ];
}

type PointSummary = MeetingSummary['points'][number];

const hasMovedOn = ({ leftAs }: PointSummary): boolean => leftAs?.kind === 'carried';

const partOf = (stance: Stance | null): BalancePart => stance ?? 'untagged';

const itemOf = ({ id: meetingId, personId }: MeetingSummary, point: PointSummary): BalanceItem => ({
  ...{ kind: 'point', id: point.id, personId, meetingId },
  ...{ on: point.firstRaisedOn, part: partOf(point.stance), text: point.text },
});

const actionsIn = (
  { id: meetingId, personId, actions }: MeetingSummary,
  timeZone: string,
): readonly BalanceItem[] =>
  actions.map(({ id, text, stance, createdAt }) => ({
    ...{ kind: 'action', id, personId, meetingId, text },
    ...{ on: localDateOf(createdAt, timeZone), part: partOf(stance) },
  }));

/** A decision to leave it with them is neither: that is how its moves are tagged, too. */
const partsOfDecisions: Readonly<Record<DecisionStance, BalancePart>> = {
  ...{ manage: 'manage', lead: 'lead', both: 'both', leave: 'none' },
};

function itemOfDecision(decision: Decision, timeZone: string): readonly BalanceItem[] {
  const { id, personId, title: text, finishedAt } = decision;
  const stance = outcomeOf(decision)?.stance;
  if (finishedAt === null || stance === undefined) return [];
  const on = localDateOf(finishedAt, timeZone);
  const part = partsOfDecisions[stance];
  return [{ kind: 'decision', id, personId, on, part, meetingId: null, text }];
}

/** The first of those with one id. */
function once<T extends { readonly id: string }>(items: readonly T[]): readonly T[] {
  const known = new Set<string>();
  return items.filter(({ id }) => !known.has(id) && known.add(id));
}
