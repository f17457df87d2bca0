import * as v from 'valibot';
import type { Channel, CheckedInput } from '../../ipc/contract.ts';
import { calls } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';

/** A call whose channel is in the contract and whose input fits it. */
export type CheckedCall = {
  [C in Channel]: { readonly channel: C; readonly input: CheckedInput<C> };
}[Channel];

const isChannel = (name: unknown): name is Channel =>
  typeof name === 'string' && Object.hasOwn(calls, name);

/**
 * Checks what came over the wire: first who sends, then the channel, then the shape.
 * A refusal is a value; it says no more than needed.
 */
export function checkCall(
  isTrusted: boolean,
  channel: unknown,
  input: unknown,
): Result<CheckedCall> {
  if (!isTrusted) return failure('refused', m.main_call_refused());
  if (!isChannel(channel)) return failure('refused', m.main_call_unknown());
  const checked = v.safeParse(calls[channel].input, input);
  if (!checked.success) {
    const [issue] = checked.issues;
    if (issue.type === 'max_length')
      return failure('invalid', m.main_call_too_long({ room: String(issue.requirement) }));
    const place = v.getDotPath(issue) ?? '';
    return failure('invalid', m.main_call_invalid({ channel, place }));
  }
  // The compiler cannot see that the schema of a channel gives the input of that channel.
  return success({ channel, input: checked.output } as CheckedCall);
}
