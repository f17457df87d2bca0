import { createConnection } from 'node:net';
import { join } from 'node:path';

type Environment = Readonly<Record<string, string | undefined>>;

export type DisplayState =
  | { readonly kind: 'there' }
  | { readonly kind: 'none' }
  | { readonly kind: 'silent'; readonly name: string };

/**
 * Whether windows can be opened here. On Linux that takes an X or a Wayland display that answers;
 * elsewhere the desktop is always there.
 */
export async function displayState(
  environment: Environment = process.env,
  platform: NodeJS.Platform = process.platform,
): Promise<DisplayState> {
  if (platform !== 'linux') return { kind: 'there' };
  const { DISPLAY: x11, WAYLAND_DISPLAY: wayland } = environment;
  if (isNamed(wayland)) {
    const path = join(environment.XDG_RUNTIME_DIR ?? '/run', wayland);
    if (await answers(path)) return { kind: 'there' };
  }
  if (!isNamed(x11)) return isNamed(wayland) ? { kind: 'silent', name: wayland } : { kind: 'none' };
  const local = /^(?:unix)?:(\d+)(?:\.\d+)?$/.exec(x11)?.[1];
  // A display on another machine: Chromium will find out.
  if (local === undefined) return { kind: 'there' };
  const socket = `/tmp/.X11-unix/X${local}`;
  const isThere = (await answers(socket)) || (await answers(`\0${socket}`));
  return isThere ? { kind: 'there' } : { kind: 'silent', name: x11 };
}

/** One sentence that says what is missing and what to do about it. */
export function explainDisplay(state: Exclude<DisplayState, { kind: 'there' }>): string {
  const fact =
    state.kind === 'none'
      ? 'There is no display to open a window on.'
      : `The display ${state.name} does not answer.`;
  return `${fact} Start Evenkeel in a desktop session, or without one: npm start -- --virtual-display`;
}

function isNamed(value: string | undefined): value is string {
  return value !== undefined && value !== '';
}

function answers(socketPath: string): Promise<boolean> {
  return new Promise((resolve) => {
    const connection = createConnection({ path: socketPath });
    const settle = (isThere: boolean): void => {
      connection.destroy();
      resolve(isThere);
    };
    connection.once('connect', () => {
      settle(true);
    });
    connection.once('error', () => {
      settle(false);
    });
    connection.setTimeout(1_000, () => {
      settle(false);
    });
  });
}
