import type { App } from 'electron';
import * as v from 'valibot';

const messageSchema = v.object({ calendarFile: v.nullable(v.string()) });

/** What a second start has to say to the app that runs. */
export type SecondStart = v.InferOutput<typeof messageSchema>;

/**
 * Makes this process the one that owns the data folder. The lock belongs to the `userData` path,
 * which must have been set before.
 * @returns false when another process owns it; that one has then been told, and shows its window
 */
export function claimInstance(
  app: Pick<App, 'requestSingleInstanceLock'>,
  message: SecondStart,
): boolean {
  return app.requestSingleInstanceLock({ ...message });
}

/** Calls `show` each time somebody starts the app again; the answer stops that. */
export function registerSecondInstance(
  app: Pick<App, 'on' | 'off'>,
  show: (message: SecondStart) => void,
): () => void {
  // Nothing of the second command line is read, which Chromium may reorder: the second start has read
  // it, and says what it asks for.
  const listener = (_event: unknown, _argv: string[], _folder: string, data: unknown): void => {
    const message = v.safeParse(messageSchema, data);
    show(message.success ? message.output : { calendarFile: null });
  };
  app.on('second-instance', listener);
  return () => {
    app.off('second-instance', listener);
  };
}
