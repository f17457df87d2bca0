import { randomUUID } from 'node:crypto';
import { readFileSync } from 'node:fs';
import { cdp } from '../runtime.ts';
import {
  bindingName,
  mainWorldScript,
  preloadWorldName,
  preloadWorldScript,
  receiverName,
} from './worlds.ts';

/** What of `webPreferences` matters to a page. */
export interface PagePreferences {
  readonly preload: string | undefined;
  readonly additionalArguments: readonly string[];
}

/**
 * Makes every document of a page begin with the stand-in's own scripts: the page's half of the
 * bridge, and in a world of its own the preload, which alone has the binding to the main process.
 */
export function installWorlds(
  sessionId: string,
  { preload, additionalArguments }: PagePreferences,
  onError: (error: Error) => void,
): void {
  const secret = randomUUID();
  addScript(sessionId, { source: mainWorldScript(secret) });
  if (preload === undefined) return;
  const executionContextName = preloadWorldName;
  cdp().tell('Runtime.addBinding', { name: bindingName, executionContextName }, sessionId);
  let source = '';
  try {
    source = readFileSync(preload, 'utf8');
  } catch (error) {
    onError(error as Error);
  }
  const { platform, arch, env, versions } = process;
  const argv = [process.execPath, ...additionalArguments];
  const settings = { secret, argv, platform, arch, env, versions, bindingName, receiverName };
  addScript(sessionId, {
    source: preloadWorldScript(settings, source),
    worldName: preloadWorldName,
  });
}

function addScript(sessionId: string, script: { source: string; worldName?: string }): void {
  cdp().tell('Page.addScriptToEvaluateOnNewDocument', script, sessionId);
}
