import { firstAnnouncement, startOnLeash } from './leash.ts';

export interface VirtualDisplay {
  /** What `DISPLAY` is to be set to, such as `:99`. */
  readonly name: string;
  readonly stop: () => Promise<void>;
}

export interface DisplaySize {
  readonly width: number;
  readonly height: number;
}

/**
 * Starts Xvfb on a display number that it finds free itself, so that many may run at once.
 * @param frameBufferFolder where Xvfb keeps the screen's picture as the file `Xvfb_screen0`.
 * @throws when Xvfb is missing or does not come up.
 */
export async function startVirtualDisplay(
  size: DisplaySize = { width: 1440, height: 900 },
  frameBufferFolder?: string,
): Promise<VirtualDisplay> {
  const screen = `${String(size.width)}x${String(size.height)}x24`;
  const program = startOnLeash('Xvfb', [
    ...['-displayfd', '3', '-screen', '0', screen, '-nolisten', 'tcp', '-noreset'],
    ...(frameBufferFolder === undefined ? [] : ['-fbdir', frameBufferFolder]),
  ]);
  try {
    const number = await firstAnnouncement(program, 'Xvfb');
    return { name: `:${number}`, stop: program.stop };
  } catch (error) {
    await program.stop();
    throw error;
  }
}
