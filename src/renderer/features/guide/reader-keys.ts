import { isEditable } from '../shell/is-editable.ts';

/** What a key asks of the reader. */
export type ReaderAct =
  'previous-page' | 'next-page' | 'previous-section' | 'next-section' | 'find' | 'add';

/** What a key asks of the reader; null for a key that means something else. */
export function readerAct(event: KeyboardEvent): ReaderAct | null {
  if (event.defaultPrevented || isInDialog(event.target)) return null;
  const isCommand = (event.ctrlKey || event.metaKey) && !event.altKey && !event.shiftKey;
  if (isCommand) return event.key.toLowerCase() === 'f' ? 'find' : null;
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  return takesKeys(event.target) ? null : plainAct(event);
}

function plainAct({ key, target }: KeyboardEvent): ReaderAct | null {
  switch (key.length === 1 ? key.toLowerCase() : key) {
    case 'j':
      return 'next-section';
    case 'k':
      return 'previous-section';
    case ']':
      return 'next-page';
    case '[':
      return 'previous-page';
    case 'a':
      return 'add';
    case 'ArrowRight':
      return scrollsSideways(target) ? null : 'next-page';
    case 'ArrowLeft':
      return scrollsSideways(target) ? null : 'previous-page';
    default:
      return null;
  }
}

/** Whether typing, or choosing by arrow, goes into what has the focus. */
function takesKeys(target: EventTarget | null): boolean {
  if (isEditable(target)) return true;
  const isRadio = target instanceof HTMLInputElement && target.type === 'radio';
  return isRadio || target instanceof HTMLSelectElement;
}

const isInDialog = (target: EventTarget | null): boolean =>
  target instanceof Element && target.closest('dialog') !== null;

/** A wide table uses the arrows itself while it has the focus. */
function scrollsSideways(target: EventTarget | null): boolean {
  const frame = target instanceof Element ? target.closest('[data-frame]') : null;
  return frame !== null && frame.scrollWidth > frame.clientWidth;
}
