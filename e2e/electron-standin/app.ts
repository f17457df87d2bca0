import { EventEmitter } from 'node:events';
import { homedir } from 'node:os';
import { join } from 'node:path';
import { refusingAbsent } from './absent.ts';
import { startChromium, stopChromium } from './chromium.ts';
import { createEvent } from './events.ts';
import type { Members } from './events.ts';
import { allWindows } from './registry.ts';
import { requestLock } from './single-instance.ts';

/** What the app's package.json says of it. */
type AppIdentity = Readonly<Record<'name' | 'version' | 'path' | 'desktopName', string>>;

/** `app`. */
class AppStandin extends EventEmitter implements Omit<Members<Electron.App>, 'commandLine'> {
  readonly isPackaged = false;
  readonly commandLine: Pick<Electron.CommandLine, 'appendSwitch'> = refusingAbsent('commandLine', {
    appendSwitch: this.#appendSwitch.bind(this),
  });
  readonly #paths = new Map<string, string>();
  readonly #whenReady = Promise.withResolvers<undefined>();
  readonly #chromiumSwitches = new Map<string, string>();
  #identity: AppIdentity = { name: '', version: '', path: '', desktopName: '' };
  #releaseLock: (() => void) | undefined;
  #hasStartedChromium = false;
  #isReady = false;
  #isQuitting = false;
  #isExiting = false;

  get name(): string {
    return this.#identity.name;
  }
  setName(name: string): void {
    this.#identity = { ...this.#identity, name };
  }
  getVersion(): string {
    return this.#identity.version;
  }
  getAppPath(): string {
    return this.#identity.path;
  }
  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    const known = this.#paths.get(name);
    if (known !== undefined) return known;
    if (name === 'appData') return process.env.XDG_CONFIG_HOME ?? join(homedir(), '.config');
    if (name === 'userData') return join(this.getPath('appData'), this.name);
    throw new Error(`electron-standin: app.getPath('${name}') is not implemented`);
  }
  setPath(name: Parameters<Electron.App['getPath']>[0], path: string): void {
    if (!path.startsWith('/')) throw new Error('Path must be absolute');
    this.#paths.set(name, path);
  }
  /** As the environment names it: "en-GB". */
  getSystemLocale(): string {
    this.needsReady('app.getSystemLocale() can only be called after app is ready');
    const { LC_ALL, LC_MESSAGES, LANG } = process.env;
    const tag = (LC_ALL ?? LC_MESSAGES ?? LANG ?? '').replace(/[.@].*$/, '').replace('_', '-');
    return /^[a-z]{2,3}(-[A-Z]{2})?$/.test(tag) ? tag : 'en-US';
  }
  /** Chromium's renderers are sandboxed always (as root Chromium cannot; the README says so). */
  enableSandbox(): void {
    if (this.#isReady)
      throw new Error('app.enableSandbox() can only be called before app is ready');
  }
  isReady(): boolean {
    return this.#isReady;
  }
  async whenReady(): Promise<void> {
    await this.#whenReady.promise;
  }

  quit(): void {
    if (this.#isQuitting || this.#isExiting) return;
    this.#isQuitting = true;
    if (!this.#mayGoOn('before-quit')) return;
    if (allWindows.size === 0) this.#willQuit();
    else for (const window of allWindows) if (this.#isStillQuitting()) window.close();
  }
  exit(exitCode = 0): void {
    this.#isExiting = true;
    for (const window of allWindows) window.destroy();
    this.#leave(exitCode);
  }

  requestSingleInstanceLock(additionalData: Record<string, unknown> | null = null): boolean {
    const own = { argv: process.argv, workingDirectory: process.cwd(), additionalData };
    this.#releaseLock ??= requestLock(this.getPath('userData'), own, (second) => {
      const { argv, workingDirectory } = second;
      this.emit('second-instance', createEvent({}), argv, workingDirectory, second.additionalData);
    });
    return this.#releaseLock !== undefined;
  }

  // From here on: what the stand-in's other parts tell the app, and ask of it.

  /** Refuses, in Electron's words, what Electron refuses before the app is ready. */
  needsReady(words: string): void {
    if (!this.#isReady) throw new Error(words);
  }

  /** What notifications name as the app they are from, without ".desktop". */
  get desktopEntry(): string {
    return this.#identity.desktopName.replace(/\.desktop$/, '');
  }

  /** Tells who the app is, and the switches of its command line. */
  describe(identity: AppIdentity, switches: ReadonlyMap<string, string>): void {
    this.#identity = identity;
    for (const [name, value] of switches) this.#chromiumSwitches.set(name, value);
  }

  /** Starts Chromium with the switches that have been set so far. */
  startChromium(): void {
    this.#hasStartedChromium = true;
    startChromium(this.#chromiumSwitches);
  }

  becomeReady(): void {
    this.#isReady = true;
    this.#whenReady.resolve(undefined);
    this.emit('ready', createEvent({}), {});
  }

  windowClosed(): void {
    if (allWindows.size > 0 || this.#isExiting) return;
    if (this.#isQuitting) this.#willQuit();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  windowCloseCancelled(): void {
    this.#isQuitting = false;
  }

  /** Chromium starts beside the app's own start; a switch that comes later needs another one. */
  #appendSwitch(name: string, value = ''): void {
    if (this.#isReady) return;
    this.#chromiumSwitches.set(name, value);
    if (this.#hasStartedChromium) this.startChromium();
  }

  #isStillQuitting(): boolean {
    return this.#isQuitting;
  }

  /** Emits an event by which the app can stop the end. */
  #mayGoOn(name: 'before-quit' | 'will-quit'): boolean {
    const event = createEvent({});
    this.emit(name, event);
    if (event.defaultPrevented) this.#isQuitting = false;
    return !event.defaultPrevented;
  }

  #willQuit(): void {
    if (this.#mayGoOn('will-quit')) this.#leave(0);
  }

  #leave(exitCode: number): void {
    this.emit('quit', createEvent({}), exitCode);
    this.#releaseLock?.();
    stopChromium();
    process.exit(exitCode);
  }
}

/** The one `app`. */
export const app = new AppStandin().setMaxListeners(0);
