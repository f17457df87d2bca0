import { readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';

/** Where Linux says whether programs that it does not know may make namespaces of their own. */
const restrictionFile = '/proc/sys/kernel/apparmor_restrict_unprivileged_userns';
const setUserId = 0o4000;

/**
 * What to say before Electron is started where its sandbox is likely to be refused: by Ubuntu since
 * 23.10, to a program that was not installed (electron/electron#41066). Electron then ends at once,
 * with words about a helper that help nobody.
 * @returns null where nothing speaks against it
 */
export async function sandboxHint(
  executable: string,
  restriction: string = restrictionFile,
): Promise<string | null> {
  const isRestricted = (await readFile(restriction, 'utf8').catch(() => '')).trim() === '1';
  if (!isRestricted || (await isPrivileged(join(dirname(executable), 'chrome-sandbox'))))
    return null;
  return (
    'This system keeps its sandbox from programs that are not installed. If Electron ends with ' +
    'words about a SUID sandbox, allow it until the next start by ' +
    '"sudo sysctl kernel.apparmor_restrict_unprivileged_userns=0", or do without: ' +
    '"npm start -- --no-sandbox".'
  );
}

/** The older kind of sandbox: a helper that belongs to root and runs as root. */
async function isPrivileged(helper: string): Promise<boolean> {
  try {
    const { uid, mode } = await stat(helper);
    return uid === 0 && (mode & setUserId) !== 0;
  } catch {
    return false;
  }
}
