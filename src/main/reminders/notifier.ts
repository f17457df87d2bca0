import { Notification } from 'electron';
import { m } from '../../messages/index.ts';

/** One message of the desktop's own kind. */
export interface Message {
  /** Stable: showing the same one again replaces it where the system can. */
  readonly id: string;
  readonly title: string;
  readonly body: string;
  /** What a click on it, or on its Open button, does. */
  readonly open: () => void;
}

export interface Notifier {
  /** Whether it was shown, as far as the system says; false when it said that it could not. */
  show(message: Message): Promise<boolean>;
}

/** How long the system may take to say that it failed; where it says nothing, it has shown. */
const answerMilliseconds = 10_000;
/** After this long nobody clicks any more; the memory is given back. */
const keepMilliseconds = 24 * 60 * 60 * 1000;

/** Shows notifications of the operating system. */
export function createNotifier(): Notifier {
  // A notification that nothing holds is collected, and its click is lost (electron#16922).
  const held = new Set<Notification>();
  return {
    show: (message) =>
      new Promise((resolve) => {
        const notification = new Notification({
          id: message.id,
          title: message.title,
          body: message.body,
          actions: [{ type: 'button', text: m.common_open() }],
        });
        const answer = setTimeout(resolve, answerMilliseconds, true);
        const keep = setTimeout(() => held.delete(notification), keepMilliseconds);
        keep.unref();
        const finish = (isShown: boolean): void => {
          clearTimeout(answer);
          resolve(isShown);
        };
        const release = (): void => {
          clearTimeout(keep);
          held.delete(notification);
        };
        const open = (): void => {
          release();
          message.open();
        };
        held.add(notification);
        notification.on('show', () => {
          finish(true);
        });
        notification.on('failed', () => {
          release();
          finish(false);
        });
        notification.on('click', open);
        notification.on('action', open);
        notification.on('close', release);
        notification.show();
      }),
  };
}

/** For a computer that has no notifications: every message fails at once. */
export const silentNotifier: Notifier = { show: () => Promise.resolve(false) };
