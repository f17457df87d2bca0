import type { NotificationConstructorOptions } from 'electron';

/** A button of a message, on desktops that show buttons. Nothing may be reached by one alone. */
interface MessageButton {
  readonly label: string;
  readonly press: () => void;
}

/** One message of the desktop's own kind. */
export interface Message {
  /** Stable: showing the same one again takes the place of what is on the screen. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** What a click on it does. */
  readonly open: () => void;
  readonly buttons: readonly MessageButton[];
  /** The user has put it away and chosen nothing. Not called when its time ran out. */
  readonly dismissed?: () => void;
  /**
   * The system could not show it, which it may say long after it was asked. Not called for what was
   * answered, withdrawn or replaced before.
   */
  readonly failed: () => void;
}

export interface Notifier {
  /** Settles once it was shown, as far as the system says, or has failed. Never rejects. */
  show(message: Message): Promise<void>;
  /** Takes a message off the screen; one that is not there is no matter. */
  withdraw(id: string): void;
}

/** What is needed of Electron's Notification. */
interface SystemNotification {
  on(event: 'show' | 'failed' | 'click', listener: () => void): unknown;
  on(event: 'action', listener: (details: { readonly actionIndex: number }) => void): unknown;
  on(event: 'close', listener: (details: { readonly reason?: string }) => void): unknown;
  show(): void;
  close(): void;
}

/** How long the system may take to say that it failed; where it says nothing, it has shown. */
const answerMilliseconds = 10_000;
/** After this long nobody clicks any more; the memory is given back. */
const keepMilliseconds = 24 * 60 * 60 * 1000;

/** A message on the screen, or in the desktop's list of what was there. */
interface Held {
  readonly notification: SystemNotification;
  readonly release: () => void;
}

export interface NotifierParts {
  /** Makes a notification of the operating system. */
  readonly make: (options: NotificationConstructorOptions) => SystemNotification;
  readonly platform: NodeJS.Platform;
  readonly report: (problem: unknown) => void;
  /** On Windows, whose list keeps messages for days and over starts of the app. */
  readonly leftOver?: LeftOverMessages;
}

/** Messages that are still in the system's list when nothing here knows of them any more. */
export interface LeftOverMessages {
  /** Calls back for every click, before the message itself hears of it, with Electron's words for it. */
  readonly onActivation: (hear: (words: string) => void) => void;
  readonly open: () => void;
}

/** Shows notifications of the operating system. */
export function createNotifier({ make, platform, report, leftOver }: NotifierParts): Notifier {
  // A notification that nothing holds is collected, and its click is lost (electron#16922).
  const held = new Map<string, Held>();
  leftOver?.onActivation((words) => {
    const [, id = ''] = /(?:^|&)tag=([^&]*)/.exec(words) ?? [];
    if (!held.has(id)) leftOver.open();
  });
  const withdraw = (id: string): void => {
    const known = held.get(id);
    known?.release();
    known?.notification.close();
  };
  return {
    withdraw,
    show: async (message) => {
      try {
        // On Linux an id replaces nothing.
        withdraw(message.id);
        const body = platform === 'linux' ? withoutMarkup(message.body) : message.body;
        await showHeld({ ...message, body }, { make, held });
      } catch (error) {
        report(error);
        message.failed();
      }
    },
  };
}

const lookAlikes: Readonly<Record<string, string>> = { '&': '＆', '<': '‹', '>': '›' };

/**
 * On Linux a body may be read as markup, and one that is none is not shown at all by some desktops. To
 * escape it would show the escapes on others; these signs are what they seem everywhere.
 */
const withoutMarkup = (body: string): string =>
  body.replaceAll(/[&<>]/g, (sign) => lookAlikes[sign] ?? sign);

interface Holding {
  readonly make: (options: NotificationConstructorOptions) => SystemNotification;
  readonly held: Map<string, Held>;
}

function showHeld(message: Message, { make, held }: Holding): Promise<null> {
  const { id, title, body, buttons } = message;
  const actions = buttons.map(({ label }) => ({ type: 'button' as const, text: label }));
  const notification = make({ id, title, body, actions });
  const { promise, resolve } = Promise.withResolvers<null>();
  const answer = setTimeout(resolve, answerMilliseconds, null);
  const release = (): void => {
    clearTimeout(keep);
    if (held.get(id)?.notification === notification) held.delete(id);
  };
  const keep = setTimeout(release, keepMilliseconds);
  keep.unref();
  const finish = (): void => {
    clearTimeout(answer);
    resolve(null);
  };
  /** Lets go and does what was chosen, once, if it is this one that is on the screen. */
  const choose = (act: (() => void) | undefined): void => {
    const isHeld = held.get(id)?.notification === notification;
    release();
    if (isHeld) act?.();
  };
  held.set(id, { notification, release });
  notification.on('show', finish);
  notification.on('failed', () => {
    choose(message.failed);
    finish();
  });
  notification.on('click', () => {
    choose(message.open);
  });
  notification.on('action', ({ actionIndex }) => {
    choose(buttons[actionIndex]?.press);
  });
  notification.on('close', ({ reason }) => {
    // Windows keeps those whose time ran out in its list, where they can still be clicked; and a
    // system that gives no reason has not said that anybody saw it.
    if (reason === 'userCanceled') choose(message.dismissed);
  });
  notification.show();
  return promise;
}

/** For a computer that has no notifications: every message fails at once. */
export const silentNotifier: Notifier = {
  show: ({ failed }) => {
    failed();
    return Promise.resolve();
  },
  withdraw: () => undefined,
};
