import { m } from '../../messages/index.ts';
import { NotReadError } from './store.ts';

/**
 * What is read from a store: all that was asked before it closes is answered, and none is asked after,
 * when the databases behind it are closed, too.
 */
export class Questions {
  readonly #underWay = new Set<Promise<unknown>>();
  #isOver = false;

  /** Rejects with NotReadError once the store is closed. */
  async ask<T>(question: () => Promise<T>): Promise<T> {
    if (this.#isOver) throw new NotReadError(m.main_store_closed_reading());
    const answer = question();
    this.#underWay.add(answer);
    try {
      return await answer;
    } finally {
      this.#underWay.delete(answer);
    }
  }

  /** Waits for every answer under way; from then on there is none. */
  async close(): Promise<void> {
    while (this.#underWay.size > 0) await Promise.allSettled(this.#underWay);
    this.#isOver = true;
  }
}
