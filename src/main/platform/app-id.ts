/** By which Windows knows the app, from its shortcut: the installer's `appId`. */
export const appId = 'invalid.evenkeel.desktop';
