import { SvelteMap } from 'svelte/reactivity';
import type { CheckId } from '../../../domain/checks/check-ids.ts';
import type { CheckAnswers } from '../../../domain/checks/conclude.ts';

/**
 * What was answered, so that a reading in between costs nothing. It lives with the window and is
 * written nowhere; what was answered about one person is not there for another.
 */
export class KeptCheckAnswers {
  readonly #answers = new SvelteMap<string, CheckAnswers>();

  of(checkId: CheckId, personId: string | null): CheckAnswers {
    return this.#answers.get(keyOf(checkId, personId)) ?? {};
  }

  /** @param choiceId null takes the answer back */
  answer(
    [checkId, personId]: readonly [CheckId, string | null],
    questionId: string,
    choiceId: string | null,
  ): void {
    const others = Object.entries(this.of(checkId, personId)).filter(([id]) => id !== questionId);
    const given = choiceId === null ? [] : [[questionId, choiceId] as const];
    const answers = Object.fromEntries([...others, ...given]);
    this.#answers.set(keyOf(checkId, personId), answers);
  }

  forget(checkId: CheckId, personId: string | null): void {
    this.#answers.delete(keyOf(checkId, personId));
  }
}

const keyOf = (checkId: CheckId, personId: string | null): string => `${checkId} ${personId ?? ''}`;
