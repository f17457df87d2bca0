import { Faults } from '../../../e2e/fixtures/app/faults.ts';
import { launchApp } from '../../../e2e/fixtures/app/launch.ts';
import type { RunningApp } from '../../../e2e/fixtures/app/running-app.ts';
import { startDesktop } from '../../../e2e/fixtures/desktop/desktop.ts';
import { startScreen } from '../../../e2e/fixtures/desktop/screen.ts';

/** Starts the app on a data folder. */
type Launch = (dataDir: string) => Promise<RunningApp>;

/**
 * Has the app on a desktop of its own; whatever was started is quit in the end.
 * @param now the instant at which the app takes itself to be, UTC
 */
export async function onDesktop<T>(now: string, use: (launch: Launch) => Promise<T>): Promise<T> {
  const isLinux = process.platform === 'linux';
  const screen = isLinux ? await startScreen() : undefined;
  const parts = { sessionBus: true, trayHost: true, notificationServer: true, loginManager: false };
  const desktop = isLinux ? await startDesktop(parts) : undefined;
  const env = { ...desktop?.env, ...(screen && { DISPLAY: screen.display }) };
  const apps: RunningApp[] = [];
  const onLaunch = (app: RunningApp): void => {
    apps.push(app);
  };
  try {
    return await use((dataDir) =>
      launchApp({ env, onLaunch, faults: new Faults() }, { dataDir, now }),
    );
  } finally {
    for (const app of apps) await app.quit();
    await desktop?.stop();
    await screen?.stop();
  }
}
