// Loaded first in every thread of the app: Electron 45 has Temporal in its threads, Node 24 has not.
// Only the thread that asks for it waits for it.
import { createRequire } from 'node:module';

if (!('Temporal' in globalThis)) {
  const load = createRequire(import.meta.url);
  Object.defineProperty(globalThis, 'Temporal', {
    configurable: true,
    get: (): unknown => {
      // Gone before the polyfill looks for it itself.
      Reflect.deleteProperty(globalThis, 'Temporal');
      load('temporal-polyfill/global');
      return Reflect.get(globalThis, 'Temporal');
    },
  });
}
