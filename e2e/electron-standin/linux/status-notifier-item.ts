import dbus from 'dbus-next';
import type { MessageBus } from 'dbus-next';
import type { Menu } from '../menu.ts';
import { callMethod, connectToBus, onSignal } from './bus.ts';
import { DbusMenu } from './dbus-menu.ts';

const { Interface } = dbus.interface;
type Pixmap = [width: number, height: number, argb: Buffer];

/** What a tray icon shows. */
export interface TrayLook {
  readonly title: string;
  readonly toolTip: string;
  readonly image: Electron.NativeImage;
  readonly menu: Menu | null;
}
/** What its user does. */
export interface TrayActions {
  readonly click: (x: number, y: number) => void;
  readonly secondaryClick: (x: number, y: number) => void;
}

const itemPath = '/StatusNotifierItem';
const menuPath = '/MenuBar';
const watcher = 'org.kde.StatusNotifierWatcher';
let lastId = 0;

/** One tray icon on D-Bus, with its menu. */
export class StatusNotifierItem extends Interface {
  readonly Category = 'ApplicationStatus';
  readonly Status = 'Active';
  readonly WindowId = 0;
  readonly IconName = '';
  readonly OverlayIconName = '';
  readonly AttentionIconName = '';
  readonly ItemIsMenu = false;
  readonly Menu = menuPath;
  readonly Id: string;
  readonly #actions: TrayActions;
  readonly #menu = new DbusMenu();
  #look: TrayLook;
  #bus: MessageBus | undefined;
  #isGone = false;

  constructor(id: string, look: TrayLook, actions: TrayActions) {
    super('org.kde.StatusNotifierItem');
    this.Id = id;
    this.#look = look;
    this.#actions = actions;
    this.#menu.show(look.menu);
  }

  get Title(): string {
    return this.#look.title;
  }
  get IconPixmap(): Pixmap[] {
    const { image } = this.#look;
    if (image.isEmpty()) return [];
    const { width, height } = image.getSize();
    // Network byte order: alpha first, where Electron's bitmap has blue first.
    return [[width, height, image.toBitmap().swap32()]];
  }
  get ToolTip(): [string, Pixmap[], string, string] {
    return ['', [], this.#look.toolTip, ''];
  }
  Activate(x: number, y: number): void {
    this.#actions.click(x, y);
  }
  SecondaryActivate(x: number, y: number): void {
    this.#actions.secondaryClick(x, y);
  }
  ContextMenu(): void {
    // The desktop shows the exported menu itself; those that call this have done so.
  }
  Scroll(): void {
    // Electron has no event for it.
  }
  NewIcon(): void {
    // The library sends the signal; it carries nothing, here and below.
  }
  NewToolTip(): void {
    // See above.
  }
  NewTitle(): void {
    // See above.
  }

  /** Puts the icon on the bus, and into the tray now and whenever a tray (re)appears. */
  async appear(): Promise<void> {
    const bus = await connectToBus('session');
    this.#bus = bus;
    if (this.#isGone) {
      this.disappear();
      return;
    }
    const name = `org.kde.StatusNotifierItem-${String(process.pid)}-${String(++lastId)}`;
    bus.export(itemPath, this);
    bus.export(menuPath, this.#menu);
    await bus.requestName(name, 0);
    const register = (): void => {
      callMethod(
        bus,
        {
          destination: watcher,
          path: '/StatusNotifierWatcher',
          interface: watcher,
          member: 'RegisterStatusNotifierItem',
        },
        's',
        [name],
      ).catch(() => undefined);
    };
    await onSignal(bus, 'org.freedesktop.DBus', 'NameOwnerChanged', ([changed, , owner]) => {
      if (changed === watcher && owner !== '') register();
    });
    register();
  }

  /** Shows something else. */
  update(look: TrayLook): void {
    const old = this.#look;
    this.#look = look;
    if (look.image !== old.image) this.NewIcon();
    if (look.toolTip !== old.toolTip) this.NewToolTip();
    if (look.title !== old.title) this.NewTitle();
  }

  /** Shows `menu` as it is now. */
  showMenu(menu: Menu | null): void {
    this.#menu.show(menu);
  }

  disappear(): void {
    this.#isGone = true;
    this.#bus?.disconnect();
  }
}
StatusNotifierItem.configureMembers({
  properties: Object.fromEntries(
    Object.entries({
      Category: 's',
      Id: 's',
      Title: 's',
      Status: 's',
      WindowId: 'i',
      IconName: 's',
      IconPixmap: 'a(iiay)',
      OverlayIconName: 's',
      AttentionIconName: 's',
      ToolTip: '(sa(iiay)ss)',
      ItemIsMenu: 'b',
      Menu: 'o',
    }).map(([name, signature]) => [name, { signature, access: 'read' as const }]),
  ),
  methods: {
    Activate: { inSignature: 'ii' },
    SecondaryActivate: { inSignature: 'ii' },
    ContextMenu: { inSignature: 'ii' },
    Scroll: { inSignature: 'is' },
  },
  signals: {
    NewIcon: { signature: '' },
    NewToolTip: { signature: '' },
    NewTitle: { signature: '' },
  },
});
