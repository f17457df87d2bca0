import type { Stance } from '../../../domain/documents/meeting.ts';
import { isEditable } from '../shell/is-editable.ts';

const stancesByKey: ReadonlyMap<string, Stance | null> = new Map([
  ['m', 'manage'],
  ['l', 'lead'],
  ['n', 'none'],
  ['0', null],
  ['backspace', null],
]);

/** Whether a key that was pressed in a row is for the row: no text or list has it, nothing is held. */
export const isRowKey = ({ target, ctrlKey, metaKey, shiftKey, altKey }: KeyboardEvent): boolean =>
  !(ctrlKey || metaKey || shiftKey || altKey) &&
  !isEditable(target) &&
  !(target instanceof HTMLSelectElement);

/** The stance that a key says of its row, null to take it back; undefined for any other key. */
export function stanceOfKey(event: KeyboardEvent): Stance | null | undefined {
  return isRowKey(event) ? stancesByKey.get(event.key.toLowerCase()) : undefined;
}
