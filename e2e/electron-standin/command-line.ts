/** What the executable was started with. */
export interface CommandLine {
  /** Modules to require before the app, as Node's `-r`. */
  readonly preloads: readonly string[];
  /** The port of Node's inspector, when one is wanted. */
  readonly inspectPort: number | undefined;
  /** All switches, without dashes; '' for one without value. */
  readonly switches: ReadonlyMap<string, string>;
  /** Those before the app's path: they are meant for Chromium. */
  readonly chromiumSwitches: ReadonlyMap<string, string>;
  /** The app's folder or main file, as written. */
  readonly appPath: string | undefined;
  readonly isVersionAsked: boolean;
}

/** Reads the arguments after the executable's name: Electron's own until the app's path, then the app's. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const preloads: string[] = [];
  const switches = new Map<string, string>();
  const chromiumSwitches = new Map<string, string>();
  let inspectPort: number | undefined;
  let isVersionAsked = false;
  let appPath: string | undefined;
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    const [, name = '', value = ''] = /^--?([^=]+)=?(.*)$/s.exec(arg) ?? [];
    if (arg === '-r' || arg === '--require') preloads.push(args[++index] ?? '');
    else if (name === 'inspect' || name === 'inspect-brk')
      inspectPort = value ? Number(value) : 9229;
    else if (arg === '--version' || arg === '-v') isVersionAsked = true;
    else if (arg.startsWith('--') && arg !== '--') {
      switches.set(name, value);
      if (appPath === undefined) chromiumSwitches.set(name, value);
    } else if (arg !== '--') appPath ??= arg;
  }
  return { preloads, inspectPort, switches, chromiumSwitches, appPath, isVersionAsked };
}
