/** Runs one task after the other, in the order in which they came. */
export class Turns {
  #last: Promise<unknown> = Promise.resolve();

  /** Runs a task when all before it have ended, however they ended. */
  take<T>(task: () => Promise<T>): Promise<T> {
    const mine = this.#last.then(task, task);
    this.#last = mine.catch(() => undefined);
    return mine;
  }

  /** Resolves when nothing is under way or waiting. */
  async rest(): Promise<void> {
    let seen: Promise<unknown> | null = null;
    while (seen !== this.#last) {
      seen = this.#last;
      await seen;
    }
  }
}
