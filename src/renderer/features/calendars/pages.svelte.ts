import type { CallError, Result } from '../../../ipc/result.ts';
import type { Loadable } from '../../api/live.svelte.ts';

/** More than a line that somebody looks for has. */
const mostCharacters = 500;

/** A long list of a calendar, read page by page, for what is looked for in it. */
export abstract class Pages<View, Row> implements Loadable<View> {
  value = $state.raw<View | null>(null);
  error = $state.raw<CallError | null>(null);
  /** What fits what is looked for, as far as it is shown. */
  rows = $state.raw<readonly Row[]>([]);
  text = $state('');
  #turn = 0;

  /** Reads from the beginning, for what is looked for now. */
  reload = (): Promise<void> => this.read([]);

  /** Shows as many again. */
  readonly more = (): Promise<void> => this.read(this.rows);

  protected abstract ask(text: string, offset: number): Promise<Result<View>>;
  protected abstract rowsOf(view: View): readonly Row[];

  /** Reads the page behind some rows; an answer that came too late for what is looked for is let go. */
  protected async read(before: readonly Row[]): Promise<void> {
    this.#turn += 1;
    const turn = this.#turn;
    const result = await this.ask(this.text.slice(0, mostCharacters), before.length);
    if (turn !== this.#turn) return;
    this.error = result.ok ? null : result.error;
    if (!result.ok) return;
    this.arrive(result.value, before);
  }

  /** Shows a page behind those before it. */
  protected arrive(view: View, before: readonly Row[]): void {
    this.value = view;
    this.rows = [...before, ...this.rowsOf(view)];
  }
}
