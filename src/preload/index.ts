import { contextBridge, ipcRenderer } from 'electron';
import type { IpcRendererEvent } from 'electron';
import type {
  EvenkeelBridge,
  EventName,
  Events,
  callChannel,
  eventChannel,
} from '../ipc/contract.ts';

// The names are repeated, and held to the contract by their types, because importing them would
// bring the contract's schemas into this file, which every window runs before its page.
const call: typeof callChannel = 'evenkeel:call';
const event: typeof eventChannel = 'evenkeel:event';

const bridge: EvenkeelBridge = {
  call: (channel, input) => ipcRenderer.invoke(call, channel, input),
  on: (name, listener) => subscribe(name, listener),
};

/** The page gets what was sent and never Electron's event, which carries the sender (item 20). */
function subscribe<E extends EventName>(name: E, listener: (sent: Events[E]) => void): () => void {
  const receive = (_event: IpcRendererEvent, sentName: unknown, sent: Events[E]): void => {
    if (sentName === name) listener(sent);
  };
  ipcRenderer.on(event, receive);
  return () => {
    ipcRenderer.off(event, receive);
  };
}

contextBridge.exposeInMainWorld('evenkeel', bridge);
