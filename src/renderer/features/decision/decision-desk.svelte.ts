import type { Decision } from '../../../domain/documents/decision.ts';
import type { Result } from '../../../ipc/result.ts';
import type { DecisionView } from '../../../ipc/views.ts';
import type { Api } from '../../api/client.ts';
import type { SaveState } from '../../api/save-state.svelte.ts';

type Change = Partial<Pick<Decision, 'title' | 'personId' | 'area' | 'chosen' | 'reviewOn'>>;

interface Parts {
  readonly api: Api;
  readonly save: SaveState;
  readonly view: () => DecisionView;
}

/** All that can be done with one decision on screen. */
export class DecisionDesk {
  readonly save: SaveState;
  readonly #parts: Parts;
  /** Ids of the moves that are on their way, so that a key pressed twice sends once. */
  #sending: readonly string[] = [];

  constructor(parts: Parts) {
    this.#parts = parts;
    this.save = parts.save;
  }

  get #decisionId(): string {
    return this.#parts.view().decision.id;
  }

  /** Changes it at once. */
  change(change: Change): Promise<Result<Decision>> {
    return this.save.run(
      () => this.#parts.api.call('decisions.change', { decisionId: this.#decisionId, ...change }),
      Object.keys(change).join(' '),
    );
  }

  /** Changes it once the typing pauses. */
  type(change: Change): void {
    const decisionId = this.#decisionId;
    this.save.later(
      () => this.#parts.api.call('decisions.change', { decisionId, ...change }),
      Object.keys(change).join(' '),
    );
  }

  /** Puts a move on the next agenda; whether it is there now. */
  async send(moveId: string): Promise<boolean> {
    if (this.#sending.includes(moveId)) return false;
    this.#sending = [...this.#sending, moveId];
    const input = { decisionId: this.#decisionId, moveId };
    const sent = await this.save.run(() => this.#parts.api.call('decisions.send', input), moveId);
    this.#sending = this.#sending.filter((id) => id !== moveId);
    return sent.ok;
  }

  noteLevel(): Promise<Result<null>> {
    const input = { decisionId: this.#decisionId };
    return this.save.run(() => this.#parts.api.call('decisions.noteLevel', input), 'level');
  }

  /** Deletes it; whether it is gone. The way back is offered where all of them are. */
  async remove(): Promise<boolean> {
    await this.save.flush();
    const input = { decisionId: this.#decisionId };
    const removed = await this.save.run(
      () => this.#parts.api.call('decisions.remove', input),
      'remove',
    );
    return removed.ok;
  }
}
