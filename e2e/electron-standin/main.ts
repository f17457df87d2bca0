import { existsSync, readFileSync, statSync } from 'node:fs';
import { createRequire } from 'node:module';
import { dirname, join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { readCommandLine } from './command-line.ts';
import { installElectronModule } from './electron-module.ts';
import { closeSchemeRegistration } from './protocol.ts';
import { startAnsweringRequests } from './requests.ts';
import { runningChromium, stopChromium } from './runtime.ts';
import { startFollowingTargets } from './targets.ts';
import { currentDisplay } from './windows/desktop-window.ts';
import { listedWindows } from './windows/listed-window.ts';

interface PackageJson {
  readonly name?: string;
  readonly productName?: string;
  readonly version?: string;
  readonly main?: string;
  readonly desktopName?: string;
}

const standinFolder = import.meta.dirname;
const commandLine = readCommandLine(process.argv.slice(2));
pretendToBeElectron();
if (commandLine.isVersionAsked) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (
  !process.env.DISPLAY &&
  !process.env.WAYLAND_DISPLAY &&
  commandLine.switches.get('ozone-platform') !== 'headless'
) {
  process.stderr.write(
    'Missing X server or $DISPLAY\nThe platform failed to initialize.  Exiting.\n',
  );
  process.exit(1);
}
const entry = findEntry(commandLine.appPath);
await run();

/** `process` as an Electron app's main process sees it. */
function pretendToBeElectron(): void {
  const own = createRequire(import.meta.url);
  const { version } = own('electron/package.json') as { version: string };
  const executable = process.env.ELECTRON_STANDIN_EXECUTABLE ?? join(standinFolder, 'electron');
  delete process.env.ELECTRON_STANDIN_EXECUTABLE;
  process.argv.splice(0, 2, executable);
  process.execPath = executable;
  const versions = { ...process.versions, electron: version, chrome: '', 'electron-standin': '1' };
  Object.defineProperty(process, 'versions', { value: versions, enumerable: true });
  Object.defineProperties(process, {
    type: { value: 'browser', enumerable: true },
    resourcesPath: { value: standinFolder, enumerable: true },
    defaultApp: { value: true, enumerable: true },
  });
}

interface Entry {
  readonly path: string;
  readonly mainFile: string;
  readonly packageJson: PackageJson;
}

function findEntry(appPath: string | undefined): Entry {
  const path = resolve(appPath ?? '.');
  if (!existsSync(path)) fail(`Unable to find Electron app at ${path}`);
  if (statSync(path).isFile()) return { path: dirname(path), mainFile: path, packageJson: {} };
  const file = join(path, 'package.json');
  if (!existsSync(file)) fail(`Unable to find Electron app at ${path}: it has no package.json`);
  const packageJson = JSON.parse(readFileSync(file, 'utf8')) as PackageJson;
  const mainFile = join(path, packageJson.main ?? 'index.js');
  if (!existsSync(mainFile))
    fail(
      `Unable to find Electron app at ${path}\n\nCannot find module '${mainFile}'. Please verify that the package.json has a valid "main" entry`,
    );
  return { path, mainFile, packageJson };
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  const { path, mainFile, packageJson } = entry;
  const name = packageJson.productName ?? packageJson.name ?? 'Electron';
  app.describe(
    { name, version: packageJson.version ?? '', path },
    packageJson.desktopName,
    listedWindows,
  );
  app.addSwitches(commandLine.switches, commandLine.chromiumSwitches);
  process.on('exit', stopChromium);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      app.quit();
    });
  // Electron shows a dialog; here there is none to click, and nobody to.
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return;
    process.stderr.write(
      `A JavaScript error occurred in the main process\nUncaught Exception:\n${error.stack ?? error.message}\n`,
    );
    process.exit(1);
  });
  installElectronModule();
  const requireFromApp = createRequire(mainFile);
  if (commandLine.inspectPort !== undefined)
    await openInspector(commandLine.inspectPort, requireFromApp);
  for (const preload of commandLine.preloads) requireFromApp(resolve(preload));

  app.startChromium();
  await installTemporal();
  await loadApp(mainFile);
  const chromium = runningChromium();
  chromium.cdp.onClosed(() => {
    fail(
      'electron-standin: Chromium has gone (crashed or killed); run with --enable-logging for its words',
    );
  });
  const product = await chromium.product;
  Object.assign(process.versions, { chrome: product.replace(/^.*\//, '') });
  await Promise.all([startAnsweringRequests(), startFollowingTargets(), currentDisplay()]);
  closeSchemeRegistration();
  app.becomeReady();
}

/** As in Electron: `ready` comes after the main file has been evaluated, ES module or not. */
async function loadApp(mainFile: string): Promise<void> {
  await import(pathToFileURL(mainFile).href);
}

/** Electron 45 has Temporal; Node 24 has not. */
async function installTemporal(): Promise<void> {
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
}

/** Playwright finds the main process by the line that Node prints here, and asks it for `require`. */
async function openInspector(port: number, requireFromApp: NodeJS.Require): Promise<void> {
  const inspector = await import('node:inspector');
  inspector.open(port);
  Object.assign(globalThis, { require: requireFromApp });
}
