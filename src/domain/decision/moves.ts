/** From a result to what is done about it: the next moves, and the day to look back. */
import type { Stance } from '../documents/meeting.ts';
import type { Answers, DecisionModel, DecisionStance, Move } from './model.ts';
import { fewestMoves, mostMoves } from './move-limits.ts';
import { allHold } from './stance.ts';

/**
 * The moves that follow from a stance and the raised flags, four at most. A flag's come first, since
 * it says what the stance alone would get wrong; they leave room for two of the stance's own.
 */
export function chooseMoves(
  model: DecisionModel,
  stance: DecisionStance | null,
  flags: readonly string[],
): readonly Move[] {
  const ofFlags = model.moves
    .filter(({ when }) => when.kind === 'flag' && flags.includes(when.is))
    .slice(0, mostMoves - fewestMoves);
  const ofStance = model.moves.filter(({ when }) => when.kind === 'stance' && when.is === stance);
  return [...ofFlags, ...ofStance].slice(0, mostMoves);
}

/** What a move is mostly about on an agenda: where both are needed, the side that it serves. */
export function stanceOfMove(
  { leans }: Pick<Move, 'leans'>,
  stance: DecisionStance | null,
): Stance {
  switch (stance) {
    case 'manage':
    case 'lead':
      return stance;
    case 'both':
      return leans;
    case 'leave':
    case null:
      return 'none';
  }
}

/** The calendar date on which to look back at what is decided today. */
export function proposeReviewDate(model: DecisionModel, answers: Answers, today: string): string {
  const { usualDays, rules } = model.review;
  const days = rules.find(({ when }) => allHold(when, answers))?.days ?? usualDays;
  return Temporal.PlainDate.from(today).add({ days }).toString();
}
