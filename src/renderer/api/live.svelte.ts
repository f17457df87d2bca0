import { onDestroy, onMount } from 'svelte';
import type { CallInput, ChangeTopic, Channel } from '../../ipc/contract.ts';
import type { CallError } from '../../ipc/result.ts';
import { getApp } from './app.svelte.ts';
import type { Answer, Api, InputArguments } from './client.ts';

/** What a screen can show of an answer. */
export interface Loadable<Value> {
  readonly value: Value | null;
  readonly error: CallError | null;
  readonly reload: () => Promise<void>;
}

/** Something that main knows and a screen shows: loads, and is read again when it changes. */
export class LiveResource<C extends Channel> implements Loadable<Answer<C>> {
  /** The last answer; stays while it is read again, so that nothing flickers. Null until then. */
  value = $state.raw<Answer<C> | null>(null);
  /** Why the last reading failed; null when it did not. */
  error = $state.raw<CallError | null>(null);
  #turn = 0;
  readonly #api: Api;
  readonly #channel: C;
  readonly #input: InputArguments<C>;

  constructor(api: Api, channel: C, input: InputArguments<C>) {
    this.#api = api;
    this.#channel = channel;
    this.#input = input;
  }

  /** Reads again. An answer that a newer reading has overtaken is dropped. */
  readonly reload = async (): Promise<void> => {
    this.#turn += 1;
    const turn = this.#turn;
    const result = await this.#api.call(this.#channel, ...this.#input);
    if (turn !== this.#turn) return;
    if (result.ok) this.value = result.value;
    this.error = result.ok ? null : result.error;
  };
}

/**
 * A live answer for the component that is being made; it ends with the component.
 * @param channel a call that only reads
 * @param input its input; undefined for a call that takes none
 * @param topics the changes after which it is read again
 */
export function live<C extends Channel>(
  channel: C,
  input: CallInput<C>,
  topics: readonly ChangeTopic[],
): LiveResource<C> {
  const { api } = getApp();
  const given = (input === undefined ? [] : [input]) as InputArguments<C>;
  const resource = new LiveResource(api, channel, given);
  void resource.reload();
  onDestroy(
    api.on('changed', (event) => {
      if (event.topics.some((topic) => topics.includes(topic))) void resource.reload();
    }),
  );
  return resource;
}

/** Calls back at every full minute while the component is on screen. */
export function everyMinute(tick: () => void): void {
  onMount(() => {
    let timer: ReturnType<typeof setTimeout>;
    const wait = (): void => {
      timer = setTimeout(
        () => {
          tick();
          wait();
        },
        60_000 - (Date.now() % 60_000),
      );
    };
    wait();
    return () => {
      clearTimeout(timer);
    };
  });
}
