import { EventEmitter } from 'node:events';
import { AppPaths, preferredLanguages } from './app-paths.ts';
import { createEvent } from './events.ts';
import type { Members } from './events.ts';
import { startChromium, stopChromium } from './runtime.ts';
import { SingleInstanceLock } from './single-instance.ts';

type CommandLineMembers =
  'appendSwitch' | 'appendArgument' | 'hasSwitch' | 'getSwitchValue' | 'removeSwitch';

/** A window as far as quitting is concerned. */
interface Closable {
  readonly close: () => void;
  readonly destroy: () => void;
  readonly focus: () => void;
}

/** What the app's package.json says of it. */
export interface AppIdentity {
  readonly name: string;
  readonly version: string;
  readonly path: string;
}

/** `app`. */
export class AppStandin extends EventEmitter implements Members<Electron.App> {
  readonly isPackaged = false;
  readonly commandLine: Electron.CommandLine;
  readonly #paths = new AppPaths();
  readonly #whenReady = Promise.withResolvers<undefined>();
  readonly #switches = new Map<string, string>();
  /** The switches that Chromium gets. */
  readonly #chromiumSwitches = new Map<string, string>();
  #identity: AppIdentity = { name: 'Electron', version: '', path: process.cwd() };
  #desktopName = '';
  #lock: SingleInstanceLock | undefined;
  #isReady = false;
  #isQuitting = false;
  #isExiting = false;
  #windows: () => Closable[] = () => [];

  constructor() {
    super();
    this.setMaxListeners(0);
    this.commandLine = this.#createCommandLine();
  }

  get name(): string {
    return this.#identity.name;
  }
  set name(name: string) {
    this.#identity = { ...this.#identity, name };
  }
  getName(): string {
    return this.name;
  }
  setName(name: string): void {
    this.name = name;
  }
  getVersion(): string {
    return this.#identity.version;
  }
  getAppPath(): string {
    return this.#identity.path;
  }
  getPath(name: Parameters<Electron.App['getPath']>[0]): string {
    return this.#paths.get(name, this.name);
  }
  setPath(name: Parameters<Electron.App['getPath']>[0], path: string): void {
    this.#paths.set(name, path);
  }
  getLocale(): string {
    return this.#isReady ? (preferredLanguages()[0] ?? 'en-US') : '';
  }
  getSystemLocale(): string {
    return this.#isReady ? (preferredLanguages()[0] ?? 'en-US') : '';
  }
  getPreferredSystemLanguages(): string[] {
    return preferredLanguages();
  }
  getLocaleCountryCode(): string {
    return this.getLocale().split('-')[1] ?? '';
  }
  isAccessibilitySupportEnabled(): boolean {
    return false;
  }

  isReady(): boolean {
    return this.#isReady;
  }
  async whenReady(): Promise<void> {
    await this.#whenReady.promise;
  }

  quit(): void {
    if (this.#isQuitting || this.#isExiting) return;
    const event = createEvent({});
    this.#isQuitting = true;
    this.emit('before-quit', event);
    if (event.defaultPrevented) {
      this.#isQuitting = false;
      return;
    }
    const windows = this.#windows();
    if (windows.length === 0) this.#willQuit();
    else for (const window of windows) if (this.#isStillQuitting()) window.close();
  }

  exit(exitCode = 0): void {
    this.#isExiting = true;
    for (const window of this.#windows()) window.destroy();
    this.#leave(exitCode);
  }

  focus(): void {
    this.#windows()[0]?.focus();
  }

  requestSingleInstanceLock(additionalData?: Record<string, unknown>): boolean {
    this.#lock ??= new SingleInstanceLock(this.getPath('userData'));
    const own = {
      argv: process.argv,
      workingDirectory: process.cwd(),
      additionalData: additionalData ?? null,
    };
    return this.#lock.request(own, (second) => {
      this.emit(
        'second-instance',
        createEvent({}),
        second.argv,
        second.workingDirectory,
        second.additionalData,
      );
    });
  }
  hasSingleInstanceLock(): boolean {
    return this.#lock?.isHeld ?? false;
  }
  releaseSingleInstanceLock(): void {
    this.#lock?.release();
    this.#lock = undefined;
  }

  /** Chromium's renderers are sandboxed always (as root Chromium cannot; the README says so). */
  enableSandbox(): void {
    this.#assertNotReady('app.enableSandbox() can only be called before app is ready');
  }
  disableHardwareAcceleration(): void {
    this.#assertNotReady(
      'app.disableHardwareAcceleration() can only be called before app is ready',
    );
  }
  /** Windows only by its documentation; elsewhere it does nothing in Electron too. */
  setAppUserModelId(): void {
    // See above.
  }
  setDesktopName(name: string): void {
    this.#desktopName = name;
  }
  /** What notifications name as the app they are from, without ".desktop". */
  get desktopEntry(): string {
    return this.#desktopName.replace(/\.desktop$/, '');
  }
  /** By its documentation for macOS and Windows; on Linux it does nothing in Electron too. */
  setLoginItemSettings(): void {
    // See above.
  }
  getLoginItemSettings(): Electron.LoginItemSettings {
    return {
      openAtLogin: false,
      wasOpenedAtLogin: false,
      status: 'not-registered',
      executableWillLaunchAtLogin: false,
      launchItems: [],
    };
  }

  // From here on: what the stand-in's other parts tell the app.

  /** Tells who the app is, and what its windows are. */
  describe(
    identity: AppIdentity,
    desktopName: string | undefined,
    windows: () => Closable[],
  ): void {
    this.#identity = identity;
    this.#desktopName = desktopName ?? `${identity.name}.desktop`;
    this.#windows = windows;
  }

  /** The switches of the command line. */
  addSwitches(all: ReadonlyMap<string, string>, chromium: ReadonlyMap<string, string>): void {
    for (const [name, value] of all) this.#switches.set(name, value);
    for (const [name, value] of chromium) this.#chromiumSwitches.set(name, value);
  }

  /** Chromium's switches as they stand. */
  get chromiumSwitches(): ReadonlyMap<string, string> {
    return this.#chromiumSwitches;
  }

  becomeReady(): void {
    this.#isReady = true;
    this.#whenReady.resolve(undefined);
    this.emit('ready', createEvent({}), {});
  }

  windowClosed(remaining: number): void {
    if (remaining > 0 || this.#isExiting) return;
    if (this.#isQuitting) this.#willQuit();
    else if (!this.emit('window-all-closed')) this.quit();
  }

  windowCloseCancelled(): void {
    this.#isQuitting = false;
  }

  #isStillQuitting(): boolean {
    return this.#isQuitting;
  }

  #willQuit(): void {
    const event = createEvent({});
    this.emit('will-quit', event);
    if (event.defaultPrevented) this.#isQuitting = false;
    else this.#leave(0);
  }

  #leave(exitCode: number): void {
    this.emit('quit', createEvent({}), exitCode);
    this.releaseSingleInstanceLock();
    stopChromium();
    process.exit(exitCode);
  }

  #assertNotReady(message: string): void {
    if (this.#isReady) throw new Error(message);
  }

  #createCommandLine(): Pick<Electron.CommandLine, CommandLineMembers> {
    const changed = (): void => {
      // Chromium starts beside the app's own start; a switch that comes later needs another one.
      if (this.#hasStartedChromium) startChromium(this.#chromiumSwitches);
    };
    return {
      appendSwitch: (name, value = '') => {
        this.#switches.set(name.toLowerCase(), value);
        if (this.#isReady) return;
        this.#chromiumSwitches.set(name, value);
        changed();
      },
      removeSwitch: (name) => {
        this.#switches.delete(name);
        if (this.#isReady || !this.#chromiumSwitches.delete(name)) return;
        changed();
      },
      appendArgument: () => {
        throw new Error('electron-standin: app.commandLine.appendArgument is not implemented');
      },
      hasSwitch: (name) => this.#switches.has(name.toLowerCase()),
      getSwitchValue: (name) => this.#switches.get(name.toLowerCase()) ?? '',
    };
  }

  #hasStartedChromium = false;
  /** Starts Chromium with the switches that the app has set so far. */
  startChromium(): void {
    this.#hasStartedChromium = true;
    startChromium(this.#chromiumSwitches);
  }
}

/** The one `app`. */
export const app = new AppStandin();
