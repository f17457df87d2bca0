import type { OverrideFigures, Reviewed } from '../../../domain/decision/journal.ts';
import { fewestToCompare } from '../../../domain/decision/journal.ts';
import { m } from '../../../messages/index.ts';

/** What the figures say, in sentences: how often, and how it went; way and end each by itself. */
export function overrideWords(figures: OverrideFigures): readonly string[] {
  const { followed, overridden, canCompare } = figures;
  const often = m.journal_how_often({
    ...{ count: overridden.decisions, all: followed.decisions + overridden.decisions },
  });
  if (followed.lookedBack + overridden.lookedBack === 0) {
    return [often, m.journal_not_looked_back()];
  }
  const sides = [
    ...(followed.lookedBack === 0
      ? []
      : [m.journal_went_followed({ count: followed.lookedBack, went: wentWords(followed) })]),
    ...(overridden.lookedBack === 0
      ? []
      : [m.journal_went_overridden({ count: overridden.lookedBack, went: wentWords(overridden) })]),
  ];
  const tooFew = m.journal_too_few({ fewest: fewestToCompare });
  return [often, ...sides, ...(canCompare ? [] : [tooFew])];
}

const wentWords = ({ process, outcome }: Reviewed): string =>
  m.journal_went({ process: process.yes, outcome: outcome.yes });
