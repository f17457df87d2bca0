import { cdp } from './chromium.ts';

/** A page of nothing, on an origin that counts as secure and that no app has. */
const pageUrl = 'http://clipboard.electron-standin.localhost/';

/** Whether `url` is that page, or something that Chromium asks of its origin. */
export function isClipboardPage(url: string): boolean {
  return url.startsWith(pageUrl);
}

/** Runs `expression` in a page that may read and write the desktop's clipboard, and is gone after it. */
async function evaluate(expression: string): Promise<unknown> {
  const browser = cdp();
  await browser.send('Browser.grantPermissions', {
    origin: new URL(pageUrl).origin,
    permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'],
  });
  const { targetId } = await browser.send('Target.createTarget', { url: pageUrl, hidden: true });
  try {
    const target = { targetId, flatten: true };
    const { sessionId } = await browser.send('Target.attachToTarget', target);
    const page = browser.session(sessionId);
    await page.send('Emulation.setFocusEmulationEnabled', { enabled: true });
    const script = { expression, awaitPromise: true, returnByValue: true, userGesture: true };
    const { result, exceptionDetails } = await page.send('Runtime.evaluate', script);
    if (exceptionDetails) throw new Error(`The clipboard cannot be used: ${exceptionDetails.text}`);
    return result.value;
  } finally {
    browser.tell('Target.closeTarget', { targetId });
  }
}

/** `clipboard`: text, through Chromium. Asynchronous, as it is since Electron 44. */
export const clipboard = {
  readText: async () => String(await evaluate('navigator.clipboard.readText()')),
  writeText: async (text: string) => {
    await evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  },
} satisfies Partial<Electron.Clipboard>;
