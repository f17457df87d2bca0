import { isEditable } from '../shell/is-editable.ts';

/** Which way a key turns the page; null for a key that means something else. */
export function pageTurn(event: KeyboardEvent): 'previous' | 'next' | null {
  if (event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) return null;
  if (event.defaultPrevented || isEditable(event.target)) return null;
  switch (event.key) {
    case 'j':
    case 'J':
      return 'next';
    case 'k':
    case 'K':
      return 'previous';
    case 'ArrowRight':
      return scrollsSideways(event.target) ? null : 'next';
    case 'ArrowLeft':
      return scrollsSideways(event.target) ? null : 'previous';
    default:
      return null;
  }
}

/** A wide table uses the arrows itself while it has the focus. */
function scrollsSideways(target: EventTarget | null): boolean {
  const frame = target instanceof Element ? target.closest('[data-frame]') : null;
  return frame !== null && frame.scrollWidth > frame.clientWidth;
}
