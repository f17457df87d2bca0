import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { refusingAbsent } from './absent.ts';
import { app } from './app.ts';
import { createEvent } from './events.ts';
import type { Members } from './events.ts';
import { callMethod, hasSessionBus, onSignal, sessionBus } from './linux/bus.ts';

const name = 'org.freedesktop.Notifications';
const path = '/org/freedesktop/Notifications';
const closeReasons = ['', 'timedOut', 'userCanceled', 'applicationHidden'];

/** What the server shows, by the number that it gave. */
const shown = new Map<number, NotificationStandin>();
/** One call after the other: what is to be closed has its number only when it is shown. */
let last: Promise<void> = Promise.resolve();
let isListening: Promise<void> | undefined;

/** `Notification`, over org.freedesktop.Notifications. */
export class NotificationStandin extends EventEmitter implements Members<Electron.Notification> {
  readonly id: string;
  readonly #options: Electron.NotificationConstructorOptions;
  /** The number that the server gave, while it is shown. */
  #number: number | null = null;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
    app.needsReady('Cannot create Notification before app is ready');
    for (const option of Object.keys(options))
      if (!['id', 'title', 'body', 'actions'].includes(option))
        throw new Error(`electron-standin: Notification option "${option}" is not implemented`);
    this.id = options.id ?? randomUUID();
    this.#options = options;
    return refusingAbsent('Notification', this);
  }

  static isSupported(): boolean {
    return hasSessionBus();
  }

  show(): void {
    last = last
      .then(() => this.#notify())
      .catch((error: unknown) => {
        const message = error instanceof Error ? error.message : String(error);
        this.emit('failed', createEvent({}), message);
      });
  }

  /** Takes it off the screen; one that is not there any more stays gone. */
  close(): void {
    last = last.then(() => this.#dismiss()).catch(() => undefined);
  }

  async #notify(): Promise<void> {
    if (!hasSessionBus()) throw new Error('There is no D-Bus session bus');
    isListening ??= listenToServer();
    await isListening;
    // Shown again, as documented: what was shown before goes, and a new one comes.
    await this.#dismiss();
    const { Variant } = await import('dbus-next');
    const { title = '', body = '' } = this.#options;
    const hints = { 'desktop-entry': new Variant('s', app.desktopEntry) };
    const all = [app.name, 0, '', title, body, await this.#actions(), hints, -1];
    const bus = await sessionBus();
    const [number] = await callMethod(bus, name, path, 'Notify', 'susssasa{sv}i', all);
    this.#number = number as number;
    shown.set(this.#number, this);
    this.emit('show', createEvent({}));
  }

  /** As on real Linux: a server without actions takes neither buttons nor clicks. */
  async #actions(): Promise<readonly string[]> {
    const bus = await sessionBus();
    const [capabilities] = await callMethod(bus, name, path, 'GetCapabilities', '', []);
    if (!(capabilities as readonly string[]).includes('actions')) return [];
    const { actions: offered = [] } = this.#options;
    const buttons = offered.flatMap(({ text }, index) => [String(index), text ?? '']);
    return ['default', 'View', ...buttons];
  }

  async #dismiss(): Promise<void> {
    if (this.#number === null) return;
    await callMethod(await sessionBus(), name, path, 'CloseNotification', 'u', [this.#number]);
  }

  /** The server says that what it gave this number is gone. */
  closed(number: number, reason: number): void {
    if (number === this.#number) this.#number = null;
    this.emit('close', createEvent({ reason: closeReasons[reason] ?? 'userCanceled' }));
  }

  /** The user chose an action; "default" is a click on the notification itself. */
  invoked(action: string): void {
    const actionIndex = Number(action);
    if (action === 'default') this.emit('click', createEvent({}));
    else this.emit('action', createEvent({ actionIndex, selectionIndex: -1 }), actionIndex, -1);
  }
}

async function listenToServer(): Promise<void> {
  const bus = await sessionBus();
  await onSignal(bus, name, 'ActionInvoked', ([number, action]) => {
    // The signal can be here before the answer that gives the number.
    void last.then(() => shown.get(number as number)?.invoked(String(action)));
  });
  await onSignal(bus, name, 'NotificationClosed', ([number, reason]) => {
    void last.then(() => {
      shown.get(number as number)?.closed(number as number, reason as number);
      shown.delete(number as number);
    });
  });
}
