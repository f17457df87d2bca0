import type { ChildProcess } from 'node:child_process';
import { spawn } from 'node:child_process';
import { existsSync, mkdtempSync, readdirSync, realpathSync, rmSync } from 'node:fs';
import { connect } from 'node:net';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { createInterface } from 'node:readline';
import { text } from 'node:stream/consumers';
import type { Readable, Writable } from 'node:stream';
import { CdpPipe, CdpSession } from './cdp.ts';
import { startTime } from './single-instance.ts';

/** A switch and its value; '' when it has none. */
export type Switches = ReadonlyMap<string, string>;

const disabledFeatures =
  'Translate,MediaRouter,OptimizationHints,HttpsUpgrades,HttpsFirstBalancedModeAutoEnable,InterestFeedContentSuggestions,GlobalMediaControls,PaintHolding,NetworkTimeServiceQuerying,PreconnectToSearch,AimEnabled';
const baseSwitches = `
  no-startup-window no-first-run no-default-browser-check disable-default-apps disable-extensions
  disable-gpu disable-quic disable-sync disable-breakpad disable-dev-shm-usage
  disable-background-networking disable-component-update disable-field-trial-config
  disable-component-extensions-with-background-pages disable-client-side-phishing-detection
  disable-search-engine-choice-screen metrics-recording-only`;
/** Pages have no network of their own: see `setProxy` and `setWebRTCIPHandlingPolicy`. */
export const onlyProxy = { proxyRules: 'http://127.0.0.1:1', proxyBypassRules: '<-loopback>' };
export const onlyWebRtcPolicy = 'disable_non_proxied_udp';
/** Debian's /usr/bin/chromium is a script that spends a while on settings that do not matter here. */
const candidates = [
  ...['/usr/lib/chromium/chromium', '/usr/bin/chromium', '/usr/bin/chromium-browser'],
  '/usr/bin/google-chrome',
];
const profilePrefix = 'electron-standin-';

/** One running Chromium with a fresh profile, which lives as long as this process and no longer. */
class Chromium {
  readonly cdp: CdpSession;
  readonly processId: number;
  /** Resolves with "Chrome/156.0.8078.79" or the like once it answers. */
  readonly product: Promise<string>;
  readonly #child: ChildProcess;
  readonly #profile: string;
  readonly #executable: string;

  constructor(added: Switches) {
    removeOrphanedProfiles();
    this.#executable = process.env.ELECTRON_STANDIN_CHROMIUM ?? findChromium();
    this.#profile = mkdtempSync(join(tmpdir(), `${profilePrefix}${String(process.pid)}-`));
    const child = (this.#child = spawn(this.#executable, this.#arguments(added), {
      // Of sleep the app is told here. A Chromium that hears of it lets go of its pages.
      env: { ...process.env, DBUS_SYSTEM_BUS_ADDRESS: 'unix:path=/dev/null' },
      stdio: ['ignore', 'ignore', 'pipe', 'pipe', 'pipe'],
      // A group of its own: Ctrl+C reaches the app, which then decides; and one kill reaches all of it.
      detached: true,
    }));
    this.processId = child.pid ?? 0;
    const [, , , toChromium, fromChromium] = child.stdio;
    // Playwright waits for the line that names the debugging port. The rest is asked for by a switch.
    const { stderr } = child;
    if (stderr)
      createInterface({ input: stderr }).on('line', (line) => {
        if (added.has('enable-logging') || line.startsWith('DevTools listening on '))
          process.stderr.write(`${line}\n`);
      });
    this.cdp = new CdpSession(new CdpPipe(toChromium as Writable, fromChromium as Readable));
    this.product = this.cdp.send('Browser.getVersion').then(({ product }) => product);
  }

  /**
   * Opens a window without tabs on `url`: what a second `chromium --app=…` would ask of the running
   * browser, asked over the same socket but without starting a process for it.
   */
  async openAppWindow(url: string): Promise<void> {
    await this.product;
    const socket = connect(realpathSync(join(this.#profile, 'SingletonSocket')));
    // Here too: without --test-type a window without sandbox wears a bar that warns of that.
    const words = ['START', process.cwd(), this.#executable, '--test-type', `--app=${url}`];
    socket.end(words.join('\0'));
    const answer = await text(socket);
    if (!answer.startsWith('ACK')) throw new Error(`Chromium refused to open a window: ${answer}`);
  }

  /** Calls back when Chromium has ended, whoever ended it. */
  onEnd(ended: () => void): void {
    this.#child.once('exit', ended);
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
    const features = [disabledFeatures, ...(added.get('disable-features')?.split(',') ?? [])];
    const base = baseSwitches.trim().split(/\s+/);
    const switches = new Map([...base.map((name) => [name, ''] as const), ...added])
      .set('webrtc-ip-handling-policy', onlyWebRtcPolicy)
      .set('password-store', 'basic')
      .set('disable-features', features.join(','))
      .set('user-data-dir', this.#profile)
      .set('remote-debugging-pipe', '')
      .set('ozone-platform', 'x11');
    // A page that is being developed comes from a server.
    if (!process.env.ELECTRON_RENDERER_URL)
      switches
        .set('proxy-server', onlyProxy.proxyRules)
        .set('proxy-bypass-list', onlyProxy.proxyBypassRules);
    if (process.getuid?.() === 0) switches.set('no-sandbox', '');
    return Array.from(switches, ([name, value]) => (value ? `--${name}=${value}` : `--${name}`));
  }
}

function findChromium(): string {
  const found = candidates.find((path) => existsSync(path));
  if (found) return found;
  process.stderr.write(
    'electron-standin: Chromium was not found; on Debian: apt install chromium\n',
  );
  process.exit(1);
}

/** An app that was killed could not remove its profile: the next start does. */
function removeOrphanedProfiles(): void {
  for (const name of readdirSync(tmpdir())) {
    const owner = new RegExp(`^${profilePrefix}(\\d+)-`).exec(name)?.[1];
    if (owner && startTime(Number(owner)) === undefined) removeFolder(join(tmpdir(), name));
  }
}

function removeFolder(path: string): void {
  try {
    rmSync(path, { recursive: true, force: true, maxRetries: 3, retryDelay: 20 });
  } catch {
    // A dying Chromium still wrote into it, or it is another user's; a later start tries again.
  }
}

let chromium: Chromium | undefined;

/** Starts Chromium with `switches`; one that runs already is replaced (before `ready` only). */
export function startChromium(switches: Switches): void {
  chromium?.kill();
  const started = new Chromium(switches);
  chromium = started;
  // In Electron they are one process. A session bus that ends is what ends it (electron#53022).
  started.onEnd(() => {
    if (chromium === started) process.exit(0);
  });
}

/** The running Chromium; throws when it has not been started yet. */
export function runningChromium(): Chromium {
  if (!chromium) throw new Error('electron-standin: Chromium has not been started yet');
  return chromium;
}

/** The session with the running Chromium as a whole. */
export function cdp(): CdpSession {
  return runningChromium().cdp;
}

/** Ends Chromium, if there is one. Safe in an exit handler: it is all synchronous. */
export function stopChromium(): void {
  chromium?.kill();
  chromium = undefined;
}
