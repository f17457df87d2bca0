import { dirname } from 'node:path';
import { app, protocol } from 'electron';
import { m } from '../messages/index.ts';
import { compose } from './compose.ts';
import { parseCommandLine } from './lifecycle/command-line.ts';
import { exitCodes } from './lifecycle/exit-codes.ts';
import { claimInstance } from './lifecycle/single-instance.ts';
import { setApplicationMenu } from './platform/application-menu.ts';
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
  if (!claimInstance(app, { calendarFile: request.calendarFile })) {
    console.log(m.main_already_running());
    app.exit(exitCodes.ok);
    return;
  }
  app.enableSandbox();
  protocol.registerSchemesAsPrivileged([...privilegedSchemes]);
  setApplicationMenu(process.platform);
  compose({ request, places, builtFolder: dirname(import.meta.dirname) }).catch(
    (error: unknown) => {
      console.error(m.main_start_failed({ reason: String(error) }), error);
      app.exit(exitCodes.unexpected);
    },
  );
}
