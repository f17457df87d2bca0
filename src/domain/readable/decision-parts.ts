import { outcomeOf } from '../decision/outcome.ts';
import type { Decision } from '../documents/decision.ts';
import type { ReadablePart } from './readable-lines.ts';
import { field, textLines } from './readable-lines.ts';

/** A record of the helper as somebody reads it. */
export function decisionParts(decision: Decision): readonly ReadablePart[] {
  const { title, area, chosen, suggested, reviewOn, review } = decision;
  const outcome = outcomeOf(decision);
  return [
    {
      name: 'about',
      lines: [
        ...textLines(title),
        ...field('area', area),
        ...field('stance', outcome?.stance ?? null),
        ...field('level', levelText(outcome?.level)),
        ...field('suggested-stance', chosen === null ? null : (suggested?.stance ?? null)),
        ...field('suggested-level', chosen === null ? null : levelText(suggested?.level)),
        ...field('review-on', reviewOn),
      ],
    },
    { name: 'reason', lines: textLines(chosen?.reason ?? '') },
    {
      name: 'review',
      lines: [
        ...textLines(review?.whatHappened ?? ''),
        ...field('process', review?.process ?? null),
        ...field('outcome', review?.outcome ?? null),
        ...field('choose-again', review?.wouldChooseAgain ?? null),
      ],
    },
  ];
}

const levelText = (level: number | null | undefined): string | null =>
  typeof level === 'number' ? String(level) : null;
