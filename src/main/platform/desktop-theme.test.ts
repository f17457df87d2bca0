import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { watchDesktopTheme } from './desktop-theme.ts';

/** Electron's rules: what the app chose wins, except for what the system itself draws on Windows. */
class Theme extends EventEmitter {
  themeSource: 'system' | 'light' | 'dark' = 'system';
  isDesktopDark = false;
  isTaskbarDark = false;
  get shouldUseDarkColors(): boolean {
    return this.themeSource === 'system' ? this.isDesktopDark : this.themeSource === 'dark';
  }
  get shouldUseDarkColorsForSystemIntegratedUI(): boolean {
    return this.isTaskbarDark;
  }
}

test('a dark window on a light desktop leaves the icon as the desktop needs it', () => {
  const theme = new Theme();
  const desktop = watchDesktopTheme(theme, 'linux');
  theme.themeSource = 'dark';
  expect(desktop.isDark()).toBe(false);
  theme.isDesktopDark = true;
  expect(desktop.isDark()).toBe(false);
  theme.themeSource = 'system';
  expect(desktop.isDark()).toBe(true);
  theme.themeSource = 'light';
  expect(desktop.isDark()).toBe(true);
});

test('Windows says how its taskbar looks, whatever its windows do', () => {
  const theme = new Theme();
  const desktop = watchDesktopTheme(theme, 'win32');
  theme.isDesktopDark = true;
  expect(desktop.isDark()).toBe(false);
  theme.isTaskbarDark = true;
  theme.themeSource = 'light';
  expect(desktop.isDark()).toBe(true);
});

test('a change is told of', () => {
  const theme = new Theme();
  const seen: boolean[] = [];
  const desktop = watchDesktopTheme(theme, 'linux');
  desktop.onChange(() => seen.push(desktop.isDark()));
  theme.isDesktopDark = true;
  theme.emit('updated');
  expect(seen).toEqual([true]);
});
