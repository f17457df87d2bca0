import { Menu } from 'electron';

/**
 * None: the window has everything. On macOS the menu bar is always there, and without these entries
 * copying, pasting and quitting have no keys.
 */
export function applicationMenu(platform: NodeJS.Platform): Menu | null {
  if (platform !== 'darwin') return null;
  return Menu.buildFromTemplate([
    { role: 'appMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ]);
}
