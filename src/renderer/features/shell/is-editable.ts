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
  // From outside a shadow root, all that happens in it happens to its host.
  if (target instanceof HTMLElement && target.shadowRoot !== null)
    return isEditable(target.shadowRoot.activeElement);
  return target instanceof HTMLElement && target.isContentEditable;
}
