/** What of Electron's nativeTheme tells of the desktop. */
interface Themed {
  readonly themeSource: 'system' | 'light' | 'dark';
  readonly shouldUseDarkColors: boolean;
  readonly shouldUseDarkColorsForSystemIntegratedUI: boolean;
  on(event: 'updated', listener: () => void): unknown;
}

/** How the desktop's own surfaces look, whatever the user chose for the window. */
export interface DesktopTheme {
  readonly isDark: () => boolean;
  readonly onChange: (listener: () => void) => void;
}

/**
 * Electron answers `shouldUseDarkColors` by the window's theme once one was chosen, while a tray icon
 * lies on the desktop's. Windows tells the two apart; elsewhere the desktop can be asked only while
 * the window follows it, so that its last answer stands until then. (The icon of macOS is coloured
 * by the system.)
 * @param theme before a theme of the user's own is set
 */
export function watchDesktopTheme(theme: Themed, platform: NodeJS.Platform): DesktopTheme {
  let wasDark = theme.shouldUseDarkColors;
  const isDark = (): boolean => {
    if (platform === 'win32') return theme.shouldUseDarkColorsForSystemIntegratedUI;
    if (theme.themeSource === 'system') wasDark = theme.shouldUseDarkColors;
    return wasDark;
  };
  return {
    isDark,
    onChange: (listener) => {
      theme.on('updated', listener);
    },
  };
}
