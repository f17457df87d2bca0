import { EventEmitter } from 'node:events';
import { app } from './app.ts';
import type { Members } from './events.ts';

type Type = 'normal' | 'separator' | 'submenu' | 'checkbox' | 'radio';
type Options = Electron.MenuItemConstructorOptions;

const acceptedOptions = new Set([
  'click',
  'role',
  'type',
  'label',
  'sublabel',
  'toolTip',
  'accelerator',
  'icon',
  'enabled',
  'visible',
  'checked',
  'submenu',
  'id',
  'registerAccelerator',
  'acceleratorWorksWhenHidden',
  'accessibilityLabel',
]);
const roles: Readonly<Record<string, { label: string; run: () => void }>> = {
  quit: {
    label: 'Quit',
    run: () => {
      app.quit();
    },
  },
};
let lastCommandId = 0;
let applicationMenu: Menu | null = null;

/** `MenuItem`. What the docs call dynamic (enabled, visible, checked, label here) tells its menu. */
export class MenuItem implements Omit<Members<Electron.MenuItem>, 'menu' | 'submenu'> {
  readonly commandId = ++lastCommandId;
  readonly id: string;
  readonly sublabel: string;
  readonly toolTip: string;
  readonly type: Type;
  readonly role: Exclude<Electron.MenuItem['role'], undefined>;
  readonly accelerator: string | null;
  readonly icon?: Electron.NativeImage | string;
  readonly registerAccelerator: boolean;
  readonly submenu: Menu | undefined;
  /** The menu that it is in. */
  menu: Menu | undefined;
  readonly #onClick: Options['click'];
  #label: string;
  #isEnabled: boolean;
  #isVisible: boolean;
  #isChecked: boolean;

  constructor(options: Options) {
    for (const name of Object.keys(options))
      if (!acceptedOptions.has(name))
        throw new Error(`electron-standin: MenuItem option "${name}" is not implemented`);
    const role = options.role === undefined ? undefined : roles[options.role];
    if (options.role !== undefined && !role)
      throw new Error(`electron-standin: MenuItem role "${options.role}" is not implemented`);
    if (options.type === 'header' || options.type === 'palette')
      throw new Error(`electron-standin: MenuItem type "${options.type}" is not implemented`);
    this.submenu = Array.isArray(options.submenu)
      ? Menu.buildFromTemplate(options.submenu)
      : (options.submenu as Menu | undefined);
    this.type = options.type ?? (this.submenu ? 'submenu' : 'normal');
    this.id = options.id ?? String(this.commandId);
    this.role = options.role as Exclude<Electron.MenuItem['role'], undefined>;
    this.sublabel = options.sublabel ?? '';
    this.toolTip = options.toolTip ?? '';
    this.accelerator = options.accelerator ?? null;
    if (options.icon !== undefined) this.icon = options.icon;
    this.registerAccelerator = options.registerAccelerator ?? true;
    this.#label = options.label ?? role?.label ?? '';
    this.#isEnabled = options.enabled ?? true;
    this.#isVisible = options.visible ?? true;
    this.#isChecked = options.checked ?? false;
    this.#onClick = options.click ?? role?.run;
  }

  get label(): string {
    return this.#label;
  }
  set label(label: string) {
    this.#label = label;
    this.menu?.itemChanged(this);
  }
  get enabled(): boolean {
    return this.#isEnabled;
  }
  set enabled(isEnabled: boolean) {
    this.#isEnabled = isEnabled;
    this.menu?.itemChanged(this);
  }
  get visible(): boolean {
    return this.#isVisible;
  }
  set visible(isVisible: boolean) {
    this.#isVisible = isVisible;
    this.menu?.itemChanged(this);
  }
  get checked(): boolean {
    return this.#isChecked;
  }
  set checked(isChecked: boolean) {
    // Of neighbouring radio items one is checked, and checking another is the only way to uncheck it.
    if (this.type === 'radio' && isChecked) this.menu?.uncheckRadiosBeside(this);
    this.setCheckedAlone(isChecked);
  }
  setCheckedAlone(isChecked: boolean): void {
    if (this.#isChecked === isChecked) return;
    this.#isChecked = isChecked;
    this.menu?.itemChanged(this);
  }

  /** The user chose it: checks what can be checked, then runs its `click`, as Electron does. */
  click(event?: Partial<Electron.KeyboardEvent>): void {
    if (!this.#isEnabled) return;
    if (this.type === 'checkbox') this.checked = !this.checked;
    if (this.type === 'radio') this.checked = true;
    this.#onClick?.(
      this as Omit<Members<Electron.MenuItem>, 'menu' | 'submenu'> as Electron.MenuItem,
      undefined,
      {
        ...event,
      },
    );
  }
}

/** `Menu`. Emits `changed` (an item, or nothing when items came or went) for what shows it. */
export class Menu extends EventEmitter implements Pick<Electron.Menu, 'popup'> {
  readonly items: MenuItem[] = [];

  static buildFromTemplate(template: readonly (Options | MenuItem)[]): Menu {
    const menu = new Menu();
    for (const entry of template)
      menu.append(entry instanceof MenuItem ? entry : new MenuItem(entry));
    return menu;
  }
  /** Chromium's windows without tabs have no menu bar: a menu is kept, and not shown. */
  static setApplicationMenu(menu: Menu | null): void {
    applicationMenu = menu;
  }
  static getApplicationMenu(): Menu | null {
    return applicationMenu;
  }

  popup(): never {
    throw new Error('electron-standin: Menu.popup is not implemented');
  }

  append(item: MenuItem): void {
    this.insert(this.items.length, item);
  }

  insert(position: number, item: MenuItem): void {
    this.items.splice(position, 0, item);
    item.menu = this;
    item.submenu?.on('changed', (changed?: MenuItem) => this.emit('changed', changed));
    this.#checkFirstRadio(item);
    this.emit('changed');
  }

  getMenuItemById(id: string): MenuItem | null {
    for (const item of this.items) {
      const found = item.id === id ? item : item.submenu?.getMenuItemById(id);
      if (found) return found;
    }
    return null;
  }

  itemChanged(item: MenuItem): void {
    this.emit('changed', item);
  }

  uncheckRadiosBeside(item: MenuItem): void {
    for (const other of this.#radioGroupOf(item)) if (other !== item) other.setCheckedAlone(false);
  }

  /** A group of radio items of which none is checked has its first checked. */
  #checkFirstRadio(item: MenuItem): void {
    if (item.type !== 'radio') return;
    const group = this.#radioGroupOf(item);
    if (!group.some((radio) => radio.checked)) group[0]?.setCheckedAlone(true);
    else if (item.checked) this.uncheckRadiosBeside(item);
  }

  #radioGroupOf(item: MenuItem): MenuItem[] {
    const at = this.items.indexOf(item);
    const before = this.items.slice(0, at).findLastIndex(({ type }) => type !== 'radio');
    const after = this.items.slice(at).findIndex(({ type }) => type !== 'radio');
    return this.items.slice(before + 1, after < 0 ? undefined : at + after);
  }
}
