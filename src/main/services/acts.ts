import type { Document, DocumentKind } from '../../domain/documents/document.ts';
import { isSameJson } from '../../domain/merge/json.ts';
import type { Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { success } from '../../ipc/result.ts';
import type { NewId } from '../platform/ids.ts';
import type { Clock } from '../platform/clock.ts';
import type { Acted, Change, Decided, Store } from '../store/store.ts';

/** What every service that keeps documents is given. */
export interface ServiceParts {
  readonly store: Store;
  readonly clock: Clock;
  readonly newId: NewId;
}

export const put = (document: Document): Change => ({ kind: 'put', document });

export const remove = (kind: DocumentKind, id: string): Change => ({
  kind: 'remove',
  ref: { kind, id },
});

/** Writes these changes under this label, and answers with a value. */
export const write = <T>(
  label: string,
  changes: readonly Change[],
  value: T,
): Decided<Result<T>> => ({ act: { label, changes }, value: success(value) });

/** Whether these changes leave the documents that they are about as they were. */
export const changesNothing = (changes: readonly Change[], before: readonly Document[]): boolean =>
  changes.every(
    (change) =>
      change.kind === 'put' && before.some((document) => isSameJson(document, change.document)),
  );

/** Writes nothing. */
export const leave = <T>(value: Result<T>): Decided<Result<T>> => ({ act: null, value });

/** The answer of a destructive call: with the way back beside it. */
export function undoable<T>({ value, undo }: Acted<Result<T>>): Result<Undoable<T>> {
  if (!value.ok) return value;
  // Only an act that wrote nothing has no way back, and a destructive one that succeeds writes.
  if (undo === null) throw new Error('A destructive call wrote nothing and yet succeeded.');
  return success({ value: value.value, undo });
}

/** The instant it is, to the second, as documents keep it. */
export const timestamp = (clock: Clock): string => clock.now().round('second').toString();

/** The calendar date it is where this machine is. */
export const today = (clock: Clock): string =>
  clock.now().toZonedDateTimeISO(clock.timeZone()).toPlainDate().toString();
