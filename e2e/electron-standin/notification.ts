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
/** One call after the other: what one is to replace has its number only when that one is shown. */
let last: Promise<void> = Promise.resolve();
let isListening: Promise<void> | undefined;

/** `Notification`, over org.freedesktop.Notifications. */
export class NotificationStandin extends EventEmitter implements Members<Electron.Notification> {
  readonly id: string;
  readonly #options: Electron.NotificationConstructorOptions;

  constructor(options: Electron.NotificationConstructorOptions = {}) {
    super();
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

  async #notify(): Promise<void> {
    if (!hasSessionBus()) throw new Error('There is no D-Bus session bus');
    isListening ??= listenToServer();
    await isListening;
    const { Variant } = await import('dbus-next');
    const { title = '', body = '', actions: offered = [] } = this.#options;
    const buttons = offered.flatMap(({ text }, index) => [String(index), text ?? '']);
    const actions = ['default', 'View', ...buttons];
    const hints = { 'desktop-entry': new Variant('s', app.desktopEntry) };
    // A new one of the same id takes the old one's place.
    const [replaced = 0] = [...shown].find(([, { id }]) => id === this.id) ?? [];
    const all = [app.name, replaced, '', title, body, actions, hints, -1];
    const bus = await sessionBus();
    const [number] = await callMethod(bus, name, path, 'Notify', 'susssasa{sv}i', all);
    shown.set(number as number, this);
    this.emit('show', createEvent({}));
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
    const event = createEvent({ reason: closeReasons[reason as number] ?? 'userCanceled' });
    void last.then(() => {
      shown.get(number as number)?.emit('close', event);
      shown.delete(number as number);
    });
  });
}
