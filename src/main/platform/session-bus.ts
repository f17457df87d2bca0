import { connect } from 'node:net';

const patienceMilliseconds = 500;

/**
 * Whether trays and notifications can be reached: on Linux both are services of the session's
 * D-Bus, elsewhere the operating system has them. An address alone proves nothing, as a session
 * leaves it behind when it ends: somebody has to answer there.
 */
export async function hasSessionBus(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
): Promise<boolean> {
  if (platform !== 'linux') return true;
  const answers = await Promise.all(busAddresses(environment).map(canReach));
  return answers.includes(true);
}

/** The addresses to try: those that the session names, else where systemd puts its bus. */
function busAddresses({
  DBUS_SESSION_BUS_ADDRESS: named = '',
  XDG_RUNTIME_DIR: runtimeFolder = '',
}: Readonly<Record<string, string | undefined>>): readonly string[] {
  if (named !== '') return named.split(';').filter((address) => address !== '');
  return runtimeFolder === '' ? [] : [`unix:path=${runtimeFolder}/bus`];
}

async function canReach(address: string): Promise<boolean> {
  const [, kind, value = ''] = /^unix:(?:.*,)?(path|abstract)=([^,]*)/.exec(address) ?? [];
  // Other transports are rare, and whoever sets one up knows that it works.
  if (kind === undefined) return !address.startsWith('unix:');
  const path = decodeURIComponent(value);
  return canConnect(kind === 'abstract' ? `\0${path}` : path);
}

function canConnect(path: string): Promise<boolean> {
  return new Promise((resolve) => {
    const socket = connect({ path });
    const finish = (isThere: boolean): void => {
      socket.destroy();
      resolve(isThere);
    };
    socket.setTimeout(patienceMilliseconds, () => {
      finish(false);
    });
    socket.once('connect', () => {
      finish(true);
    });
    socket.once('error', () => {
      finish(false);
    });
  });
}
