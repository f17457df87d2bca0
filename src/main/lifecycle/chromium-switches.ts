// Flags that are not ours but reach our command line: Chromium, Electron and Node read them
// themselves. Sources: Electron's docs/api/command-line-switches.md, Chromium's command line as
// Linux desktops and drivers of browsers use it.

const named: ReadonlySet<string> = new Set([
  'auth-negotiate-delegate-allowlist',
  'auth-server-allowlist',
  'class',
  'crash-dumps-dir',
  'diagnostic-dir',
  'disk-cache-dir',
  'disk-cache-size',
  'dns-result-order',
  'experimental-network-inspection',
  'gtk-version',
  'headless',
  'high-dpi-support',
  'host-resolver-rules',
  'host-rules',
  'in-process-gpu',
  'js-flags',
  'lang',
  'log-file',
  'log-level',
  'log-net-log',
  'net-log-capture-mode',
  'no-deprecation',
  'no-first-run',
  'no-proxy-server',
  'no-sandbox',
  'no-stdio-init',
  'no-zygote',
  'password-store',
  'single-process',
  'start-maximized',
  'test-type',
  'throw-deprecation',
  'user-data-dir',
  'v',
  'vmodule',
  'wayland-text-input-version',
  'window-position',
  'window-size',
  'xdg-portal-required-version',
]);

const families: readonly string[] = [
  'allow-',
  'debug-',
  'disable-',
  'enable-',
  'force-',
  'force_',
  'ignore-',
  'inspect',
  'ozone-',
  'proxy-',
  'remote-debugging-',
  'trace-',
  'unsafely-',
  'use-',
];

/** Whether a flag without its dashes and value belongs to Chromium, Electron or Node. */
export function isChromiumSwitch(name: string): boolean {
  return named.has(name) || families.some((family) => name.startsWith(family));
}

/** What operating systems add of their own: macOS' process number, Windows' COM activation. */
export function isSystemArgument(argument: string): boolean {
  return argument.startsWith('-psn_') || argument === '-Embedding';
}
