import { onDestroy } from 'svelte';
import { mergeTexts } from '../../../domain/merge/merge-texts.ts';
import type { Result } from '../../../ipc/result.ts';
import { SaveState } from '../../api/save-state.svelte.ts';

/** The longest that a typed letter waits before it is on its way. */
const longestWaitMilliseconds = 250;

/**
 * Hands the whole text to main, with what it was typed upon; answers, once it is durable, with what stands
 * there then: the text, and what came from elsewhere meanwhile.
 */
type WriteText = (text: string, before: string) => Promise<Result<string>>;

/**
 * Text that saves itself while it is typed. It is on its way at most 250 ms after each change; what
 * is typed while a save is under way is saved right after it. "Saved" is said only of what stands
 * in the field at that moment. What comes from elsewhere is merged in, also while somebody types.
 */
export class NotesDraft extends SaveState {
  text = $state('');
  /** What an editor keeps of its undo while it is not on the screen. */
  editorMemory: unknown = null;
  #stored: string;
  /** What main had before: a reading that was under way can still bring it. */
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- nothing on screen reads it
  readonly #overtaken = new Set<string>();
  #underWay: string | null = null;
  #timer: ReturnType<typeof setTimeout> | undefined;
  readonly #write: WriteText;

  /** @param stored what main has just now */
  constructor(stored: string, write: WriteText) {
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
    const isStoring = this.#underWay !== null;
    if (!this.isUnsaved && !isStoring && this.status !== 'failed') return;
    this.status = 'saving';
    if (isStoring) return;
    this.#timer ??= setTimeout(() => void this.#store(), longestWaitMilliseconds);
  }

  /** Takes what main says now; what is typed and not saved yet stays in it. */
  reread(stored: string): void {
    if (stored === this.#stored) {
      // Readings come in order: whatever was read earlier has come by now.
      this.#overtaken.clear();
      return;
    }
    // The save under way will say what stands there.
    if (this.#underWay !== null || this.#overtaken.has(stored)) return;
    this.#takeIn(this.#stored, stored);
  }

  /** Saves at once what is not saved yet; there may be no time to wait for a save under way. */
  override async flush(): Promise<void> {
    if (!this.isUnsaved) return;
    if (this.#underWay !== null) await this.#write(this.text, this.#underWay);
    else await this.#store();
  }

  override async retry(): Promise<void> {
    await this.#store();
  }

  async #store(): Promise<void> {
    clearTimeout(this.#timer);
    this.#timer = undefined;
    // The save under way looks again for unsaved text when it is done.
    if (this.#underWay !== null) return;
    let result: Result<string>;
    do {
      const text = this.text;
      this.#underWay = text;
      result = await this.run(() => this.#write(text, this.#stored), 'notes');
      if (result.ok) this.#takeIn(text, result.value);
      if (this.isUnsaved && result.ok) this.status = 'saving';
    } while (result.ok && this.isUnsaved);
    this.#underWay = null;
  }

  /** @param base what the text in the field began with, @param stored what main has made of that */
  #takeIn(base: string, stored: string): void {
    this.#overtaken.add(this.#stored).add(base).delete(stored);
    if (stored !== base)
      this.text = this.text === base ? stored : mergeTexts(base, this.text, stored);
    this.#stored = stored;
  }
}

/** Makes the draft of a component; it is saved when the component goes or the window is hidden. */
export function createNotesDraft(stored: string, write: WriteText): NotesDraft {
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
