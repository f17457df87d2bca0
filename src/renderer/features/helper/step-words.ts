import type { AnswerValue } from '../../../domain/decision/model.ts';

/** The five steps of every scale, low pole first. */
export const steps: readonly AnswerValue[] = [0, 1, 2, 3, 4];

/** The step that a digit key names, 1 to 5; null for any other key. */
export function stepOfKey(key: string): AnswerValue | null {
  return steps.find((step) => String(step + 1) === key) ?? null;
}
