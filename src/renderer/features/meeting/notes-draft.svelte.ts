import { onDestroy } from 'svelte';
import type { Result } from '../../../ipc/result.ts';
import { SaveState } from '../../api/save-state.svelte.ts';

/** The longest that a typed letter waits before it is on its way. */
const longestWaitMilliseconds = 250;

/**
 * Text that saves itself while it is typed. It is on its way at most 250 ms after each change; what
 * is typed while a save is under way is saved right after it. "Saved" is said only of what stands
 * in the field at that moment.
 */
export class NotesDraft extends SaveState {
  text = $state('');
  #stored: string;
  #isStoring = false;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #write: (text: string) => Promise<Result<null>>;

  /**
   * @param stored what main has just now
   * @param write hands the whole text to main; answers once it is durable
   */
  constructor(stored: string, write: (text: string) => Promise<Result<null>>) {
    super();
    this.text = stored;
    this.#stored = stored;
    this.#write = write;
  }

  get isUnsaved(): boolean {
    return this.text !== this.#stored;
  }

  /** Takes what stands in the field. */
  type(text: string): void {
    this.text = text;
    if (!this.isUnsaved && !this.#isStoring && this.status !== 'failed') return;
    this.status = 'saving';
    if (this.#isStoring) return;
    this.#timer ??= setTimeout(() => void this.#store(), longestWaitMilliseconds);
  }

  /** Takes what main says now, unless something here is not saved yet. */
  reread(stored: string): void {
    if (this.isUnsaved || this.#isStoring) return;
    this.text = stored;
    this.#stored = stored;
  }

  /** Saves at once what is not saved yet; there may be no time to wait for a save under way. */
  override async flush(): Promise<void> {
    if (!this.isUnsaved) return;
    if (this.#isStoring) await this.#write(this.text);
    else await this.#store();
  }

  override async retry(): Promise<void> {
    await this.#store();
  }

  async #store(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // The save under way looks again for unsaved text when it is done.
    if (this.#isStoring) return;
    this.#isStoring = true;
    let result: Result<null>;
    do {
      const text = this.text;
      result = await this.run(() => this.#write(text), 'notes');
      if (result.ok) this.#stored = text;
      if (this.isUnsaved && result.ok) this.status = 'saving';
    } while (result.ok && this.isUnsaved);
    this.#isStoring = false;
  }
}

/** Makes the draft of a component; it is saved when the component goes or the window is hidden. */
export function createNotesDraft(
  stored: string,
  write: (text: string) => Promise<Result<null>>,
): NotesDraft {
  const draft = new NotesDraft(stored, write);
  const flush = (): void => void draft.flush();
  const onVisibility = (): void => {
    if (document.visibilityState === 'hidden') flush();
  };
  window.addEventListener('pagehide', flush);
  document.addEventListener('visibilitychange', onVisibility);
  onDestroy(() => {
    window.removeEventListener('pagehide', flush);
    document.removeEventListener('visibilitychange', onVisibility);
    flush();
  });
  return draft;
}
