import { Menu, Tray, nativeImage } from 'electron';
import type { MenuItemConstructorOptions } from 'electron';
import type { TrayAction, TrayContent, TrayEntry } from './tray-content.ts';

export interface TrayParts {
  readonly iconPath: string;
  readonly act: (action: TrayAction) => void;
}

/**
 * The icon in the tray. Made once and never again: a second icon falls back to an older protocol on
 * Linux, and destroying one left ghosts behind (electron#49517).
 */
export class AppTray {
  readonly #tray: Tray;
  readonly #act: (action: TrayAction) => void;
  #iconPath: string;

  constructor({ iconPath, act }: TrayParts) {
    this.#act = act;
    this.#iconPath = iconPath;
    this.#tray = new Tray(nativeImage.createFromPath(iconPath));
    // Where the host activates by a click (Windows, some Linux panels); macOS opens the menu.
    this.#tray.on('click', () => {
      if (process.platform !== 'darwin') act({ kind: 'show', route: null });
    });
  }

  /** Shows this content. The menu is set anew, which flickers where it is open. */
  show(content: TrayContent): void {
    this.#tray.setToolTip(content.tooltip);
    this.#tray.setContextMenu(Menu.buildFromTemplate(this.#items(content.entries)));
  }

  setIcon(iconPath: string): void {
    if (iconPath === this.#iconPath) return;
    this.#iconPath = iconPath;
    this.#tray.setImage(nativeImage.createFromPath(iconPath));
  }

  #items(entries: readonly TrayEntry[]): MenuItemConstructorOptions[] {
    return entries.map((entry) => this.#item(entry));
  }

  #item(entry: TrayEntry): MenuItemConstructorOptions {
    switch (entry.kind) {
      case 'separator':
        return { type: 'separator' };
      case 'heading':
        return { label: escapeMnemonic(entry.label), enabled: false };
      case 'submenu':
        return { label: escapeMnemonic(entry.label), submenu: this.#items(entry.entries) };
      case 'action':
        return {
          label: escapeMnemonic(entry.label),
          click: () => {
            this.#act(entry.action);
          },
        };
    }
  }
}

/** In a menu a single ampersand marks the next letter as its key, and is not shown. */
const escapeMnemonic = (label: string): string => label.replaceAll('&', '&&');
