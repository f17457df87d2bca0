import { refusingAbsent } from './absent.ts';

type Options = Electron.MenuItemConstructorOptions;

let lastCommandId = 0;

/** `MenuItem`: an entry with a label, a submenu, or a separator. */
export class MenuItem {
  readonly commandId = ++lastCommandId;
  readonly id: string;
  readonly type: 'normal' | 'separator' | 'submenu';
  readonly submenu: Menu | undefined;
  label: string;
  enabled: boolean;
  readonly #onClick: Options['click'];

  constructor(options: Options) {
    const { id, submenu, label = '', enabled = true, click, ...others } = options;
    const { type = submenu === undefined ? 'normal' : 'submenu', ...rest } = others;
    for (const name of Object.keys(rest))
      throw new Error(`electron-standin: MenuItem option "${name}" is not implemented`);
    if (type !== 'normal' && type !== 'separator' && type !== 'submenu')
      throw new Error(`electron-standin: MenuItem type "${type}" is not implemented`);
    this.id = id ?? String(this.commandId);
    if (type === 'submenu' && submenu === undefined) throw new Error('Invalid submenu');
    this.type = type;
    this.submenu = Array.isArray(submenu) ? Menu.buildFromTemplate(submenu) : menuOf(submenu);
    this.label = label;
    this.enabled = enabled;
    this.#onClick = click;
  }

  /** The user chose it. */
  click(): void {
    const item = this as Partial<Omit<Electron.MenuItem, 'submenu'>> as Electron.MenuItem;
    if (this.enabled) this.#onClick?.(item, undefined, {});
  }
}

/** `Menu`, for a tray icon. */
export class Menu {
  readonly items: readonly MenuItem[];

  constructor(items: readonly MenuItem[] = []) {
    this.items = items;
  }

  static buildFromTemplate(template: readonly Options[]): Menu {
    const items = template.map((options) => refusingAbsent('MenuItem', new MenuItem(options)));
    return refusingAbsent('Menu', new Menu(items));
  }
  /** Chromium's windows without tabs have no menu bar, so that none is all there can be. */
  static setApplicationMenu(menu: Menu | null): void {
    if (menu) throw new Error('electron-standin: an application menu is not implemented');
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }
}

/** What Electron's types call a menu is one of these, if there is one. */
function menuOf(submenu: object | undefined): Menu | undefined {
  return submenu instanceof Menu ? submenu : undefined;
}
