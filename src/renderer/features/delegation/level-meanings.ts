import type { DelegationLevelNumber } from '../../../domain/decision/choices.ts';
import { m } from '../../../messages/index.ts';

const meanings: Readonly<Record<DelegationLevelNumber, () => string>> = {
  1: m.delegation_meaning_tell,
  2: m.delegation_meaning_sell,
  3: m.delegation_meaning_consult,
  4: m.delegation_meaning_agree,
  5: m.delegation_meaning_advise,
  6: m.delegation_meaning_inquire,
  7: m.delegation_meaning_delegate,
};

/** Who decides at a level, in a few words. */
export const levelMeaning = (level: DelegationLevelNumber): string => meanings[level]();
