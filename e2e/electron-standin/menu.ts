import { refusingAbsent } from './absent.ts';

type Options = Electron.MenuItemConstructorOptions;

let lastCommandId = 0;

/** `MenuItem`: an entry with a label, or a separator. */
export class MenuItem {
  readonly commandId = ++lastCommandId;
  readonly id: string;
  readonly type: 'normal' | 'separator';
  label: string;
  enabled: boolean;
  readonly #onClick: Options['click'];

  constructor({ id, type = 'normal', label = '', enabled = true, click, ...rest }: Options) {
    for (const name of Object.keys(rest))
      throw new Error(`electron-standin: MenuItem option "${name}" is not implemented`);
    if (type !== 'normal' && type !== 'separator')
      throw new Error(`electron-standin: MenuItem type "${type}" is not implemented`);
    this.id = id ?? String(this.commandId);
    this.type = type;
    this.label = label;
    this.enabled = enabled;
    this.#onClick = click;
  }

  /** The user chose it. */
  click(): void {
    const item = this as Partial<Electron.MenuItem> as Electron.MenuItem;
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
    return this.items.find((item) => item.id === id) ?? null;
  }
}
