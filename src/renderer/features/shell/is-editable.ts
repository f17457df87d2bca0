const typeless = new Set([
  'button',
  'checkbox',
  'radio',
  'submit',
  'reset',
  'range',
  'file',
  'color',
]);

/** Whether typing goes into this element, so that its own undo must stay its own. */
export function isEditable(target: EventTarget | null): boolean {
  if (target instanceof HTMLInputElement) return !typeless.has(target.type);
  if (target instanceof HTMLTextAreaElement) return true;
  return target instanceof HTMLElement && target.isContentEditable;
}
