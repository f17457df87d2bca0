import type { InlineAction, ReadingContext } from '../../../domain/agenda/inline-action.ts';

type Read = (line: string, context: ReadingContext) => InlineAction | null;

/** How a line that is being typed is read as an action item, unless its writer wants it as text. */
export class InlineReading {
  /** Whether the line stays as it is, though it could be read. */
  isLeft = $state(false);
  #line = $state('');
  #read = $state.raw<Read | null>(null);
  readonly #context: () => ReadingContext;

  readonly action: InlineAction | null = $derived.by(() => {
    if (this.isLeft || this.#read === null) return null;
    return this.#read(this.#line, this.#context());
  });

  constructor(context: () => ReadingContext) {
    this.#context = context;
  }

  /** Gets ready, so that the first line is read as it is typed. */
  prepare(): void {
    void this.#load();
  }

  type(line: string): void {
    this.#line = line;
    if (line.trim() === '') this.isLeft = false;
  }

  /** Leaves the line as text; answers false where there is nothing to leave. */
  leaveAsText(): boolean {
    if (this.action === null) return false;
    this.isLeft = true;
    return true;
  }

  /** It reads dates in words, which is much code: it comes after the screen. */
  async #load(): Promise<void> {
    const { readInlineAction } = await import('../../../domain/agenda/inline-action.ts');
    this.#read = readInlineAction;
  }
}
