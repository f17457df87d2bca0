import { dirname } from 'node:path';
import { app, protocol } from 'electron';
import { m } from '../messages/index.ts';
import type { ComposeParts } from './compose.ts';
import { compose } from './compose.ts';
import { parseCommandLine } from './lifecycle/command-line.ts';
import { exitCodes } from './lifecycle/exit-codes.ts';
import { claimInstance, collectHandovers } from './lifecycle/single-instance.ts';
import { setApplicationMenu } from './platform/application-menu.ts';
import { appId, appName } from './platform/app-id.ts';
import { openDataPlaces } from './platform/data-places.ts';
import { privilegedSchemes } from './security/app-protocol.ts';

boot();

/** The whole way from the command line to the window. */
function boot(): void {
  const parsed = parseCommandLine({
    argv: process.argv,
    environment: process.env,
    isPackaged: app.isPackaged,
    currentFolder: process.cwd(),
  });
  if (!parsed.ok) {
    console.error(parsed.sentence);
    app.exit(exitCodes.badCommandLine);
    return;
  }
  const request = parsed.value;
  const places = openDataPlaces(app.getPath('userData'), request.dataFolder);
  // The lock belongs to this path, so it comes first: one instance for each data folder.
  app.setPath('userData', places.profile);
  nameApp();
  if (!claimInstance(app, request)) {
    console.log(request.capture === null ? m.main_already_running() : m.capture_handed_over());
    app.exit(exitCodes.ok);
    return;
  }
  const handovers = collectHandovers(app);
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([...privilegedSchemes]);
  setApplicationMenu(process.platform);
  const builtFolder = dirname(import.meta.dirname);
  start({ request, places, builtFolder, handovers }).catch((error: unknown) => {
    console.error(m.main_start_failed({ reason: String(error) }), error);
    app.exit(exitCodes.unexpected);
  });
}

/** After the folders were found, which go by the package's name, and before anything is on the screen. */
function nameApp(): void {
  app.setName(appName);
  // Windows groups windows by this, and shows notifications of no program that it has no name for.
  if (process.platform === 'win32') app.setAppUserModelId(appId);
}

/** A thought from the command line needs no window, unless something has to be asked. */
async function start(parts: ComposeParts): Promise<void> {
  if (parts.request.capture !== null) {
    // It brings the recurrence engine with it, for which no other start is to wait.
    const { captureWithoutWindow } = await import('./compose-capture.ts');
    if (await captureWithoutWindow(parts)) {
      app.exit(exitCodes.ok);
      return;
    }
  }
  await compose(parts);
}
