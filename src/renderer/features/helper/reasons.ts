import type { DecisionModel, Question, Scale } from '../../../domain/decision/model.ts';
import type { DecisionScore } from '../../../domain/decision/score.ts';
import { m } from '../../../messages/index.ts';

/** A scale with its question, and the words that name it. */
export interface ScalePlace {
  readonly question: Question;
  readonly scale: Scale;
  /** "1. Something repeatable and reliable", or the question where the scale says nothing itself. */
  readonly title: string;
}

/** Where a scale stands in the model; null when the model does not have it. */
export function placeOf(model: DecisionModel, scaleId: string): ScalePlace | null {
  for (const question of model.questions) {
    const scale = question.scales.find(({ id }) => id === scaleId);
    if (scale === undefined) continue;
    const text = scale.statement ?? question.text;
    return { question, scale, title: m.helper_question({ number: question.order, text }) };
  }
  return null;
}

/** What an answer did to a score, in words. */
export function pullWords(weighed: DecisionScore['weighedMost'][number]): string {
  const isRaised = weighed.direction === 'raises';
  if (weighed.score === 'manage')
    return isRaised ? m.helper_for_manage() : m.helper_against_manage();
  return isRaised ? m.helper_for_lead() : m.helper_against_lead();
}

const shownFlips = 3;

/** The smallest change of each answer that would give another stance, three at most. */
export function nearestFlips(flips: DecisionScore['flips']): DecisionScore['flips'] {
  const first = flips.filter(
    (flip, place) => flips.findIndex(({ scaleId }) => scaleId === flip.scaleId) === place,
  );
  return first.slice(0, shownFlips);
}

/** Ids of the guide's pages behind the answers that weighed most and behind the raised flags. */
export function guidePagesFor(model: DecisionModel, score: DecisionScore): readonly string[] {
  const ids = [
    ...model.flags.filter(({ id }) => score.flags.includes(id)).map(({ guide }) => guide),
    ...score.weighedMost.flatMap(({ scaleId }) => placeOf(model, scaleId)?.question.guide ?? []),
  ];
  return [...new Set(ids)];
}
