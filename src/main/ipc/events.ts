import type { WebContents } from 'electron';
import type { EventName, Events } from '../../ipc/contract.ts';
import { eventChannel } from '../../ipc/contract.ts';

type Receiver = Pick<WebContents, 'send' | 'isDestroyed'>;

/** Sends one event to one window; a window that has gone hears nothing. */
export function sendEvent<E extends EventName>(
  receiver: Receiver,
  name: E,
  event: Events[E],
): void {
  if (!receiver.isDestroyed()) receiver.send(eventChannel, name, event);
}
