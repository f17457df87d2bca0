import { ipcMain } from '../ipc-main.ts';
import type { Sender } from '../ipc-main.ts';
import { cdp } from '../runtime.ts';
import { createCodec } from './codec.ts';
import { receiverName } from './worlds.ts';
import type { FromPreload, ToPreload } from './worlds.ts';

const codec = createCodec();

/** Delivers `message` to the preload in execution context `contextId` of a page's session. */
export function tellPreload(sessionId: string, contextId: number, message: ToPreload): void {
  cdp().tell(
    'Runtime.evaluate',
    { expression: `${receiverName}(${JSON.stringify(codec.encode(message))})`, contextId },
    sessionId,
  );
}

/** Whether `value` would cross; throws Electron's error when it would not. */
export function assertCloneable(value: unknown): void {
  codec.encode(value);
}

/** Where a preload's message came from, and where the answer goes. */
interface From {
  readonly sessionId: string;
  readonly contextId: number;
  readonly sender: Sender;
}

/** Gives what a preload's binding was called with to `ipcMain`, and its answer back. */
export function dispatchFromPreload(
  payload: string,
  from: From,
  onPreloadError: (error: Error) => void,
): void {
  const message = codec.decode(payload) as FromPreload;
  if (message.kind === 'send') ipcMain.deliver(from.sender, message.channel, message.args);
  else if (message.kind === 'invoke') void answer(from, message);
  else onPreloadError(message.error);
}

async function answer(
  { sessionId, contextId, sender }: From,
  { id, channel, args }: Extract<FromPreload, { kind: 'invoke' }>,
): Promise<void> {
  try {
    const result = await ipcMain.answer(sender, channel, args);
    tellPreload(sessionId, contextId, { kind: 'reply', id, result });
  } catch (error) {
    console.error(`Error occurred in handler for '${channel}':`, error);
    tellPreload(sessionId, contextId, { kind: 'reply', id, error: String(error) });
  }
}
