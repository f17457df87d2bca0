import { parseRoute } from '../domain/parse-route.ts';
import { routeHash, type Route } from '../domain/routes.ts';
import { isEditable } from './features/shell/is-editable.ts';

/**
 * Where this window is. The address after `#` is the one truth, so that back and forward, a
 * reload and the tray's "Open" all take the same way.
 */
export class Navigation {
  route = $state.raw<Route>({ place: 'today' });
  /** Names the screen shown: a new one is made whenever this changes, and only then. */
  screenKey = $state('');
  /** Whether the next heading that appears takes the focus. */
  #awaitsHeading = false;

  /** Follows the address, and the keys for back, forward and the list of keys; the answer stops it. */
  start(): () => void {
    this.#show(parseRoute(window.location.hash));
    window.addEventListener('hashchange', this.#arrive);
    window.addEventListener('keydown', this.#onKey);
    return () => {
      window.removeEventListener('hashchange', this.#arrive);
      window.removeEventListener('keydown', this.#onKey);
    };
  }

  /** Shows a place of the app and remembers where the user was. */
  go(route: Route): void {
    this.goToHash(routeHash(route));
  }

  /** The same, from an address such as `#/people`; an unknown one leads to Today. */
  goToHash(hash: string): void {
    const address = routeHash(parseRoute(hash));
    if (address === window.location.hash) this.#arrive();
    else window.location.hash = address;
  }

  /** Puts another address on the screen shown, without a step in history: a plan that got its meeting. */
  replace(route: Route): void {
    window.history.replaceState(null, '', routeHash(route));
    this.route = route;
  }

  /** Moves focus to a screen's heading, once per arrival; called by the heading. */
  meetHeading(heading: HTMLElement): void {
    if (!this.#awaitsHeading) return;
    this.#awaitsHeading = false;
    heading.focus({ preventScroll: true });
  }

  readonly #arrive = (): void => {
    const before = this.screenKey;
    this.#show(parseRoute(window.location.hash));
    if (this.screenKey === before) return;
    this.#awaitsHeading = true;
    window.scrollTo(0, 0);
  };

  readonly #onKey = (event: KeyboardEvent): void => {
    const step = historyStep(event);
    const asks = asksForKeys(event);
    if (step === 0 && !asks) return;
    event.preventDefault();
    if (asks) this.go({ place: 'keys' });
    else window.history.go(step);
  };

  #show(route: Route): void {
    this.route = route;
    // A place within a page (its anchor) is the same screen.
    this.screenKey = routeHash(route).split('?', 1)[0] ?? '';
  }
}

/** F1; a dialog is answered first. */
const asksForKeys = (event: KeyboardEvent): boolean =>
  event.key === 'F1' &&
  !(event.altKey || event.ctrlKey || event.metaKey || event.shiftKey) &&
  !(event.target instanceof Element && event.target.closest('dialog') !== null);

/** Alt with an arrow, or Command with a bracket as on macOS. */
function historyStep(event: KeyboardEvent): -1 | 0 | 1 {
  if (event.shiftKey || event.ctrlKey || event.altKey === event.metaKey) return 0;
  if (event.altKey && isEditable(event.target) && movesByWords()) return 0;
  const [back, forward] = event.altKey ? ['ArrowLeft', 'ArrowRight'] : ['[', ']'];
  if (event.key === back) return -1;
  return event.key === forward ? 1 : 0;
}

/** Whether Alt with an arrow is how one moves within a text, as on macOS. */
const movesByWords = (): boolean => navigator.userAgent.includes('Mac OS');
