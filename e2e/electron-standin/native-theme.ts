import { EventEmitter } from 'node:events';
import type { CdpSession } from './cdp.ts';
import type { Members } from './events.ts';
import { allPages } from './registry.ts';

/** `nativeTheme`. The desktop's own theme is not read: "system" is light. */
class NativeThemeStandin extends EventEmitter implements Members<Electron.NativeTheme> {
  #themeSource: Electron.NativeTheme['themeSource'] = 'system';

  get shouldUseDarkColors(): boolean {
    return this.#themeSource === 'dark';
  }
  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#themeSource;
  }
  set themeSource(themeSource: Electron.NativeTheme['themeSource']) {
    const wasDark = this.shouldUseDarkColors;
    this.#themeSource = themeSource;
    if (wasDark === this.shouldUseDarkColors) return;
    for (const page of allPages) page.whenAttached(tellTheme);
    this.emit('updated', {});
  }
}

/** The one `nativeTheme`. */
export const nativeTheme = new NativeThemeStandin();

/** Tells a page the colours of the desktop, as far as the app has chosen them. */
export function tellTheme(session: CdpSession): void {
  const value = nativeTheme.shouldUseDarkColors ? 'dark' : 'light';
  const features = [{ name: 'prefers-color-scheme', value }];
  session.tell('Emulation.setEmulatedMedia', { features });
}
