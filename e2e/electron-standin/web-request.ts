type BeforeRequest = (
  details: Electron.OnBeforeRequestListenerDetails,
  callback: (response: Electron.CallbackResponse) => void,
) => void;
type HeadersReceived = (
  details: Electron.OnHeadersReceivedListenerDetails,
  callback: (response: Electron.HeadersReceivedResponse) => void,
) => void;

interface Listening<Listener> {
  readonly listener: Listener;
  readonly matches: (url: string) => boolean;
}

/** What the app listens to in `session.webRequest`: one listener for each event, as in Electron. */
export const webRequestListeners = {
  onBeforeRequest: undefined as Listening<BeforeRequest> | undefined,
  onHeadersReceived: undefined as Listening<HeadersReceived> | undefined,

  async askBeforeRequest(
    details: Electron.OnBeforeRequestListenerDetails,
  ): Promise<Electron.CallbackResponse> {
    const listening = this.onBeforeRequest;
    if (!listening?.matches(details.url)) return {};
    return new Promise((resolve) => {
      listening.listener(details, resolve);
    });
  },

  async askHeadersReceived(
    details: Electron.OnHeadersReceivedListenerDetails,
  ): Promise<Electron.HeadersReceivedResponse> {
    const listening = this.onHeadersReceived;
    if (!listening?.matches(details.url)) return {};
    return new Promise((resolve) => {
      listening.listener(details, resolve);
    });
  },
};

/** `session.webRequest`; `onChange` is told when what is listened to changes. */
export function createWebRequest(
  onChange: () => void,
): Pick<Electron.WebRequest, 'onBeforeRequest' | 'onHeadersReceived'> {
  const listen = <Listener>(
    first: Electron.WebRequestFilter | Listener | null,
    second?: Listener | null,
  ): Listening<Listener> | undefined => {
    const filter = second === undefined ? undefined : (first as Electron.WebRequestFilter);
    const listener = second === undefined ? (first as Listener | null) : second;
    return listener ? { listener, matches: urlMatcher(filter?.urls ?? []) } : undefined;
  };
  return {
    onBeforeRequest(first: unknown, second?: unknown) {
      webRequestListeners.onBeforeRequest = listen(first as BeforeRequest, second as BeforeRequest);
    },
    onHeadersReceived(first: unknown, second?: unknown) {
      webRequestListeners.onHeadersReceived = listen(
        first as HeadersReceived,
        second as HeadersReceived,
      );
      onChange();
    },
  };
}

/** URL patterns as in Electron: `*` stands for anything, `<all_urls>` for all; none means all. */
function urlMatcher(patterns: readonly string[]): (url: string) => boolean {
  if (patterns.length === 0 || patterns.includes('<all_urls>')) return () => true;
  const expressions = patterns.map((pattern) => {
    const escaped = pattern.replace(/[.+?^${}()|[\]\\]/g, String.raw`\$&`);
    return new RegExp(`^${escaped.replaceAll('*', '.*')}$`);
  });
  return (url) => expressions.some((expression) => expression.test(url));
}
