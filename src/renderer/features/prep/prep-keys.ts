import type { Suggestion } from '../../../domain/prep/suggestion.ts';
import type { PrepAct } from './prep-desk.svelte.ts';

type Pressed = Pick<KeyboardEvent, 'key' | 'altKey' | 'ctrlKey' | 'metaKey' | 'shiftKey'>;

const isPlain = ({ altKey, ctrlKey, metaKey, shiftKey }: Pressed): boolean =>
  !(altKey || ctrlKey || metaKey || shiftKey);

/** How many rows a key moves on, down or up; null for a key that moves nowhere. */
export function stepOf(pressed: Pressed): number | null {
  if (!isPlain(pressed)) return null;
  switch (pressed.key) {
    case 'ArrowDown':
      return 1;
    case 'ArrowUp':
      return -1;
    case 'End':
      return Infinity;
    case 'Home':
      return -Infinity;
    default:
      return null;
  }
}

/** What a key does with a suggestion; null for none. Enter presses the row's own button. */
export function prepActOf(pressed: Pressed, suggestion: Suggestion): PrepAct | null {
  if (!isPlain(pressed)) return null;
  switch (pressed.key.toLowerCase()) {
    case 's':
      return 'later';
    case 'x':
    case 'delete':
      return 'never';
    case 'd':
      return 'actionId' in suggestion ? 'done' : null;
    default:
      return null;
  }
}
