/** What people are shown as the app's name; its folder on this computer has the package's, in small letters. */
export const appName = 'Evenkeel';

/** By which Windows knows the app, from its shortcut: the installer's `appId`. */
export const appId = 'invalid.evenkeel.desktop';
