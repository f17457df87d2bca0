import { fewestMoves, mostMoves } from './move-limits.ts';
import type { Condition, DecisionModel } from './model-shape.ts';

/**
 * What a schema cannot see: whether the parts of a model fit each other.
 * Returns the first contradiction as a clause without a full stop, or null when there is none.
 */
export function findContradiction(model: DecisionModel): string | null {
  return (
    findRepeatedId(model) ??
    findUnknownReference(model) ??
    findScaleWithoutUse(model) ??
    findScoreWithoutWeights(model) ??
    findThresholdOutOfOrder(model) ??
    findMisplacedMove(model)
  );
}

function findRepeatedId(model: DecisionModel): string | null {
  const scales = model.questions.flatMap((question) => question.scales);
  const lists: readonly (readonly [string, readonly (string | number)[]])[] = [
    ['question', model.questions.map((question) => question.id)],
    ['question order', model.questions.map((question) => question.order)],
    ['scale', scales.map((scale) => scale.id)],
    ['source', model.sources.map((source) => source.id)],
    ['flag', model.flags.map((flag) => flag.id)],
    ['delegation level', model.delegation.levels.map((level) => level.id)],
    ['confidence', model.confidence.map((step) => step.id)],
    ['move', model.moves.map((move) => move.id)],
    ['review rule', model.review.rules.map((rule) => rule.id)],
  ];
  for (const [kind, ids] of lists) {
    const repeated = ids.find((id, index) => ids.indexOf(id) !== index);
    if (repeated !== undefined) return `the ${kind} "${String(repeated)}" is there twice`;
  }
  return null;
}

function findUnknownReference(model: DecisionModel): string | null {
  const sources = new Set(model.sources.map((source) => source.id));
  const cited = [...model.questions, ...model.flags, model.delegation].flatMap(
    (part) => part.sources,
  );
  const unknownSource = cited.find((id) => !sources.has(id));
  if (unknownSource !== undefined) return `the source "${unknownSource}" is cited but not listed`;

  const scales = new Set(
    model.questions.flatMap((question) => question.scales.map(({ id }) => id)),
  );
  const unknownScale = conditionsOf(model)
    .flatMap((condition) => (condition.kind === 'answer' ? [condition.scale] : []))
    .find((id) => !scales.has(id));
  return unknownScale === undefined ? null : `no question has the scale "${unknownScale}"`;
}

function findScaleWithoutUse(model: DecisionModel): string | null {
  const watched = new Set(
    conditionsOf(model).flatMap((condition) =>
      condition.kind === 'answer' ? [condition.scale] : [],
    ),
  );
  for (const question of model.questions) {
    for (const { id, statement, weights } of question.scales) {
      const { manage = 0, lead = 0, delegation = 0 } = weights;
      // Otherwise a step towards one stance would drag the other along with it.
      if (manage * lead > 0) return `the scale "${id}" pulls both scores the same way`;
      if (manage === 0 && lead === 0 && delegation === 0 && !watched.has(id)) {
        return `the scale "${id}" moves nothing`;
      }
      if (question.scales.length > 1 && statement === undefined) {
        return `the scale "${id}" shares a question and does not say what it asks`;
      }
    }
  }
  return null;
}

function findScoreWithoutWeights(model: DecisionModel): string | null {
  const scales = model.questions.flatMap((question) => question.scales);
  for (const name of ['manage', 'lead', 'delegation'] as const) {
    if (scales.every((scale) => (scale.weights[name] ?? 0) === 0)) {
      return `no question moves the ${name} score`;
    }
  }
  return null;
}

function findThresholdOutOfOrder(model: DecisionModel): string | null {
  const { leaveBelow, bothFrom } = model.stance;
  if (leaveBelow > bothFrom) return 'leaveBelow is above bothFrom';
  if (model.delegation.levels.some(({ level }, index) => level !== index + 1)) {
    return 'the delegation levels are not listed from 1 to 7';
  }
  if (!risesFromZero(model.delegation.levels.map((level) => level.from))) {
    return 'the delegation levels do not rise from 0';
  }
  return risesFromZero(model.confidence.map((step) => step.from))
    ? null
    : 'the confidence steps do not rise from 0';
}

function risesFromZero(steps: readonly number[]): boolean {
  return steps.every((step, index) => {
    const before = steps[index - 1];
    return before === undefined ? step === 0 : step > before;
  });
}

function findMisplacedMove({ moves, flags, stance }: DecisionModel): string | null {
  const flagIds = new Set(flags.map(({ id }) => id));
  const astray = moves.find(({ when }) => when.kind === 'flag' && !flagIds.has(when.is));
  if (astray !== undefined) return `the move "${astray.id}" follows from a flag that is not there`;
  for (const name of Object.keys(stance.texts)) {
    const own = moves.filter(({ when }) => when.kind === 'stance' && when.is === name);
    if (own.length < fewestMoves || own.length > mostMoves) {
      return `the stance "${name}" does not have ${String(fewestMoves)} to ${String(mostMoves)} moves`;
    }
  }
  return null;
}

function conditionsOf(model: DecisionModel): readonly Condition[] {
  return [
    ...model.flags.flatMap((flag) => flag.anyOf.flat()),
    ...model.stance.firstOfBoth.rules.flatMap((rule) => rule.when),
    ...model.review.rules.flatMap((rule) => rule.when),
  ];
}
