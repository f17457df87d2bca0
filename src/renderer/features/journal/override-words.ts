import type { OverrideFigures, Reviewed } from '../../../domain/decision/journal.ts';
import { fewestToCompare } from '../../../domain/decision/journal.ts';
import { m } from '../../../messages/index.ts';

/** What the figures say, in sentences: how often, and how it went; way and end each by itself. */
export function overrideWords(figures: OverrideFigures): readonly string[] {
  const { followed, overridden, canCompare } = figures;
  const often = m.journal_how_often({
    ...{ count: overridden.decisions, all: followed.decisions + overridden.decisions },
  });
  const lookedBack = followed.lookedBack + overridden.lookedBack;
  if (lookedBack === 0) return [often, m.journal_not_looked_back()];
  const sides = [
    ...(followed.lookedBack === 0 ? [] : [m.journal_went_followed({ went: wentWords(followed) })]),
    ...(overridden.lookedBack === 0
      ? []
      : [m.journal_went_overridden({ went: wentWords(overridden) })]),
  ];
  const tooFew = m.journal_too_few({ fewest: fewestToCompare });
  return [
    often,
    m.journal_looked_back({ count: lookedBack }),
    ...sides,
    ...(canCompare ? [] : [tooFew]),
  ];
}

const wentWords = ({ process, outcome, lookedBack }: Reviewed): string =>
  m.journal_went({ process: process.yes, outcome: outcome.yes, count: lookedBack });
