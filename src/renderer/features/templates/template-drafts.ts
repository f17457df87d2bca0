/** What was typed into templates and is not saved yet, for as long as the window lives. */
export class TemplateDrafts {
  readonly #texts = new Map<string, string>();

  textOf(templateId: string): string | null {
    return this.#texts.get(templateId) ?? null;
  }

  keep(templateId: string, text: string): void {
    this.#texts.set(templateId, text);
  }

  /** Lets go of a text that main has; one that was typed since stays. */
  drop(templateId: string, text: string): void {
    if (this.#texts.get(templateId) === text) this.#texts.delete(templateId);
  }
}
