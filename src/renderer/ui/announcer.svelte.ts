/** Whoever types for less long than this would hear every letter's outcome. */
const typingPauseMilliseconds = 1000;

/** What a screen reader is told of an act that nothing with the focus shows; shown by an `Announcement`. */
export class Announcer {
  words = $state('');
  #timer: ReturnType<typeof setTimeout> | undefined;

  /** Says it, also when it is the same as before: what does not change would not be read again. */
  say(words: string): void {
    clearTimeout(this.#timer);
    this.words = words === this.words ? `${words}\u00a0` : words;
  }

  /** Says it when typing pauses, unless something else is to be said by then; nothing where it is empty. */
  sayAfterTyping(words: string): void {
    this.clear();
    if (words !== '') this.#timer = setTimeout(() => (this.words = words), typingPauseMilliseconds);
  }

  /** Takes away what is true no more. */
  clear(): void {
    clearTimeout(this.#timer);
    this.words = '';
  }
}
