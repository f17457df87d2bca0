import { ipcMain } from 'electron';
import { callChannel } from '../../ipc/contract.ts';
import type { SenderTrust } from '../security/trusted-sender.ts';
import { isTrustedSender } from '../security/trusted-sender.ts';
import { answerCall } from './answer-call.ts';
import { checkCall } from './check-call.ts';
import type { Handlers } from './handlers.ts';

export interface RouterParts {
  readonly trust: SenderTrust;
  /** Ready once the store is open; calls that come before wait for it. */
  readonly handlers: Promise<Handlers>;
  /** Gets what nobody foresaw. */
  readonly report: (problem: unknown) => void;
}

/** Answers every call of every window; the answer of this function stops that. */
export function registerRouter({ trust, handlers, report }: RouterParts): () => void {
  ipcMain.handle(callChannel, async (event, channel: unknown, input: unknown) => {
    // The sender first, and before anything is awaited: its frame may be gone afterwards.
    const checked = checkCall(isTrustedSender(event, trust), channel, input);
    return checked.ok ? await answerCall(checked.value, handlers, report) : checked;
  });
  return () => {
    ipcMain.removeHandler(callChannel);
  };
}
