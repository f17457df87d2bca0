/** What the executable was started with. */
export interface CommandLine {
  /** Modules to require before the app, as Node's `-r`. */
  readonly preloads: readonly string[];
  /** The port of Node's inspector, when one is wanted. */
  readonly inspectPort: number | undefined;
  /** The switches before the app's path, without dashes; '' for one without value. */
  readonly chromiumSwitches: ReadonlyMap<string, string>;
  /** The app's folder, as written. */
  readonly appPath: string;
  readonly isVersionAsked: boolean;
}

/** Reads the arguments after the executable's name: Electron's own until the app's path, then the app's. */
export function readCommandLine(args: readonly string[]): CommandLine {
  const preloads: string[] = [];
  const chromiumSwitches = new Map<string, string>();
  let inspectPort: number | undefined;
  let appPath = '.';
  for (let index = 0; index < args.length; index++) {
    const arg = args[index] ?? '';
    const [, name = '', value = ''] = /^--([^=]+)=?(.*)$/s.exec(arg) ?? [];
    if (arg === '-r') preloads.push(args[++index] ?? '');
    else if (name === 'inspect') inspectPort = value ? Number(value) : 9229;
    else if (name) chromiumSwitches.set(name, value);
    else {
      appPath = arg;
      break;
    }
  }
  const isVersionAsked = chromiumSwitches.has('version');
  return { preloads, inspectPort, chromiumSwitches, appPath, isVersionAsked };
}
