/**
 * What the numbers mean that the commands of this project end with. The app's own codes
 * (0, 1, 2 and 10 upwards) are handed through unchanged; a command that a signal ended gives
 * 128 plus the signal's number, as shells do.
 */
export const exitCode = {
  /** All went well. */
  ok: 0,
  /** Something failed: a test, a check, a build, or the app itself unexpectedly. */
  failed: 1,
  /** A command line that was not understood: an unknown flag, bench or journey. */
  usage: 2,
  /** No display to open a window on. */
  noDisplay: 3,
  /** A system package is missing, and this user may not install it. */
  missingPackages: 4,
  /** Neither Electron nor the stand-in can run here. */
  noRuntime: 5,
  /** It took longer than it may, and was stopped. */
  timedOut: 6,
} as const;

/** An error whose message is one sentence for the person at the terminal. */
export class CommandError extends Error {
  override readonly name = 'CommandError';
  readonly code: number;

  constructor(message: string, code: number = exitCode.failed) {
    super(message);
    this.code = code;
  }
}
