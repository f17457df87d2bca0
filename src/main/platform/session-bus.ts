/**
 * Whether trays and notifications can be reached: on Linux both are services of the session's
 * D-Bus, elsewhere the operating system has them.
 */
export function hasSessionBus(
  platform: NodeJS.Platform,
  environment: Readonly<Record<string, string | undefined>>,
  exists: (path: string) => boolean,
): boolean {
  if (platform !== 'linux') return true;
  if (environment.DBUS_SESSION_BUS_ADDRESS) return true;
  const runtimeFolder = environment.XDG_RUNTIME_DIR;
  return runtimeFolder ? exists(`${runtimeFolder}/bus`) : false;
}
