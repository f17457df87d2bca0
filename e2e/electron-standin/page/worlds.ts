import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { refusingAbsent } from '../absent.ts';
import type { CdpSession } from '../cdp.ts';
import { createCodec } from './codec.ts';
import { createPeer } from './peer.ts';
import { runPreload } from './preload-world.ts';
import type { PreloadSettings, ToPreload } from './preload-world.ts';

/** The preload's world, by the name that Electron gives it. */
export const preloadWorldName = 'Electron Isolated Context';
/** The function through which the preload's world, and no other, speaks to the main process. */
const bindingName = '__electronStandinSend';
/** The function in the preload's world through which the main process speaks to it. */
const receiverName = '__electronStandinReceive';

/** Node's `events` for the preload's world: the package that Electron too puts there. */
const eventsSource = readFileSync(new URL(import.meta.resolve('events/events.js')), 'utf8');

/** The codec of what goes between the main process and preloads. */
export const codec = createCodec();

/** Delivers `message` to the preload in execution context `contextId`  */
export function tellPreload(session: CdpSession, contextId: number, message: ToPreload): void {
  const expression = `${receiverName}(${JSON.stringify(codec.encode(message))})`;
  session.tell('Runtime.evaluate', { expression, contextId });
}

/**
 * Makes every document of a page begin with the stand-in's own scripts: the page's half of the
 * bridge, and in a world of its own the preload, which alone has the binding to the main process.
 */
export function installWorlds(
  session: CdpSession,
  preloadSource: string,
  additionalArguments: readonly string[],
): void {
  const secret = randomUUID();
  const { platform, arch, env, versions } = process;
  const argv = [process.execPath, ...additionalArguments];
  const kind = { type: 'renderer', sandboxed: true, contextIsolated: true, isMainFrame: true };
  const ownProcess = { ...kind, platform, arch, argv, env, versions };
  const settings = { secret, bindingName, receiverName, process: ownProcess };
  const add = (script: { source: string; worldName?: string }): void => {
    session.tell('Page.addScriptToEvaluateOnNewDocument', script);
  };
  add({ source: mainWorldScript(secret) });
  const executionContextName = preloadWorldName;
  session.tell('Runtime.addBinding', { name: bindingName, executionContextName });
  add({ source: preloadWorldScript(settings, preloadSource), worldName: preloadWorldName });
}

/** The page's half: waits for what the preload exposes, and defines it before any script of the page. */
function mainWorldScript(secret: string): string {
  // Wrapped in a function, lest a declaration become a property of `window`.
  return `(() => {
    (${denyWindowOpen.toString()})();
    if (window.parent !== window) return;
    ${createCodec.toString()}
    ${createPeer.toString()}
    createPeer('${secret}-to-preload', '${secret}-to-page', createCodec, (key, api) => {
      Object.defineProperty(window, key, { value: api, enumerable: true });
    });
  })()`;
}

/** The preload's half: the preload script as a CommonJS module. In a frame inside the page nothing runs. */
function preloadWorldScript(settings: PreloadSettings, preloadSource: string): string {
  return `if (window.parent === window) (() => {
    ${createCodec.toString()}
    ${createPeer.toString()}
    const module = {};
    ${eventsSource}
    ${refusingAbsent.toString()}
    (${runPreload.toString()})(${JSON.stringify(settings)}, createCodec, createPeer,
      module.exports, refusingAbsent, function (require, module, exports, process) {
${preloadSource}
      });
  })()`;
}

/** Windows are denied before they open, and `window.open` then gives null, as in Electron. */
function denyWindowOpen(): void {
  const open = window.open.bind(window);
  window.open = (...args) => {
    open(...args)?.close();
    return null;
  };
}
