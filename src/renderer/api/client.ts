import type {
  CallInput,
  CallOutput,
  Channel,
  EvenkeelBridge,
  Undoable,
  UndoTicket,
} from '../../ipc/contract.ts';
import { failure, type Result } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';

/** What a screen gets of a call: the way back from a destructive one stays with the client. */
export type Answer<C extends Channel> =
  CallOutput<C> extends Undoable<infer Value> ? Value : CallOutput<C>;

/** Calls without input take none; all others take theirs. */
export type InputArguments<C extends Channel> =
  CallInput<C> extends undefined ? [] : [input: CallInput<C>];

/** The screens' whole view of the main process. */
export interface Api {
  /** Sends one call. Never throws: what went wrong is a value with a sentence for the user. */
  call<C extends Channel>(channel: C, ...input: InputArguments<C>): Promise<Result<Answer<C>>>;
  /** Subscribes to an event of the main process; the answer unsubscribes. */
  readonly on: EvenkeelBridge['on'];
  /** Resolves when every call that was sent before has been answered. */
  readonly whenAnswered: () => Promise<void>;
}

/**
 * Makes the client of a window.
 * @param bridge what the preload put on the window
 * @param offerUndo gets the way back from every destructive call that succeeded
 */
export function createClient(bridge: EvenkeelBridge, offerUndo: (ticket: UndoTicket) => void): Api {
  const underWay = new Set<Promise<unknown>>();
  return {
    async call<C extends Channel>(channel: C, ...input: InputArguments<C>) {
      const [given] = input as readonly [CallInput<C>];
      const sending = send(bridge, channel, given);
      underWay.add(sending);
      const result = await sending;
      underWay.delete(sending);
      if (!result.ok) return result;
      if (!isUndoable(result.value)) return { ok: true, value: result.value as Answer<C> };
      offerUndo(result.value.undo);
      return { ok: true, value: result.value.value as Answer<C> };
    },
    on: (name, listener) => bridge.on(name, listener),
    whenAnswered: async () => {
      await Promise.all(underWay);
    },
  };
}

async function send<C extends Channel>(
  bridge: EvenkeelBridge,
  channel: C,
  input: CallInput<C>,
): Promise<Result<CallOutput<C>>> {
  try {
    return await bridge.call(channel, input);
  } catch {
    // The bridge answers with values; a rejection means that the main process itself is gone.
    return failure('unavailable', m.app_call_unavailable());
  }
}

function isUndoable(value: unknown): value is Undoable<unknown> {
  if (typeof value !== 'object' || value === null) return false;
  if (!('value' in value && 'undo' in value)) return false;
  const { undo } = value;
  return typeof undo === 'object' && undo !== null && 'id' in undo && 'label' in undo;
}
