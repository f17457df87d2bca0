import { Menu } from 'electron';

/**
 * There is none: the window has everything. On macOS the menu bar is always there, and without these entries
 * copying, pasting, closing and quitting have no keys.
 */
export function setApplicationMenu(platform: NodeJS.Platform): void {
  if (platform !== 'darwin') {
    Menu.setApplicationMenu(null);
    return;
  }
  const menu = Menu.buildFromTemplate([
    { role: 'appMenu' },
    { role: 'fileMenu' },
    { role: 'editMenu' },
    { role: 'windowMenu' },
  ]);
  Menu.setApplicationMenu(menu);
}
