import { onDestroy } from 'svelte';
import type { Result } from '../../ipc/result.ts';

type SaveStatus = 'idle' | 'saving' | 'saved' | 'failed';
type Task = () => Promise<Result<unknown>>;

const typingPauseMilliseconds = 400;

/**
 * What became of the edits of one place on a screen. "Saved" is said when main has acknowledged
 * the last of them, never before.
 */
export class SaveState {
  status = $state<SaveStatus>('idle');
  /** The sentence of the last failure; empty when there is none. */
  message = $state('');
  #running = 0;
  /* eslint-disable svelte/prefer-svelte-reactivity -- nothing on screen reads these */
  readonly #newest = new Map<string, number>();
  readonly #failed = new Map<string, Task>();
  readonly #waiting = new Map<string, { task: Task; timer: ReturnType<typeof setTimeout> }>();
  /* eslint-enable svelte/prefer-svelte-reactivity */

  /**
   * Runs a save and shows how it went.
   * @param task the call; it must read its values when it runs, since it may run again
   * @param key saves of one thing share a key: a newer one makes a failed older one void
   */
  async run<T>(task: () => Promise<Result<T>>, key = 'save'): Promise<Result<T>> {
    const turn = (this.#newest.get(key) ?? 0) + 1;
    this.#newest.set(key, turn);
    this.#running += 1;
    this.status = 'saving';
    const result = await task();
    this.#running -= 1;
    if (this.#newest.get(key) === turn) {
      if (result.ok) this.#failed.delete(key);
      else {
        this.#failed.set(key, task);
        this.message = result.error.message;
      }
    }
    this.#settle();
    return result;
  }

  /** Saves once typing has paused; the edit counts as unsaved from now on. */
  later(task: Task, key = 'text'): void {
    clearTimeout(this.#waiting.get(key)?.timer);
    const timer = setTimeout(() => void this.#start(key), typingPauseMilliseconds);
    this.#waiting.set(key, { task, timer });
    this.status = 'saving';
  }

  /** Saves at once what was waiting for a pause in typing. */
  async flush(): Promise<void> {
    await Promise.all([...this.#waiting.keys()].map((key) => this.#start(key)));
  }

  /** Tries again what could not be saved. */
  async retry(): Promise<void> {
    await Promise.all([...this.#failed].map(([key, task]) => this.run(task, key)));
  }

  async #start(key: string): Promise<void> {
    const waiting = this.#waiting.get(key);
    if (waiting === undefined) return;
    clearTimeout(waiting.timer);
    this.#waiting.delete(key);
    await this.run(waiting.task, key);
  }

  #settle(): void {
    if (this.#running > 0 || this.#waiting.size > 0) return;
    this.status = this.#failed.size > 0 ? 'failed' : 'saved';
    if (this.#failed.size === 0) this.message = '';
  }
}

/** Makes the save state of a component; what waits is saved when the component or window goes. */
export function createSaveState(): SaveState {
  const state = new SaveState();
  const flush = (): void => void state.flush();
  window.addEventListener('pagehide', flush);
  onDestroy(() => {
    window.removeEventListener('pagehide', flush);
    flush();
  });
  return state;
}
