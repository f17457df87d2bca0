import type { CallInput, CallOutput, Channel, EvenkeelBridge } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';

/**
 * A bridge that asks one thing at once, and has the answer under way when the first screen asks for
 * it, unless something has changed meanwhile. Later calls go their usual way.
 * @param ahead a call that only reads and takes no input
 */
export function askAhead(bridge: EvenkeelBridge, ahead: Channel): EvenkeelBridge {
  let answer: Promise<unknown> | null = bridge.call(ahead, undefined);
  // Whoever asks next meets the same failure.
  answer.catch(() => undefined);
  const forget = bridge.on('changed', () => {
    answer = null;
  });
  const call = <C extends Channel>(
    channel: C,
    input: CallInput<C>,
  ): Promise<Result<CallOutput<C>>> => {
    if (channel !== ahead || answer === null) return bridge.call(channel, input);
    const known = answer as Promise<Result<CallOutput<C>>>;
    answer = null;
    forget();
    return known;
  };
  return { call, on: (name, listener) => bridge.on(name, listener) };
}
