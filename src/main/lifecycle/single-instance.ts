import type { App } from 'electron';
import * as v from 'valibot';
import type { CaptureRequest, StartRequest } from './command-line.ts';

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

/** What of Electron's app tells of other starts. */
interface StartedApp {
  on(
    event: 'second-instance',
    listener: (event: unknown, argv: unknown, folder: unknown, data: unknown) => void,
  ): unknown;
  on(
    event: 'open-file',
    listener: (event: { preventDefault(): void }, path: string) => void,
  ): unknown;
}

/** What other starts have asked for. */
export interface Handovers {
  /** Takes out the first thought that waits; null when none does. */
  readonly nextCapture: () => CaptureRequest | null;
  readonly isAnyWaiting: () => boolean;
  /** From now on all are given here, at first those that have waited. */
  readonly follow: (take: (handover: Handover) => void) => void;
}

/**
 * Collects what other starts ask for from the first moment: they end at once, and what they have said
 * is nowhere else. A start of another version, whose words are not understood, asks for the window
 * and no more.
 */
export function collectHandovers(app: StartedApp): Handovers {
  const waiting: Handover[] = [];
  let take = (handover: Handover): void => {
    waiting.push(handover);
  };
  app.on('second-instance', (_event, _argv, _folder, data) => {
    const read = v.safeParse(handoverSchema, data);
    take(read.success ? read.output : { isHidden: false, calendarFile: null, capture: null });
  });
  // macOS hands files over by this event, not on the command line, and before the app is ready.
  app.on('open-file', (event, calendarFile) => {
    event.preventDefault();
    take({ isHidden: false, calendarFile, capture: null });
  });
  return {
    nextCapture: () => {
      const place = waiting.findIndex(({ capture }) => capture !== null);
      return place === -1 ? null : (waiting.splice(place, 1)[0]?.capture ?? null);
    },
    isAnyWaiting: () => waiting.length > 0,
    follow: (taker) => {
      take = taker;
      for (const handover of waiting.splice(0)) taker(handover);
    },
  };
}
