// The thread that owns the disk. A file of its own in the built app, beside main's.
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { success } from '../../ipc/result.ts';
import type { Keeper } from './keeper-api.ts';
import { openKeeper } from './open-keeper.ts';
import type { Reply, Request, WorkerInput } from './remote-protocol.ts';
import { toErrorThere } from './remote-protocol.ts';

/** Opens the folder, says what came of it, then answers one call after the other. */
async function serve(): Promise<void> {
  const outbox = new Outbox((replies) => parentPort?.postMessage(replies));
  const { clockAheadMilliseconds, ...places } = workerData as WorkerInput;
  const now = (): string => new Date(Date.now() + clockAheadMilliseconds).toISOString();
  const opened = await openKeeper({ ...places, newId: randomUUID, now }, (event) => {
    outbox.sendSoon({ kind: 'event', event });
  });
  if (!opened.ok) {
    outbox.send({ kind: 'opened', opened });
    return;
  }
  const { keeper, ...rest } = opened.value;
  parentPort?.on('message', (request: Request) => {
    perform(keeper, request).then(
      (value) => {
        outbox.send({ kind: 'answer', id: request.id, value });
      },
      (error: unknown) => {
        outbox.send({ kind: 'failure', id: request.id, error: toErrorThere(error) });
      },
    );
  });
  outbox.send({ kind: 'opened', opened: success(rest) });
}

/** The types of a request's method and arguments belong together; the compiler cannot see it. */
function perform(keeper: Keeper, { method, args }: Request): Promise<unknown> {
  const methods = keeper as Readonly<
    Record<keyof Keeper, (...args: unknown[]) => Promise<unknown>>
  >;
  return methods[method](...args);
}

/** What is said at the same moment goes as one message: each takes both threads a moment. */
class Outbox {
  readonly #post: (replies: readonly Reply[]) => void;
  #waiting: Reply[] = [];

  constructor(post: (replies: readonly Reply[]) => void) {
    this.#post = post;
  }

  /** With what is said next, and in any case once this thread has nothing else to do. */
  sendSoon(reply: Reply): void {
    if (this.#waiting.push(reply) > 1) return;
    setImmediate(() => {
      if (this.#waiting.length > 0) this.#post(this.#waiting.splice(0));
    });
  }

  send(reply: Reply): void {
    this.#post([...this.#waiting.splice(0), reply]);
  }
}

await serve();
