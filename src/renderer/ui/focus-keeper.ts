/** Whoever did it by a button of this window has moved the focus by then. */
const pauseMilliseconds = 100;

const controls =
  'a[href], button:not(:disabled), input:not(:disabled), select:not(:disabled), ' +
  'textarea:not(:disabled), summary, [tabindex="0"]';

const isNowhere = (): boolean => document.activeElement === document.body;

/**
 * Keeps the focus from falling to the page's start with what had it: a row that another window, the
 * tray or a program took away, or moved. The next row takes it, or `fallback` does. The answer stops it.
 */
export function keepFocus(fallback: () => void): () => void {
  let last: Element | null = null;
  let timer: ReturnType<typeof setTimeout> | undefined;

  const arrive = ({ target }: FocusEvent): void => {
    last = target instanceof Element ? target : null;
  };
  /** Whoever clicks beside everything has left it; an element that goes may seem to be left as well. */
  const leave = ({ target }: FocusEvent): void => {
    setTimeout(() => {
      if (last === target && last?.isConnected === true && isNowhere()) last = null;
    });
  };
  const observer = new MutationObserver((records) => {
    if (last === null || !isNowhere()) return;
    const lost = last;
    const removal = removalOf(lost, records);
    if (removal === null) return;
    clearTimeout(timer);
    timer = setTimeout(() => {
      if (isNowhere() && !focusInPlaceOf(lost, removal)) fallback();
    }, pauseMilliseconds);
  });

  document.addEventListener('focusin', arrive);
  document.addEventListener('focusout', leave);
  observer.observe(document.body, { childList: true, subtree: true });
  return () => {
    clearTimeout(timer);
    document.removeEventListener('focusin', arrive);
    document.removeEventListener('focusout', leave);
    observer.disconnect();
  };
}

/** The outermost removal that an element went with; null when it went with none. */
function removalOf(element: Element, records: readonly MutationRecord[]): MutationRecord | null {
  let inside: Node = element;
  let outermost: MutationRecord | null = null;
  for (const record of records) {
    if (![...record.removedNodes].some((node) => node.contains(inside))) continue;
    outermost = record;
    inside = record.target;
  }
  return outermost;
}

/** Focuses what is there instead; false when there is nothing of the kind. */
function focusInPlaceOf(lost: Element, removal: MutationRecord): boolean {
  const wanted = lost.isConnected ? lost : controlNear(removal);
  if (!(wanted instanceof HTMLElement)) return false;
  wanted.focus({ preventScroll: lost.isConnected });
  return true;
}

/** The first control of the row after one that has gone from a list, else of the row before. */
function controlNear({ target, nextSibling, previousSibling }: MutationRecord): Element | null {
  if (!(target instanceof Element) || !target.matches('ul, ol, tbody')) return null;
  const rows = [...target.children];
  const after = rows.filter((row) => nextSibling !== null && !isBefore(row, nextSibling));
  const before = rows.filter((row) => previousSibling !== null && !isBefore(previousSibling, row));
  for (const row of [...after, ...before.toReversed()]) {
    const control = row.querySelector(controls);
    if (control !== null) return control;
  }
  return null;
}

const isBefore = (one: Node, other: Node): boolean =>
  (one.compareDocumentPosition(other) & Node.DOCUMENT_POSITION_FOLLOWING) !== 0;
