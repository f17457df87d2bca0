import { clipboardPageUrl } from './clipboard-page.ts';
import { cdp } from './runtime.ts';

/** Runs `expression` in a page that may read and write the desktop's clipboard, and is gone after it. */
async function evaluate(expression: string): Promise<unknown> {
  const connection = cdp();
  const origin = new URL(clipboardPageUrl).origin;
  await connection.send('Browser.grantPermissions', {
    origin,
    permissions: ['clipboardReadWrite', 'clipboardSanitizedWrite'],
  });
  const { targetId } = await connection.send('Target.createTarget', {
    url: clipboardPageUrl,
    hidden: true,
  });
  try {
    const { sessionId } = await connection.send('Target.attachToTarget', {
      targetId,
      flatten: true,
    });
    await connection.send('Emulation.setFocusEmulationEnabled', { enabled: true }, sessionId);
    const { result, exceptionDetails } = await connection.send(
      'Runtime.evaluate',
      { expression, awaitPromise: true, returnByValue: true, userGesture: true },
      sessionId,
    );
    if (exceptionDetails)
      throw new Error(
        `The clipboard cannot be used: ${exceptionDetails.exception?.description ?? exceptionDetails.text}`,
      );
    return result.value;
  } finally {
    connection.tell('Target.closeTarget', { targetId });
  }
}

/** `clipboard`: text, through Chromium. Asynchronous, as it is since Electron 44. */
export const clipboard = {
  readText: async () => String(await evaluate('navigator.clipboard.readText()')),
  writeText: async (text: string) => {
    await evaluate(`navigator.clipboard.writeText(${JSON.stringify(text)})`);
  },
  clear: () => {
    evaluate(`navigator.clipboard.writeText('')`).catch(() => undefined);
  },
} satisfies Partial<Electron.Clipboard>;
