import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, readFileSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import type { ChildProcess } from 'node:child_process';
import type { Readable, Writable } from 'node:stream';
import { CdpConnection } from './cdp.ts';

/** A switch and its value; '' when it has none. */
export type Switches = ReadonlyMap<string, string>;

const disabledFeatures =
  'Translate,MediaRouter,OptimizationHints,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,InterestFeedContentSuggestions,GlobalMediaControls,PaintHolding,NetworkTimeServiceQuerying,PreconnectToSearch,AimEnabled';

const baseSwitches = new Map(
  Object.entries({
    'no-startup-window': '',
    'no-first-run': '',
    'no-default-browser-check': '',
    'disable-default-apps': '',
    'disable-extensions': '',
    'disable-gpu': '',
    'disable-quic': '',
    'disable-sync': '',
    'disable-breakpad': '',
    'disable-dev-shm-usage': '',
    'disable-background-networking': '',
    'disable-component-update': '',
    'disable-component-extensions-with-background-pages': '',
    'disable-client-side-phishing-detection': '',
    'disable-search-engine-choice-screen': '',
    'disable-field-trial-config': '',
    'password-store': 'basic',
    'metrics-recording-only': '',
    'disable-features': disabledFeatures,
  }),
);

/** Debian's /usr/bin/chromium is a script that spends a while on settings that do not matter here. */
const candidates = [
  '/usr/lib/chromium/chromium',
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
];
const profilePrefix = 'electron-standin-';

/** One running Chromium with a fresh profile, which lives as long as this process and no longer. */
export class Chromium {
  readonly cdp: CdpConnection;
  readonly processId: number;
  /** Resolves with "Chrome/156.0.8078.79" or the like once it answers. */
  readonly product: Promise<string>;
  readonly #process: ChildProcess;
  readonly #profile: string;
  readonly #executable: string;

  constructor(added: Switches) {
    removeOrphanedProfiles();
    this.#executable = process.env.ELECTRON_STANDIN_CHROMIUM ?? findChromium();
    this.#profile = mkdtempSync(join(tmpdir(), `${profilePrefix}${String(process.pid)}-`));
    this.#process = spawn(this.#executable, this.#arguments(added), {
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl+C reaches the app, which then decides; and one kill reaches all of it.
      detached: true,
    });
    this.processId = this.#process.pid ?? 0;
    const [, , , toChromium, fromChromium] = this.#process.stdio;
    if (this.#process.stderr) this.#passOn(this.#process.stderr, added.has('enable-logging'));
    this.cdp = new CdpConnection(toChromium as Writable, fromChromium as Readable);
    this.product = this.cdp.send('Browser.getVersion').then(({ product }) => product);
  }

  /**
   * Opens a window without tabs on `url`: what a second `chromium --app=…` would ask of the running
   * browser, asked over the same socket but without starting a process for it.
   */
  async openAppWindow(url: string): Promise<void> {
    await this.product;
    const socket = connect(realpathSync(join(this.#profile, 'SingletonSocket')));
    // Here too: without it a window without sandbox wears a bar that warns of that.
    socket.end(
      ['START', process.cwd(), this.#executable, '--test-type', `--app=${url}`].join('\0'),
    );
    await new Promise<void>((resolve, reject) => {
      socket.on('error', reject);
      socket.on('data', (answer) => {
        if (answer.toString().startsWith('ACK')) resolve();
        else reject(new Error(`Chromium refused to open a window: ${answer.toString()}`));
        socket.destroy();
      });
    });
  }

  /** Ends Chromium and removes its profile, at once. */
  kill(): void {
    try {
      if (this.processId) process.kill(-this.processId, 'SIGKILL');
    } catch {
      // It has gone already.
    }
    removeFolder(this.#profile);
  }

  #arguments(added: Switches): string[] {
    const switches = new Map([...baseSwitches, ...added]);
    const features = added.get('disable-features');
    if (features) switches.set('disable-features', `${disabledFeatures},${features}`);
    switches.set('user-data-dir', this.#profile);
    switches.set('remote-debugging-pipe', '');
    if (process.env.DISPLAY) switches.set('ozone-platform', 'x11');
    if (process.getuid?.() === 0) switches.set('no-sandbox', '');
    return Array.from(switches, ([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
  }

  /** Playwright waits for the line that names the debugging port. The rest is asked for by a switch. */
  #passOn(stderr: Readable, isLogging: boolean): void {
    createInterface({ input: stderr }).on('line', (line) => {
      if (isLogging || line.startsWith('DevTools listening on ')) process.stderr.write(`${line}\n`);
    });
  }
}

function findChromium(): string {
  const found = candidates.find((path) => existsSync(path));
  if (!found) {
    process.stderr.write(
      'electron-standin: Chromium was not found; on Debian: apt install chromium\n',
    );
    process.exit(1);
  }
  return found;
}

/** An app that was killed could not remove its profile: the next start does. */
function removeOrphanedProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${profilePrefix}(\\d+)-`).exec(name)?.[1];
    if (owner && !isRunning(Number(owner))) removeFolder(join(tmpdir(), name));
  }
}

function isRunning(processId: number): boolean {
  try {
    process.kill(processId, 0);
    // A dead child that its parent has not collected yet is no running app.
    return !/^State:\s+Z/m.test(readFileSync(`/proc/${String(processId)}/status`, 'utf8'));
  } catch {
    return false;
  }
}

function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch {
    // A dying Chromium still wrote into it, or it is another user's; a later start tries again.
  }
}
