// The thread that owns the disk. A file of its own in the built app, beside main's.
import { randomUUID } from 'node:crypto';
import { parentPort, workerData } from 'node:worker_threads';
import { success } from '../../ipc/result.ts';
import type { Keeper } from './keeper-api.ts';
import { openKeeper } from './open-keeper.ts';
import type { Reply, Request, WorkerInput } from './remote-protocol.ts';
import { toErrorThere } from './remote-protocol.ts';

await serve();

/** Opens the folder, says what came of it, then answers one call after the other. */
async function serve(): Promise<void> {
  const send = (reply: Reply): void => parentPort?.postMessage(reply);
  const { clockAheadMilliseconds, ...places } = workerData as WorkerInput;
  const now = (): string => new Date(Date.now() + clockAheadMilliseconds).toISOString();
  const opened = await openKeeper({ ...places, newId: randomUUID, now }, (event) => {
    send({ kind: 'event', event });
  });
  if (!opened.ok) {
    send({ kind: 'opened', opened });
    return;
  }
  const { keeper, ...rest } = opened.value;
  parentPort?.on('message', (request: Request) => {
    perform(keeper, request).then(
      (value) => {
        send({ kind: 'answer', id: request.id, value });
      },
      (error: unknown) => {
        send({ kind: 'failure', id: request.id, error: toErrorThere(error) });
      },
    );
  });
  send({ kind: 'opened', opened: success(rest) });
}

/** The types of a request's method and arguments belong together; the compiler cannot see it. */
function perform(keeper: Keeper, { method, args }: Request): Promise<unknown> {
  const methods = keeper as Readonly<
    Record<keyof Keeper, (...args: unknown[]) => Promise<unknown>>
  >;
  return methods[method](...args);
}
