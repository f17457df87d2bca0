/** What a reader left, for as long as the window lives. */
export class ReadingMemory {
  /** Steps away from the normal text size, which is 0. */
  textStep = 0;
  readonly #scrolls = new Map<string, number>();

  /** How far down a page was scrolled, in pixels; 0 when it was not opened yet. */
  scrollOf(pageId: string): number {
    return this.#scrolls.get(pageId) ?? 0;
  }

  keepScroll(pageId: string, pixels: number): void {
    this.#scrolls.set(pageId, pixels);
  }
}
