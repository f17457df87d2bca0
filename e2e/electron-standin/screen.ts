import { asElectron } from './absent.ts';
import { app } from './app.ts';
import type { Members } from './events.ts';
import { display } from './windows/x11.ts';

/** `screen`: X's one screen, as large as all monitors together. It never changes, so there are no events. */
export const screen = {
  getPrimaryDisplay: () => {
    app.needsReady("The 'screen' module can't be used before the app 'ready' event");
    const size = display().screenSize;
    const area = { x: 0, y: 0, ...size };
    return asElectron<Electron.Display>('Display', {
      ...{ id: 1, label: 'X screen', scaleFactor: 1, rotation: 0, internal: false },
      ...{ bounds: area, workArea: area, size, workAreaSize: size },
    });
  },
} satisfies Members<Electron.Screen>;
