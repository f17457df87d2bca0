/** What of Electron's event says who calls. */
export interface SenderEvent {
  readonly sender: { readonly id: number };
  /** Null once the frame has gone; so it is read at once, before anything is awaited. */
  readonly senderFrame: { readonly origin: string; readonly parent: unknown } | null;
}

export interface SenderTrust {
  /** The one origin that our pages have, such as app://evenkeel. */
  readonly origin: string;
  /** Whether these webContents belong to a window that we opened. */
  readonly isKnownWindow: (webContentsId: number) => boolean;
}

/** Checklist 17: only the main frame of one of our windows, at our own origin, is listened to. */
export function isTrustedSender(event: SenderEvent, trust: SenderTrust): boolean {
  const { sender, senderFrame } = event;
  return (
    senderFrame !== null &&
    senderFrame.parent === null &&
    senderFrame.origin === trust.origin &&
    trust.isKnownWindow(sender.id)
  );
}
