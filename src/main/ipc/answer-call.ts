import type { Result } from '../../ipc/result.ts';
import { failure } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import { NotReadError, NotSavedError } from '../store/store.ts';
import type { CheckedCall } from './check-call.ts';
import type { Handlers } from './handlers.ts';

/** Lets the handler of a checked call answer; whatever it throws becomes an error value. */
export async function answerCall(
  { channel, input }: CheckedCall,
  handlers: Promise<Handlers>,
  report: (problem: unknown) => void,
): Promise<Result<unknown>> {
  try {
    // One channel's input goes with that channel's handler, which a union of pairs cannot say.
    const handler = (await handlers)[channel] as (input: unknown) => Promise<Result<unknown>>;
    return await handler(input);
  } catch (error) {
    if (error instanceof NotSavedError) return failure('not-saved', error.message);
    if (error instanceof NotReadError) return failure('unavailable', error.message);
    report(error);
    return failure('unexpected', m.main_unexpected());
  }
}
