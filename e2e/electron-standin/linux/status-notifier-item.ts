import dbus from 'dbus-next';
import type { Menu } from '../menu.ts';
import { callMethod, connectToBus, onSignal } from './bus.ts';
import { DbusMenu } from './dbus-menu.ts';

type Pixmap = [width: number, height: number, argb: Buffer];

/** What a tray icon shows; it is read anew when the icon is told that it has changed. */
export interface TrayLook {
  readonly title: string;
  toolTip: string;
  image: Electron.NativeImage;
  menu: Menu | null;
}

const menuPath = '/MenuBar';
const watcher = 'org.kde.StatusNotifierWatcher';
let lastId = 0;

/** One tray icon on D-Bus, with its menu. */
export class StatusNotifierItem extends dbus.interface.Interface {
  readonly Category = 'ApplicationStatus';
  readonly Status = 'Active';
  readonly WindowId = 0;
  readonly IconName = '';
  readonly ItemIsMenu = false;
  readonly Menu = menuPath;
  readonly Title: string;
  readonly Id: string;
  readonly #onClick: (x: number, y: number) => void;
  readonly #menu = new DbusMenu();
  readonly #look: TrayLook;

  constructor(look: TrayLook, onClick: (x: number, y: number) => void) {
    super('org.kde.StatusNotifierItem');
    this.Id = this.Title = look.title;
    this.#look = look;
    this.#onClick = onClick;
    this.showMenu();
  }

  get IconPixmap(): Pixmap[] {
    const { image } = this.#look;
    const { width, height } = image.getSize();
    // Network byte order: alpha first, where Electron's bitmap has blue first.
    return image.isEmpty() ? [] : [[width, height, image.toBitmap().swap32()]];
  }
  get ToolTip(): [string, Pixmap[], string, string] {
    return ['', [], this.#look.toolTip, ''];
  }
  Activate(x: number, y: number): void {
    this.#onClick(x, y);
  }
  ContextMenu(): void {
    // The desktop shows the exported menu itself; those that call this have done so.
  }
  NewIcon(): void {
    // The library sends the signal; it carries nothing, here and below.
  }
  NewToolTip(): void {
    // See above.
  }

  showMenu(): void {
    this.#menu.show(this.#look.menu);
  }

  /** Puts the icon on the bus, and into the tray now and whenever a tray (re)appears. */
  async appear(): Promise<void> {
    const bus = await connectToBus('session');
    const name = `org.kde.StatusNotifierItem-${String(process.pid)}-${String(++lastId)}`;
    bus.export('/StatusNotifierItem', this);
    bus.export(menuPath, this.#menu);
    await bus.requestName(name, 0);
    const tray = { destination: watcher, path: '/StatusNotifierWatcher', interface: watcher };
    const register = (): void => {
      callMethod(bus, { ...tray, member: 'RegisterStatusNotifierItem' }, 's', [name]).catch(
        () => undefined,
      );
    };
    await onSignal(bus, 'org.freedesktop.DBus', 'NameOwnerChanged', ([changed, , owner]) => {
      if (changed === watcher && owner !== '') register();
    });
    register();
  }
}
const signatures = {
  ...{ Category: 's', Id: 's', Title: 's', Status: 's', WindowId: 'i', IconName: 's' },
  ...{ IconPixmap: 'a(iiay)', ToolTip: '(sa(iiay)ss)', ItemIsMenu: 'b', Menu: 'o' },
};
StatusNotifierItem.configureMembers({
  properties: Object.fromEntries(
    Object.entries(signatures).map(([name, signature]) => [name, { signature, access: 'read' }]),
  ),
  methods: { Activate: { inSignature: 'ii' }, ContextMenu: { inSignature: 'ii' } },
  signals: { NewIcon: { signature: '' }, NewToolTip: { signature: '' } },
});
