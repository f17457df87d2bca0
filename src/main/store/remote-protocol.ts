import type { Result } from '../../ipc/result.ts';
import type { Keeper, KeeperEvent, KeeperPlaces, OpenedKeeper } from './keeper-api.ts';
import { NotReadError, NotSavedError } from './store.ts';

/** What the store's thread is asked: one method of its keeper. */
export type Request = {
  readonly [M in keyof Keeper]: {
    readonly id: number;
    readonly method: M;
    readonly args: Parameters<Keeper[M]>;
  };
}[keyof Keeper];

/** What it is started with. */
export interface WorkerInput extends KeeperPlaces {
  /** How far main's clock is ahead of the system's: none, unless a test has set it. */
  readonly clockAheadMilliseconds: number;
}

/** What opening came to, without the keeper itself, which stays in its thread. */
export type OpenedThere = Result<Omit<OpenedKeeper, 'keeper'>>;

/** What it says, in rows of one or more: first that it is open, then answers, and events in between. */
export type Reply =
  | { readonly kind: 'opened'; readonly opened: OpenedThere }
  | { readonly kind: 'event'; readonly event: KeeperEvent }
  | { readonly kind: 'answer'; readonly id: number; readonly value: unknown }
  | { readonly kind: 'failure'; readonly id: number; readonly error: ErrorThere };

/** An error on its way between threads, where its class would be lost. */
export interface ErrorThere {
  readonly kind: 'not-saved' | 'not-read' | 'other';
  readonly message: string;
}

export const toErrorThere = (error: unknown): ErrorThere => ({
  kind: kindOf(error),
  message: error instanceof Error ? error.message : String(error),
});

function kindOf(error: unknown): ErrorThere['kind'] {
  if (error instanceof NotSavedError) return 'not-saved';
  return error instanceof NotReadError ? 'not-read' : 'other';
}

export function fromErrorThere({ kind, message }: ErrorThere): Error {
  switch (kind) {
    case 'not-saved':
      return new NotSavedError(message);
    case 'not-read':
      return new NotReadError(message);
    case 'other':
      return new Error(message);
  }
}
