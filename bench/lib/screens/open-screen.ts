/// <reference lib="dom" />
// For the page: the rest of the bench knows no window.

/** One screen as the page opens it: plain, since it is handed over to the page. */
interface ScreenToOpen {
  readonly hash: string;
  readonly shows: string;
  readonly limitMilliseconds: number;
}

/**
 * Goes to a screen inside the running window, and gives the milliseconds from the change of the
 * address until it is usable: the new screen's heading is there, what it shows has been drawn, nothing
 * says that it still loads, and a frame with all that has been painted. Runs in the page, on its own.
 */
export async function openScreen(screen: ScreenToOpen): Promise<number> {
  const { hash, shows, limitMilliseconds } = screen;
  const waiting = 'main :is(p.loading, p.opening, [aria-busy="true"])';
  const before = document.querySelector('main h1');
  const isUsable = (): boolean => {
    const heading = document.querySelector('main h1');
    const isNew = heading !== null && heading !== before;
    const isDrawn = document.querySelector(`main :is(${shows})`) !== null;
    return isNew && isDrawn && document.querySelector(waiting) === null;
  };
  const painted = (): Promise<number> =>
    new Promise((resolve) => {
      requestAnimationFrame(() => {
        // A task of its own comes after the frame's work is done.
        const { port1, port2 } = new MessageChannel();
        port1.onmessage = () => {
          resolve(performance.now());
        };
        port2.postMessage(null);
      });
    });
  const drawn = new Promise<void>((resolve, reject) => {
    const observer = new MutationObserver(() => {
      if (!isUsable()) return;
      observer.disconnect();
      clearTimeout(timer);
      resolve();
    });
    const timer = setTimeout(() => {
      observer.disconnect();
      const text = document.querySelector('main')?.textContent.slice(0, 200) ?? '';
      reject(new Error(`${hash} is not usable after ${String(limitMilliseconds)} ms: ${text}`));
    }, limitMilliseconds);
    observer.observe(document.body, { subtree: true, childList: true, attributes: true });
  });
  const started = performance.now();
  window.location.hash = hash;
  await drawn;
  return (await painted()) - started;
}
