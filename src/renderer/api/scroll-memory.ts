/** How far down a place was scrolled, for a window that comes back where it was. */
const key = 'evenkeel.place';
/** A long screen takes its time; after this long it stays where it is. */
const patienceMilliseconds = 3000;
const pollMilliseconds = 30;

/** Notes how far down the window is when it goes. */
export function keepScroll(): void {
  const place = JSON.stringify([window.location.hash, window.scrollY]);
  localStorage.setItem(key, place);
}

/**
 * Goes as far down as the window was when it went, once the screen is long enough, unless the user
 * is quicker. Only in a window that comes back to the same place; the note is used up by reading.
 */
export function restoreScroll(): void {
  const [hash, top] = takeNote();
  if (hash === '' || hash !== window.location.hash || top <= 0) return;
  const deadline = performance.now() + patienceMilliseconds;
  const abort = new AbortController();
  for (const name of ['wheel', 'keydown', 'pointerdown', 'hashchange'])
    window.addEventListener(
      name,
      () => {
        abort.abort();
      },
      { signal: abort.signal },
    );
  const tryNow = (): void => {
    if (abort.signal.aborted) return;
    const room = document.documentElement.scrollHeight - window.innerHeight;
    if (room >= top) window.scrollTo(0, top);
    if (room >= top || performance.now() > deadline) abort.abort();
    else setTimeout(tryNow, pollMilliseconds);
  };
  tryNow();
}

function takeNote(): readonly [hash: string, top: number] {
  const note = localStorage.getItem(key);
  localStorage.removeItem(key);
  const [hash, top] = /^\["([^"\\]*)",(\d+(?:\.\d+)?)\]$/.exec(note ?? '')?.slice(1) ?? [];
  return [hash ?? '', Number(top ?? 0)];
}
