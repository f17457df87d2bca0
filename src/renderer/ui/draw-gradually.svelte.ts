/** How much of a long list is drawn by now. */
interface GradualList {
  /** Never more than there is. */
  readonly count: number;
  /** Begins again with the first, for another list in its place. */
  readonly restart: () => void;
}

/**
 * Draws a long list for the component that is being made: the first rows at once, since one can use
 * those already, and the others bit by bit when there is time. In the end all of it is there, for the
 * keyboard, a screen reader and the search in the page.
 */
export function drawGradually(length: () => number, atOnce: number): GradualList {
  let count = $state(atOnce);
  $effect(() => {
    if (length() <= count) return;
    const idle = requestIdleCallback(() => (count += atOnce));
    return () => {
      cancelIdleCallback(idle);
    };
  });
  return {
    get count() {
      return Math.min(count, length());
    },
    restart: () => {
      count = atOnce;
    },
  };
}
