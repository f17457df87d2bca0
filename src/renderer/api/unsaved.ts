/** What tells whether anything in this window is not with main yet. */
export interface UnsavedWatch {
  /** Whether the window may be let go without anything being lost that was typed. */
  readonly holdsUnsaved: () => boolean;
  readonly stop: () => void;
}

/** A save under way or failed: every place that saves itself shows its state by a SaveStateLine. */
const unsettled = '[data-save="saving"], [data-save="failed"]';
/** A form is unsaved from the first letter until it is sent, unless what is typed in it is kept. */
const forms = 'form:not([data-keeps-itself])';

/** Watches what is typed into forms; the answer also knows of saves that are not done. */
export function watchUnsaved(): UnsavedWatch {
  const typed = new Set<HTMLInputElement | HTMLTextAreaElement>();
  const onInput = ({ target }: Event): void => {
    const isField = target instanceof HTMLInputElement || target instanceof HTMLTextAreaElement;
    if (isField && target.closest(forms) !== null) typed.add(target);
  };
  document.addEventListener('input', onInput);
  return {
    holdsUnsaved: () => {
      for (const field of typed) if (!field.isConnected) typed.delete(field);
      const isTyping = [...typed].some(({ value }) => value.trim() !== '');
      return isTyping || document.querySelector(unsettled) !== null;
    },
    stop: () => {
      document.removeEventListener('input', onInput);
    },
  };
}
