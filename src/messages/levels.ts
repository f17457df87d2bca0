import type { DelegationLevelNumber } from '../domain/decision/choices.ts';
import { m } from './index.ts';

const names: Readonly<Record<DelegationLevelNumber, () => string>> = {
  1: m.delegation_level_tell,
  2: m.delegation_level_sell,
  3: m.delegation_level_consult,
  4: m.delegation_level_agree,
  5: m.delegation_level_advise,
  6: m.delegation_level_inquire,
  7: m.delegation_level_delegate,
};

/** What a level of handing over is called. */
export const levelName = (level: DelegationLevelNumber): string => names[level]();

/** Number and name, such as "5, Advise". */
export const levelWords = (level: DelegationLevelNumber): string =>
  m.delegation_level_words({ level, name: levelName(level) });
