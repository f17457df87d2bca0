/** The life of one record of the helper: begun, answered, finished, overruled, sent, looked back on. */
import type { Decision, DecisionReview, SentMove } from '../documents/decision.ts';
import { givenOf } from '../agenda/change.ts';
import type { AnswerValue, DecisionModel } from './model.ts';
import { proposeReviewDate } from './moves.ts';
import { scoreAnswers } from './score.ts';

/** What of a run may change while it is under way; a part left out or undefined stays. */
interface RunChange extends AboutChange {
  /** By scale id; null takes an answer back. */
  readonly answers?: Readonly<Record<string, AnswerValue | null>> | undefined;
}

/** What a decision is about. */
interface AboutChange {
  readonly title?: string | undefined;
  readonly personId?: string | null | undefined;
  readonly area?: string | null | undefined;
}

/** What of a record may change once it is finished. */
export interface RecordChange extends AboutChange {
  readonly chosen?: Decision['chosen'] | undefined;
  readonly reviewOn?: string | null | undefined;
}

/** A run that nothing has been said in yet; `now` is a UTC instant. */
export function beginRun(
  { version }: Pick<DecisionModel, 'version'>,
  { id, now }: { readonly id: string; readonly now: string },
): Decision {
  return {
    ...{ kind: 'decision', version: 1, id, personId: null, title: '', area: null },
    ...{ answers: {}, modelVersion: version, suggested: null, chosen: null, sent: [] },
    ...{ reviewOn: null, review: null, createdAt: now, finishedAt: null },
  };
}

/** Changes a run that is under way. */
export function changeRun(run: Decision, { answers = {}, ...about }: RunChange): Decision {
  const given = Object.entries({ ...run.answers, ...answers }).flatMap(([scaleId, value]) =>
    value === null ? [] : [[scaleId, value] as const],
  );
  return { ...run, ...givenOf(about), answers: Object.fromEntries(given) };
}

/** The run that is under way, of all decisions: the one begun last. Null when there is none. */
export function runUnderWay(decisions: readonly Decision[]): Decision | null {
  return (
    decisions
      .filter(({ finishedAt }) => finishedAt === null)
      .toSorted((one, other) => (one.createdAt < other.createdAt ? 1 : -1))[0] ?? null
  );
}

type Finished =
  | { readonly ok: true; readonly decision: Decision }
  | { readonly ok: false; readonly problem: 'no-title' | 'no-stance' };

/**
 * Ends a run: what the model makes of the answers now is kept as the suggestion.
 * @param today the calendar date, from which the day to look back is counted
 */
export function finishRun(
  run: Decision,
  model: DecisionModel,
  { now, today }: { readonly now: string; readonly today: string },
): Finished {
  const { stance, order, manage, lead, delegation, level, flags, confidence } = scoreAnswers(
    model,
    run.answers,
  );
  if (run.title.trim() === '') return { ok: false, problem: 'no-title' };
  if (stance === null) return { ok: false, problem: 'no-stance' };
  const suggested = { manage, lead, delegation, stance, level, confidence };
  const decision = {
    ...run,
    title: run.title.trim(),
    modelVersion: model.version,
    suggested: { ...suggested, first: order?.first ?? null, flags: [...flags] },
    reviewOn: proposeReviewDate(model, run.answers, today),
    finishedAt: now,
  };
  return { ok: true, decision };
}

/** Changes what a finished record is about, what was chosen, or when it is looked back on. */
export const changeRecord = (decision: Decision, change: RecordChange): Decision => ({
  ...decision,
  ...givenOf(change),
});

/** Remembers a move that went to an agenda. */
export const withSent = (decision: Decision, sent: SentMove): Decision => ({
  ...decision,
  sent: [...decision.sent, sent],
});

/** Looks back; what was said before is said anew. */
export const reviewDecision = (decision: Decision, review: DecisionReview): Decision => ({
  ...decision,
  review: { ...decision.review, ...review },
});
