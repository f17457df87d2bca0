import { join } from 'node:path';

export interface TrayIconChoice {
  readonly platform: NodeJS.Platform;
  /** Whether the desktop's own surfaces are dark. */
  readonly isDark: boolean;
}

/** The file under resources/icons that suits the tray of this desktop. */
export function trayIconPath(iconFolder: string, { platform, isDark }: TrayIconChoice): string {
  // macOS colours a template itself; a file named …@2x beside it serves sharper screens.
  if (platform === 'darwin') return join(iconFolder, 'trayTemplate.png');
  const size = platform === 'win32' ? 32 : 48;
  return join(iconFolder, `tray-${isDark ? 'dark' : 'light'}-${size}.png`);
}
