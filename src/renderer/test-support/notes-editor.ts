import { EditorView } from '@codemirror/view';
import { waitFor } from '@testing-library/svelte';

/** The editor with this label, once it is there: it stands in a shadow root, where no query looks. */
export function notesEditor(container: HTMLElement, label: string): Promise<EditorView> {
  return waitFor(() => {
    const view = shownEditor(container, label);
    if (view === null) throw new Error(`There is no editor "${label}".`);
    return view;
  });
}

/** The same, if it is there now. */
export function shownEditor(container: HTMLElement, label: string): EditorView | null {
  for (const host of container.querySelectorAll('div')) {
    const content = host.shadowRoot?.querySelector<HTMLElement>(`[aria-label="${label}"]`);
    if (content) return EditorView.findFromDOM(content);
  }
  return null;
}

/** Types at the end, as a user does. */
export function typeNotes(view: EditorView, text: string): void {
  const end = view.state.doc.length;
  view.dispatch({
    changes: { from: end, insert: text },
    selection: { anchor: end + text.length },
    userEvent: 'input.type',
  });
}

/** Presses a key in the editor, which handles it. */
export function pressIn(view: EditorView, key: string, more: KeyboardEventInit = {}): void {
  const init = { key, bubbles: true, composed: true, cancelable: true, ...more };
  view.contentDOM.dispatchEvent(new KeyboardEvent('keydown', init));
}
