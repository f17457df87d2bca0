import { app } from './app.ts';
import { sessionTooEarly } from './session.ts';
import { isMappedScheme, mapScheme } from './url-map.ts';

type Handler = Parameters<Electron.Protocol['handle']>[1];

const handlers = new Map<string, Handler>();

/** The handler of `scheme`, if the app has set one. */
export function protocolHandler(scheme: string): Handler | undefined {
  return handlers.get(scheme);
}

/** `protocol`. */
export const protocol = {
  registerSchemesAsPrivileged(customSchemes) {
    if (app.isReady())
      throw new Error('protocol.registerSchemesAsPrivileged should be called before app is ready');
    for (const { scheme, privileges } of customSchemes) {
      if (!/^[a-z][a-z0-9-]*$/.test(scheme) || !privileges?.standard || !privileges.secure)
        throw new Error(
          `electron-standin: scheme "${scheme}" is not implemented; only standard and secure ones of letters, digits and hyphens are`,
        );
      mapScheme(scheme);
    }
  },
  handle(scheme, handler) {
    app.needsReady(sessionTooEarly);
    if (!isMappedScheme(scheme))
      throw new Error(
        `electron-standin: protocol.handle('${scheme}') is not implemented; only for a scheme registered as standard and secure`,
      );
    if (handlers.has(scheme)) throw new Error(`Failed to register protocol: ${scheme}`);
    handlers.set(scheme, handler);
  },
  unhandle(scheme) {
    app.needsReady(sessionTooEarly);
    if (!handlers.delete(scheme)) throw new Error(`Failed to unhandle protocol: ${scheme}`);
  },
} satisfies Partial<Electron.Protocol>;
