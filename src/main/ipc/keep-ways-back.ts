import type { Channel, Undoable } from '../../ipc/contract.ts';
import { calls } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import type { Handlers } from './handlers.ts';

type Handler = (input: unknown) => Promise<Result<unknown>>;

/**
 * The same handlers, of which each destructive one has the way back kept that it answers with: so no
 * service can forget it, and what was taken away can be had back long after, across starts.
 */
export function keepWaysBack<Some extends Partial<Handlers>>(
  handlers: Some,
  keep: (undoId: string) => Promise<void>,
): Some {
  const keeping = Object.entries(handlers).map(([channel, handler]) => [
    channel,
    calls[channel as Channel].isDestructive ? keepingWayBack(handler as Handler, keep) : handler,
  ]);
  return Object.fromEntries(keeping) as Some;
}

/** The contract says that the answer of a destructive call is undoable. */
function keepingWayBack(handler: Handler, keep: (undoId: string) => Promise<void>): Handler {
  return async (input) => {
    const result = await handler(input);
    if (result.ok) await keep((result.value as Undoable<unknown>).undo.id);
    return result;
  };
}
