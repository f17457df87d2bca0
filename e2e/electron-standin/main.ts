import { existsSync, readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { app } from './app.ts';
import { cdp, runningChromium, stopChromium } from './chromium.ts';
import { readCommandLine } from './command-line.ts';
import { installElectronModule } from './electron-module.ts';
import { startAnsweringRequests } from './requests.ts';
import { startFollowingTargets } from './targets.ts';
import { equipThreads } from './worker-threads.ts';
import { connectToDisplay } from './windows/x11.ts';

const commandLine = readCommandLine(process.argv.slice(2));
pretendToBeElectron();
if (commandLine.isVersionAsked) {
  console.log(`v${process.versions.electron}`);
  process.exit(0);
}
if (!process.env.DISPLAY)
  fail('Missing X server or $DISPLAY\nThe platform failed to initialize.  Exiting.');
const mainFile = describeApp(resolve(commandLine.appPath));
await run();

/** `process` as an Electron app's main process sees it. */
function pretendToBeElectron(): void {
  const own = createRequire(import.meta.url);
  const { version } = own('electron/package.json') as { version: string };
  const executable = process.env.ELECTRON_STANDIN_EXECUTABLE ?? process.execPath;
  delete process.env.ELECTRON_STANDIN_EXECUTABLE;
  process.argv.splice(0, 2, executable);
  process.execPath = executable;
  const versions = { ...process.versions, electron: version, chrome: '', 'electron-standin': '1' };
  Object.defineProperty(process, 'versions', { value: versions, enumerable: true });
  Object.assign(process, { type: 'browser', defaultApp: true });
}

/** Tells `app` what it is; gives its main file. */
function describeApp(folder: string): string {
  const described = join(folder, 'package.json');
  if (!existsSync(described)) fail(`Unable to find Electron app at ${folder}`);
  const read = JSON.parse(readFileSync(described, 'utf8')) as Partial<Record<string, string>>;
  const name = read.productName ?? read.name ?? 'Electron';
  const { version = '', desktopName = `${name}.desktop`, main = 'index.js' } = read;
  app.describe({ name, version, path: folder, desktopName }, commandLine.chromiumSwitches);
  return join(folder, main);
}

function fail(message: string): never {
  process.stderr.write(`${message}\n`);
  process.exit(1);
}

async function run(): Promise<void> {
  endWithApp();
  installElectronModule();
  const requireFromApp = createRequire(mainFile);
  if (commandLine.inspectPort !== undefined) {
    // Playwright finds the main process by the line that Node prints here, and asks it for `require`.
    const inspector = await import('node:inspector');
    inspector.open(commandLine.inspectPort);
    Object.assign(globalThis, { require: requireFromApp });
  }
  for (const preload of commandLine.preloads) requireFromApp(resolve(preload));
  app.startChromium();
  const connecting = connectToDisplay();
  // Electron 45 has Temporal; Node 24 has not.
  if (!('Temporal' in globalThis)) await import('temporal-polyfill/global');
  equipThreads();
  // As in Electron: `ready` comes after the main file has been evaluated, ES module or not.
  await import(pathToFileURL(mainFile).href);
  cdp().onClosed(() =>
    fail('electron-standin: Chromium has gone; run with --enable-logging for its words'),
  );
  const product = await runningChromium().product;
  Object.assign(process.versions, { chrome: product.replace(/^.*\//, '') });
  await Promise.all([startAnsweringRequests(), startFollowingTargets(), connecting]);
  app.becomeReady();
}

/** What ends the app, and what ends with it. */
function endWithApp(): void {
  process.on('exit', stopChromium);
  for (const signal of ['SIGINT', 'SIGTERM', 'SIGHUP'] as const)
    process.on(signal, () => {
      app.quit();
    });
  // Electron shows a dialog; here there is none to click, and nobody to.
  process.on('uncaughtException', (error) => {
    if (process.listenerCount('uncaughtException') > 1) return;
    const words = error.stack ?? error.message;
    fail(`A JavaScript error occurred in the main process\nUncaught Exception:\n${words}`);
  });
}
