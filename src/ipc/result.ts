/** Why a call failed, as far as a program needs to tell cases apart. */
export type ErrorCode =
  'refused' | 'invalid' | 'not-found' | 'not-saved' | 'unreadable' | 'unavailable' | 'unexpected';

/** What went wrong: a code for the program and a whole sentence for the user. */
export interface CallError {
  readonly code: ErrorCode;
  /** What happened, what was kept, what to do. */
  readonly message: string;
}

/** Errors at a boundary are values. */
export type Result<T> =
  { readonly ok: true; readonly value: T } | { readonly ok: false; readonly error: CallError };

export const success = <T>(value: T): Result<T> => ({ ok: true, value });

export const failure = (code: ErrorCode, message: string): Result<never> => ({
  ok: false,
  error: { code, message },
});
