import { onDestroy } from 'svelte';
import type { CallError } from '../../../ipc/result.ts';
import type { QuestionBankView } from '../../../ipc/views.ts';
import { getApp } from '../../api/app.svelte.ts';
import type { Api } from '../../api/client.ts';
import type { Loadable } from '../../api/live.svelte.ts';

/** The question bank as it is for one person, or for nobody in particular. */
class QuestionReading implements Loadable<QuestionBankView> {
  value = $state.raw<QuestionBankView | null>(null);
  error = $state.raw<CallError | null>(null);
  /** Whom the last answer is for; null for nobody. */
  personId = $state<string | null>(null);
  readonly #api: Api;
  /** Undefined until it is known for whom. */
  #wantedId: string | null | undefined;
  #turn = 0;

  constructor(api: Api) {
    this.#api = api;
  }

  /** Reads for a person, or for nobody, unless it does already. */
  show(personId: string | null): void {
    if (personId === this.#wantedId) return;
    this.#wantedId = personId;
    void this.reload();
  }

  /** Reads again. An answer that a newer reading has overtaken is dropped. */
  readonly reload = async (): Promise<void> => {
    const personId = this.#wantedId;
    if (personId === undefined) return;
    this.#turn += 1;
    const turn = this.#turn;
    const result = await this.#api.call('questions.list', { personId });
    if (turn !== this.#turn) return;
    if (result.ok) {
      this.value = result.value;
      this.personId = personId;
    }
    this.error = result.ok ? null : result.error;
  };
}

/** The bank for the component that is being made, read again when it changes; it ends with it. */
export function readQuestions(): QuestionReading {
  const { api } = getApp();
  const reading = new QuestionReading(api);
  onDestroy(
    api.on('changed', ({ topics }) => {
      if (topics.includes('people') || topics.includes('meetings')) void reading.reload();
    }),
  );
  return reading;
}
