import type { Meeting } from '../documents/meeting.ts';

/** Why a change of a meeting cannot be made. */
export type AgendaProblem =
  /** What it names is not there. */
  | 'no-such-point'
  | 'no-such-action'
  /** What is to be checked off has moved on, or become something else. */
  | 'point-has-left'
  /** What is only for a meeting to come. */
  | 'meeting-is-over';

/** The meeting as it is after a change, or why there is none. */
export type AgendaChange =
  | { readonly ok: true; readonly meeting: Meeting }
  | { readonly ok: false; readonly problem: AgendaProblem };

/** What of `change` was given, so that a part left out or undefined stays as it is. */
export function givenOf<T extends object>(change: T): Given<T> {
  const given = Object.entries(change).filter(([, value]) => value !== undefined);
  return Object.fromEntries(given) as Given<T>;
}

type Given<T> = { readonly [K in keyof T]?: Exclude<T[K], undefined> };
