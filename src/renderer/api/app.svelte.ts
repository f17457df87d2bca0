import { getContext, setContext } from 'svelte';
import type { Paper } from '../../domain/documents/reading.ts';
import type { Settings } from '../../domain/documents/settings.ts';
import type { CallInput, ChangeTopic, EvenkeelBridge } from '../../ipc/contract.ts';
import type { CallError, Result } from '../../ipc/result.ts';
import type { AppView } from '../../ipc/views.ts';
import { createFormatter, type Formatter } from '../../messages/format.ts';
import { Navigation } from '../navigation.svelte.ts';
import { createClient, type Api } from './client.ts';
import { keepScroll } from './scroll-memory.ts';
import { UndoOffers } from './undo-offers.svelte.ts';
import { watchUnsaved } from './unsaved.ts';

declare global {
  interface Window {
    readonly evenkeel: EvenkeelBridge;
  }
}

/** What every screen of this window shares. There is one per window, made in main.ts. */
export class App {
  readonly api: Api;
  readonly undo: UndoOffers;
  readonly navigation = new Navigation();
  /** Null until it was read, or when it could not be: then `error` says why. */
  view = $state.raw<AppView | null>(null);
  settings = $state.raw<Settings | null>(null);
  error = $state.raw<CallError | null>(null);
  /** The paper that the reader shows its page on; the app's own while nothing is read. */
  paper = $state<Paper>('app');
  /** Dates, times and numbers as this machine's locale writes them. */
  readonly format: Formatter = $derived(createFormatter(this.view?.locale ?? 'en-GB'));
  /** The zone of this machine, IANA. */
  readonly timeZone: string = $derived(this.view?.timeZone ?? 'UTC');
  // eslint-disable-next-line svelte/prefer-svelte-reactivity -- looked up once, never drawn
  readonly #kept = new Map<new () => object, object>();
  /** How often the settings were changed here. */
  #changes = 0;

  constructor(bridge: EvenkeelBridge) {
    this.api = createClient(bridge, (ticket) => {
      this.undo.offer(ticket);
    });
    this.undo = new UndoOffers(
      (undoId) => this.api.call('undo.undo', { undoId }),
      () => this.api.whenAnswered(),
    );
  }

  /** Reads what all screens need: version, zone, locale, notices, settings. */
  readonly load = async (): Promise<void> => {
    const [view, settings] = await Promise.all([
      this.api.call('app.read'),
      this.api.call('settings.read'),
    ]);
    if (view.ok) this.view = view.value;
    if (settings.ok) this.settings = settings.value;
    this.error = !view.ok ? view.error : !settings.ok ? settings.error : null;
  };

  /** Changes settings. An answer that a later change has overtaken is not shown: it would be seen to go back. */
  async changeSettings(values: CallInput<'settings.change'>): Promise<Result<Settings>> {
    this.#changes += 1;
    const change = this.#changes;
    const result = await this.api.call('settings.change', values);
    if (result.ok && change === this.#changes) this.settings = result.value;
    return result;
  }

  /**
   * What a screen keeps while the user is elsewhere, for as long as the window lives: the one
   * instance of a class, made when it is first asked for. A kept class has no `$derived`, which
   * would end with the screen that was the first to ask.
   */
  keep<Kept extends object>(Class: new () => Kept): Kept {
    const kept = this.#kept.get(Class);
    if (kept instanceof Class) return kept;
    const made = new Class();
    this.#kept.set(Class, made);
    return made;
  }

  /** Tells main whether this window may be let go, and notes where it was. */
  #answerResting(): () => void {
    const unsaved = watchUnsaved();
    const stopHearing = this.api.on('resting', () => {
      keepScroll();
      void this.api.call('app.rest', { mayGo: !unsaved.holdsUnsaved() });
    });
    window.addEventListener('pagehide', keepScroll);
    return () => {
      unsaved.stop();
      stopHearing();
      window.removeEventListener('pagehide', keepScroll);
    };
  }

  /** Follows main's events for as long as the window lives; the answer stops it. */
  start(): () => void {
    const stops = [
      this.navigation.start(),
      this.api.on('navigate', (event) => {
        this.navigation.goToHash(event.route);
      }),
      this.api.on('changed', (event) => {
        if (event.topics.some((topic) => sharedTopics.has(topic))) void this.load();
      }),
      this.#answerResting(),
    ];
    return () => {
      for (const stop of stops) stop();
    };
  }
}

/** What all screens share of what main knows. */
const sharedTopics: ReadonlySet<ChangeTopic> = new Set<ChangeTopic>([
  'settings',
  'notices',
  'capture',
]);

const contextKey = Symbol('evenkeel');

/** The app that the component being made belongs to. */
export const getApp = (): App => getContext<App>(contextKey);

/** Hands the app to all components below the one being made. */
export const setApp = (app: App): App => setContext(contextKey, app);

/** The context that hands an app to a component rendered on its own, as in a test. */
// eslint-disable-next-line svelte/prefer-svelte-reactivity -- Svelte's own option takes a plain Map
export const appContext = (app: App): Map<symbol, App> => new Map([[contextKey, app]]);
