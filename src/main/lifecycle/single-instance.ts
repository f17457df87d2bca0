import type { App } from 'electron';
import * as v from 'valibot';
import type { StartRequest } from './command-line.ts';

/** What a second start hands over; its own command line is not read, for Chromium may reorder it. */
const handoverSchema = v.object({
  isHidden: v.boolean(),
  /** Absolute path of a calendar file to take in. */
  calendarFile: v.nullable(v.string()),
  capture: v.nullable(v.object({ text: v.string(), person: v.nullable(v.string()) })),
});

export type Handover = v.InferOutput<typeof handoverSchema>;

/**
 * Makes this process the one that owns the data folder. The lock belongs to the `userData` path,
 * which must have been set before.
 * @returns false when another process owns it; that one has then been told what this start asked for
 */
export function claimInstance(
  app: Pick<App, 'requestSingleInstanceLock'>,
  { isHidden, calendarFile, capture }: StartRequest,
): boolean {
  return app.requestSingleInstanceLock({ isHidden, calendarFile, capture });
}

/**
 * Calls `take` each time somebody starts the app again; the answer stops that. A start of another
 * version, whose words are not understood, asks for the window and no more.
 */
export function registerSecondInstance(
  app: Pick<App, 'on' | 'off'>,
  take: (handover: Handover) => void,
): () => void {
  const listener = (_event: unknown, _argv: unknown, _folder: unknown, data: unknown): void => {
    const read = v.safeParse(handoverSchema, data);
    take(read.success ? read.output : { isHidden: false, calendarFile: null, capture: null });
  };
  app.on('second-instance', listener);
  return () => {
    app.off('second-instance', listener);
  };
}
