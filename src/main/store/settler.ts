import { Turns } from './turns.ts';

const firstRetryMilliseconds = 1000;
const longestRetryMilliseconds = 60_000;

/**
 * Sees that acknowledged documents come to their files: soon after an act, together with what came
 * since, and again and again as long as they will not.
 */
export class Settler {
  readonly #task: () => Promise<boolean>;
  readonly #delayMilliseconds: number;
  readonly #turns = new Turns();
  #timer: NodeJS.Timeout | null = null;
  #retryMilliseconds = firstRetryMilliseconds;
  #isStopped = false;

  /**
   * @param task answers whether it could do all that was due
   * @param delayMilliseconds how long to wait for more to come
   */
  constructor(task: () => Promise<boolean>, delayMilliseconds: number) {
    this.#task = task;
    this.#delayMilliseconds = delayMilliseconds;
  }

  /** Something has become due. */
  soon(): void {
    if (this.#isStopped) return;
    this.#timer ??= setTimeout(() => {
      void this.now();
    }, this.#delayMilliseconds);
  }

  /** Does what is due now. */
  now(): Promise<void> {
    this.#clear();
    return this.#turns.take(async () => {
      if (await this.#task()) this.#retryMilliseconds = firstRetryMilliseconds;
      else this.#later();
    });
  }

  /** Starts nothing any more, and waits for what is under way. */
  async stop(): Promise<void> {
    this.#isStopped = true;
    this.#clear();
    await this.#turns.rest();
  }

  #later(): void {
    if (this.#isStopped || this.#timer !== null) return;
    this.#timer = setTimeout(() => {
      void this.now();
    }, this.#retryMilliseconds);
    this.#retryMilliseconds = Math.min(2 * this.#retryMilliseconds, longestRetryMilliseconds);
  }

  #clear(): void {
    if (this.#timer !== null) clearTimeout(this.#timer);
    this.#timer = null;
  }
}
