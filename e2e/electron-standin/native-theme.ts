import type { Members } from './events.ts';
import { EventEmitter } from 'node:events';
import { cdp } from './runtime.ts';
import { currentColorScheme, setColorScheme } from './theme-state.ts';
import { allWebContents } from './web-contents-registry.ts';

/** `nativeTheme`. The desktop's own theme is not read: "system" is light. */
class NativeThemeStandin extends EventEmitter implements Members<Electron.NativeTheme> {
  readonly shouldUseHighContrastColors = false;
  readonly shouldUseInvertedColorScheme = false;
  readonly inForcedColorsMode = false;
  readonly prefersReducedTransparency = false;
  #themeSource: Electron.NativeTheme['themeSource'] = 'system';

  get shouldUseDarkColors(): boolean {
    return this.#themeSource === 'dark';
  }
  get themeSource(): Electron.NativeTheme['themeSource'] {
    return this.#themeSource;
  }
  set themeSource(themeSource: Electron.NativeTheme['themeSource']) {
    if (!['system', 'light', 'dark'].includes(themeSource))
      throw new TypeError(`Error processing argument: "${themeSource}" is no theme source`);
    const wasDark = this.shouldUseDarkColors;
    this.#themeSource = themeSource;
    if (wasDark === this.shouldUseDarkColors) return;
    setColorScheme(this.shouldUseDarkColors);
    for (const { sessionId } of allWebContents())
      if (sessionId !== undefined)
        cdp().tell('Emulation.setEmulatedMedia', { features: currentColorScheme() }, sessionId);
    this.emit('updated', {});
  }
}

/** The one `nativeTheme`. */
export const nativeTheme = new NativeThemeStandin();
