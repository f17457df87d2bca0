/** A write that takes longer than this at the end has failed: the disk is gone or hangs. */
const flushDeadlineMilliseconds = 2000;

type Preventable = (event: { preventDefault(): void }) => void;

/** What of Electron's app is needed to end it. */
interface QuittingApp {
  on(event: 'before-quit' | 'will-quit', listener: Preventable): unknown;
  off(event: 'before-quit' | 'will-quit', listener: Preventable): unknown;
  quit(): void;
}

export interface QuitParts {
  readonly app: QuittingApp;
  /** Waits for every write under way and lets go of the data folder. */
  readonly flush: () => Promise<void>;
  readonly deadlineMilliseconds?: number;
  readonly report: (problem: unknown) => void;
}

export interface QuitState {
  /** False from the moment that the app was asked to quit: windows then close instead of hiding. */
  isRunning(): boolean;
  dispose(): void;
}

/**
 * running -> quitting (windows close and hand over their last edits) -> flushing -> gone.
 * Flushing happens on `will-quit` and not on `before-quit`, because only then have the windows sent
 * what they had.
 */
export function registerQuit(parts: QuitParts): QuitState {
  let state: 'running' | 'quitting' | 'flushing' | 'flushed' = 'running';
  const beforeQuit = (): void => {
    if (state === 'running') state = 'quitting';
  };
  const willQuit: Preventable = (event) => {
    if (state === 'flushed') return;
    event.preventDefault();
    if (state === 'flushing') return;
    state = 'flushing';
    const deadline = parts.deadlineMilliseconds ?? flushDeadlineMilliseconds;
    void atMost(deadline, parts.flush())
      .catch(parts.report)
      .then(() => {
        state = 'flushed';
        parts.app.quit();
      });
  };
  parts.app.on('before-quit', beforeQuit);
  parts.app.on('will-quit', willQuit);
  return {
    isRunning: () => state === 'running',
    dispose: () => {
      parts.app.off('before-quit', beforeQuit);
      parts.app.off('will-quit', willQuit);
    },
  };
}

async function atMost(milliseconds: number, work: Promise<void>): Promise<void> {
  let timer: NodeJS.Timeout | undefined;
  const late = new Promise<never>((_resolve, reject) => {
    timer = setTimeout(() => {
      reject(new Error(`Closing the data folder took longer than ${milliseconds} ms.`));
    }, milliseconds);
  });
  try {
    await Promise.race([work, late]);
  } finally {
    clearTimeout(timer);
  }
}
