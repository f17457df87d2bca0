import type { CallOutput, Channel, CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';

/** What answers each call of the contract. A channel without a handler does not compile. */
export type Handlers = {
  readonly [C in Channel]: (input: CheckedInput<C>) => Promise<Result<CallOutput<C>>>;
};

/** The handlers of one group, such as everything that begins with "people.". */
export type HandlersOf<Group extends string> = Pick<
  Handlers,
  Extract<Channel, `${Group}.${string}`>
>;
