/** What a screen reader is told of an act that nothing with the focus shows; shown by an `Announcement`. */
export class Announcer {
  words = $state('');

  /** Says it, also when it is the same as before: what does not change would not be read again. */
  say(words: string): void {
    this.words = words === this.words ? `${words}\u00a0` : words;
  }

  /** Takes away what is true no more. */
  clear(): void {
    this.words = '';
  }
}
