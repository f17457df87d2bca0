import { onDestroy } from 'svelte';
import type { ChangeTopic } from '../../../ipc/contract.ts';
import type { CallError } from '../../../ipc/result.ts';
import type { HistorySearchView, HistoryView } from '../../../ipc/views.ts';
import { getApp } from '../../api/app.svelte.ts';
import type { Api } from '../../api/client.ts';
import type { Loadable } from '../../api/live.svelte.ts';

/** One year of a person's history, or what a search found in all of it. */
export class HistoryReading implements Loadable<HistoryView> {
  value = $state.raw<HistoryView | null>(null);
  error = $state.raw<CallError | null>(null);
  /** What was typed to search. */
  text = $state('');
  /** What was found; null while nothing is searched. */
  found = $state.raw<HistorySearchView | null>(null);
  /** The sentence of a search that failed; empty when none did. */
  searchFailure = $state('');
  readonly #api: Api;
  readonly #personId: string;
  #year: number | null = null;
  #turn = 0;
  #searchTurn = 0;

  constructor(api: Api, personId: string) {
    this.#api = api;
    this.#personId = personId;
  }

  readonly reload = async (): Promise<void> => {
    this.#turn += 1;
    const turn = this.#turn;
    const input = { personId: this.#personId, year: this.#year };
    const result = await this.#api.call('history.read', input);
    if (turn !== this.#turn) return;
    if (result.ok) this.value = result.value;
    this.error = result.ok ? null : result.error;
  };

  /** Shows another year. */
  show(year: number): Promise<void> {
    this.#year = year;
    return this.reload();
  }

  /** Searches for what is typed now; an answer that a newer search has overtaken is dropped. */
  async search(): Promise<void> {
    this.#searchTurn += 1;
    const turn = this.#searchTurn;
    const text = this.text;
    if (text.trim() === '') {
      this.found = null;
      this.searchFailure = '';
      return;
    }
    const result = await this.#api.call('history.search', { personId: this.#personId, text });
    if (turn !== this.#searchTurn) return;
    this.found = result.ok ? result.value : null;
    this.searchFailure = result.ok ? '' : result.error.message;
  }
}

/** Reads the history of a person for the component that is being made; it ends with it. */
export function readHistory(personId: string): HistoryReading {
  const { api } = getApp();
  const reading = new HistoryReading(api, personId);
  void reading.reload();
  const topics: readonly ChangeTopic[] = [
    'people',
    'series',
    'meetings',
    'feedback',
    'decisions',
    'clock',
  ];
  onDestroy(
    api.on('changed', (event) => {
      if (!event.topics.some((topic) => topics.includes(topic))) return;
      void reading.reload();
      if (reading.found !== null) void reading.search();
    }),
  );
  return reading;
}
