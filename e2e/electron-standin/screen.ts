import type { Members } from './events.ts';
import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import { displayNow } from './windows/desktop-window.ts';

/** `screen`: X's one screen, as large as all monitors together. */
class ScreenStandin extends EventEmitter implements Members<Electron.Screen> {
  getPrimaryDisplay(): Electron.Display {
    if (!app.isReady())
      throw new Error("The 'screen' module can't be used before the app 'ready' event");
    const size = displayNow()?.screenSize;
    if (!size) throw new Error('electron-standin: screen is implemented for X displays only');
    const area = { x: 0, y: 0, ...size };
    const scaleFactor = Number(app.commandLine.getSwitchValue('force-device-scale-factor')) || 1;
    return {
      id: 1,
      label: 'X screen',
      ...{ bounds: area, workArea: area, size, workAreaSize: size, nativeOrigin: { x: 0, y: 0 } },
      ...{ scaleFactor, rotation: 0, displayFrequency: 60, colorDepth: 24, depthPerComponent: 8 },
      ...{ colorSpace: '', monochrome: false, internal: false, detected: true },
      ...{ touchSupport: 'unknown', accelerometerSupport: 'unknown' },
      maximumCursorSize: { width: 64, height: 64 },
    };
  }
  getAllDisplays(): Electron.Display[] {
    return [this.getPrimaryDisplay()];
  }
  getDisplayMatching(): Electron.Display {
    return this.getPrimaryDisplay();
  }
  getDisplayNearestPoint(): Electron.Display {
    return this.getPrimaryDisplay();
  }
}

/** The one `screen`. */
export const screen = new ScreenStandin();
