import type { Worker } from 'node:worker_threads';
import type { Result } from '../../ipc/result.ts';
import { success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { Emit, Keeper, OpenedKeeper } from './keeper-api.ts';
import type { OpenedThere, Reply, WorkerInput } from './remote-protocol.ts';
import { fromErrorThere } from './remote-protocol.ts';
import { NotSavedError } from './store.ts';

/** Starts a thread that runs store-worker.ts, with this as its `workerData`. */
export type StartWorker = (input: WorkerInput) => Worker;

/** Opens a keeper in a thread of its own: no disk is ever waited for in this one. */
export async function openRemoteKeeper(
  startWorker: StartWorker,
  input: WorkerInput,
  emit: Emit,
): Promise<Result<OpenedKeeper>> {
  const line = new Line(startWorker(input), emit);
  const opened = await line.opened;
  if (opened.ok) return success({ ...opened.value, keeper: keeperAt(line) });
  await line.whenEnded();
  return opened;
}

function keeperAt(line: Line): Keeper {
  return {
    read: (...args) => line.ask('read', args),
    list: (...args) => line.ask('list', args),
    commit: (...args) => line.ask('commit', args),
    undo: (...args) => line.ask('undo', args),
    keepWayBack: (...args) => line.ask('keepWayBack', args),
    waysBack: (...args) => line.ask('waysBack', args),
    summaries: (...args) => line.ask('summaries', args),
    search: (...args) => line.ask('search', args),
    versions: (...args) => line.ask('versions', args),
    readVersion: (...args) => line.ask('readVersion', args),
    removed: (...args) => line.ask('removed', args),
    backups: (...args) => line.ask('backups', args),
    differencesTo: (...args) => line.ask('differencesTo', args),
    restore: (...args) => line.ask('restore', args),
    backUp: (...args) => line.ask('backUp', args),
    setAside: (...args) => line.ask('setAside', args),
    mentionedPictures: (...args) => line.ask('mentionedPictures', args),
    whenChecked: (...args) => line.ask('whenChecked', args),
    flush: (...args) => line.ask('flush', args),
    close: async (...args) => {
      await line.ask('close', args);
      await line.hangUp();
    },
  };
}

interface Waiting {
  readonly answer: (value: unknown) => void;
  readonly fail: (error: Error) => void;
}

/** The line to the store's thread. When the thread ends unasked, nothing is saved any more. */
class Line {
  readonly opened: Promise<OpenedThere>;
  readonly #worker: Worker;
  readonly #ended: Promise<null>;
  readonly #waiting = new Map<number, Waiting>();
  #asked = 0;
  #broken: Error | null = null;
  #isHungUp = false;

  constructor(worker: Worker, emit: Emit) {
    this.#worker = worker;
    const { promise, resolve, reject } = Promise.withResolvers<OpenedThere>();
    this.opened = promise;
    worker.on('message', (replies: readonly Reply[]) => {
      for (const reply of replies) {
        if (reply.kind === 'opened') resolve(reply.opened);
        else if (reply.kind === 'event') emit(reply.event);
        else this.#settle(reply);
      }
    });
    const breakDown = (cause: unknown): void => {
      if (this.#isHungUp || this.#broken !== null) return;
      const message = m.main_store_stopped();
      this.#broken = new NotSavedError(message, { cause });
      reject(this.#broken);
      for (const { fail } of this.#waiting.values()) fail(this.#broken);
      this.#waiting.clear();
      emit({ kind: 'problems', problems: [{ id: 'stopped', message }] });
    };
    worker.on('error', breakDown);
    worker.on('exit', breakDown);
    this.#ended = new Promise((resolve) => {
      worker.on('exit', () => {
        resolve(null);
      });
    });
  }

  ask<M extends keyof Keeper>(method: M, args: Parameters<Keeper[M]>): ReturnType<Keeper[M]>;
  ask(method: keyof Keeper, args: readonly unknown[]): Promise<unknown> {
    if (this.#broken !== null) return Promise.reject(this.#broken);
    const { promise, resolve, reject } = Promise.withResolvers<unknown>();
    const id = (this.#asked += 1);
    this.#waiting.set(id, { answer: resolve, fail: reject });
    this.#worker.postMessage({ id, method, args });
    return promise;
  }

  async hangUp(): Promise<void> {
    this.#isHungUp = true;
    await this.#worker.terminate();
  }

  /**
   * A thread that could not open ends by itself: to end it at that moment can take the whole process
   * with it.
   */
  async whenEnded(): Promise<void> {
    this.#isHungUp = true;
    await this.#ended;
  }

  #settle(reply: Extract<Reply, { readonly id: number }>): void {
    const waiting = this.#waiting.get(reply.id);
    this.#waiting.delete(reply.id);
    if (reply.kind === 'answer') waiting?.answer(reply.value);
    else waiting?.fail(fromErrorThere(reply.error));
  }
}
