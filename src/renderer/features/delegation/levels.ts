import type { DelegationLevelNumber } from '../../../domain/decision/choices.ts';

/** The levels in their order, from "you tell" to "they decide". */
export const allLevels = [1, 2, 3, 4, 5, 6, 7] as const satisfies readonly DelegationLevelNumber[];

/** The level that a text such as the value of a field or a digit key names; null for none. */
export const levelIn = (text: string): DelegationLevelNumber | null =>
  allLevels.find((level) => String(level) === text) ?? null;

/**
 * The level that a key on a card asks for: an arrow goes one level on, a digit goes to its own. Null
 * for a key that asks for none; an arrow at the end asks for the level that is there.
 * @param level the level now; null for none, from which the arrow to the right leads to the first
 */
export function levelOfKey(
  key: string,
  level: DelegationLevelNumber | null,
): DelegationLevelNumber | null {
  switch (key) {
    case 'ArrowRight':
      return level === null ? 1 : (levelIn(String(level + 1)) ?? level);
    case 'ArrowLeft':
      return level === null ? null : (levelIn(String(level - 1)) ?? level);
    default:
      return levelIn(key);
  }
}
