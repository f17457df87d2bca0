import { randomUUID } from 'node:crypto';
import { EventEmitter } from 'node:events';
import { refusingAbsent } from './absent.ts';
import { app } from './app.ts';
import { createEvent } from './events.ts';
import type { Members } from './events.ts';
import { callMethod, hasSessionBus, onSignal, sessionBus } from './linux/bus.ts';

type Options = Electron.NotificationConstructorOptions;

const server = {
  destination: 'org.freedesktop.Notifications',
  path: '/org/freedesktop/Notifications',
  interface: 'org.freedesktop.Notifications',
};
const urgencies = { low: 0, normal: 1, critical: 2 };
const accepted = new Set([
  'id',
  'title',
  'body',
  'silent',
  'urgency',
  'timeoutType',
  'actions',
  'icon',
  'groupId',
  'groupTitle',
  'closeButtonText',
  'subtitle',
]);
const closeReasons: Readonly<Record<number, string>> = {
  1: 'timedOut',
  2: 'userCanceled',
  3: 'applicationHidden',
};

/** What the server shows, by the number that it gave. */
const shown = new Map<number, NotificationStandin>();
/** The last number that was given to a notification of this id: a new one with it takes its place. */
const serverIds = new Map<string, number>();
let last: Promise<void> = Promise.resolve();
let isListening: Promise<void> | undefined;

/** `Notification`, over org.freedesktop.Notifications. */
export class NotificationStandin extends EventEmitter implements Members<Electron.Notification> {
  readonly id: string;
  title: string;
  body: string;
  silent: boolean;
  urgency: 'normal' | 'critical' | 'low';
  timeoutType: 'default' | 'never';
  actions: Electron.NotificationAction[];
  #serverId: number | undefined;

  constructor(options: Options = {}) {
    super();
    for (const [name, value] of Object.entries(options))
      if (!accepted.has(name) && value !== undefined)
        throw new Error(`electron-standin: Notification option "${name}" is not implemented`);
    for (const { type } of options.actions ?? [])
      if (type !== 'button')
        throw new Error(
          `electron-standin: Notification action of type "${type}" is not implemented`,
        );
    this.id = options.id ?? randomUUID();
    this.title = options.title ?? '';
    this.body = options.body ?? '';
    this.silent = options.silent ?? false;
    this.urgency = options.urgency ?? 'normal';
    this.timeoutType = options.timeoutType ?? 'default';
    this.actions = options.actions ?? [];
    return refusingAbsent('Notification', this);
  }

  static isSupported(): boolean {
    return hasSessionBus();
  }

  show(): void {
    inTurn(() => this.#notify()).catch((error: unknown) => {
      this.emit('failed', createEvent({}), error instanceof Error ? error.message : String(error));
    });
  }

  close(): void {
    inTurn(async () => {
      if (this.#serverId === undefined) return;
      const bus = await sessionBus();
      await callMethod(bus, { ...server, member: 'CloseNotification' }, 'u', [this.#serverId]);
    }).catch(() => undefined);
  }

  async #notify(): Promise<void> {
    if (!hasSessionBus()) throw new Error('There is no D-Bus session bus');
    const bus = await sessionBus();
    isListening ??= listenToServer();
    await isListening;
    const { Variant } = await import('dbus-next');
    const hints = {
      urgency: new Variant('y', urgencies[this.urgency]),
      ...(this.silent && { 'suppress-sound': new Variant('b', true) }),
      ...(app.desktopEntry && { 'desktop-entry': new Variant('s', app.desktopEntry) }),
    };
    const actions = [
      'default',
      'View',
      ...this.actions.flatMap(({ text }, index) => [String(index), text ?? '']),
    ];
    const timeout = this.timeoutType === 'never' ? 0 : -1;
    const body = [
      app.name,
      serverIds.get(this.id) ?? 0,
      '',
      this.title,
      this.body,
      actions,
      hints,
      timeout,
    ];
    const [id] = await callMethod(bus, { ...server, member: 'Notify' }, 'susssasa{sv}i', body);
    this.#serverId = id as number;
    serverIds.set(this.id, this.#serverId);
    shown.set(this.#serverId, this);
    this.emit('show', createEvent({}));
  }

  /** The user chose an action; "default" is a click on the notification itself. */
  invoked(action: string): void {
    const actionIndex = Number(action);
    if (action === 'default') this.emit('click', createEvent({}));
    else if (actionIndex in this.actions)
      this.emit('action', createEvent({ actionIndex, selectionIndex: -1 }), actionIndex, -1);
  }

  closed(reason: number): void {
    this.#serverId = undefined;
    this.emit('close', createEvent({ reason: closeReasons[reason] ?? 'userCanceled' }));
  }
}

async function listenToServer(): Promise<void> {
  const bus = await sessionBus();
  // A click can come in the same breath as the number of what was clicked: the number goes first.
  await onSignal(bus, server.interface, 'ActionInvoked', ([id, action]) => {
    setImmediate(() => shown.get(id as number)?.invoked(String(action)));
  });
  await onSignal(bus, server.interface, 'NotificationClosed', ([id, reason]) => {
    setImmediate(() => {
      forget(id as number, reason as number);
    });
  });
}

function forget(serverId: number, reason: number): void {
  const notification = shown.get(serverId);
  shown.delete(serverId);
  if (notification && serverIds.get(notification.id) === serverId)
    serverIds.delete(notification.id);
  notification?.closed(reason);
}

/** One call after the other: what one is to replace or close has its number only when that one is shown. */
function inTurn(act: () => Promise<void>): Promise<void> {
  const turn = last.then(act);
  last = turn.catch(() => undefined);
  return turn;
}
