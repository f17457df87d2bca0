import { EventEmitter } from 'node:events';

const windows = new Map<number, ListedWindow>();
let lastId = 0;

/** Every window that lives, oldest first. */
export function listedWindows(): ListedWindow[] {
  return [...windows.values()];
}

/** A window that `BrowserWindow`'s static methods find. */
export abstract class ListedWindow extends EventEmitter {
  readonly id = ++lastId;
  abstract readonly asElectron: Electron.BrowserWindow;
  abstract readonly webContents: Electron.WebContents;
  abstract isFocused(): boolean;
  abstract close(): void;
  abstract destroy(): void;
  abstract focus(): void;
  /** Another window has the keyboard now. */
  abstract loseFocus(): void;

  static getAllWindows(): Electron.BrowserWindow[] {
    return listedWindows().map((window) => window.asElectron);
  }
  static getFocusedWindow(): Electron.BrowserWindow | null {
    return listedWindows().find((window) => window.isFocused())?.asElectron ?? null;
  }
  static fromId(id: number): Electron.BrowserWindow | null {
    return windows.get(id)?.asElectron ?? null;
  }
  static fromWebContents(webContents: Electron.WebContents): Electron.BrowserWindow | null {
    const found = listedWindows().find((window) => window.webContents.id === webContents.id);
    return found?.asElectron ?? null;
  }

  protected list(): void {
    windows.set(this.id, this);
  }

  protected unlist(): void {
    windows.delete(this.id);
  }
}
