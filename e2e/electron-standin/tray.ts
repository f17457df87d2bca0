import { EventEmitter } from 'node:events';
import { refusingAbsent } from './absent.ts';
import { app } from './app.ts';
import type { Members } from './events.ts';
import { callMethod, connectToBus, exportObject, hasSessionBus, onSignal } from './linux/bus.ts';
import { exportMenu } from './linux/dbus-menu.ts';
import type { Menu } from './menu.ts';

type Pixmap = [width: number, height: number, argb: Buffer];

/** The icon on D-Bus: what tells the tray that something of it has changed. */
interface Icon {
  readonly changed: (signal: 'NewIcon' | 'NewToolTip') => void;
  readonly showMenu: (menu: Menu | null) => void;
}

const item = 'org.kde.StatusNotifierItem';
const watcher = 'org.kde.StatusNotifierWatcher';
const menuPath = '/MenuBar';
let lastId = 0;

/** `Tray`, over org.kde.StatusNotifierItem; what it shows is read anew when it is told of a change. */
export class TrayStandin
  extends EventEmitter
  implements Omit<Members<Electron.Tray>, 'setContextMenu'>
{
  #image: Electron.NativeImage;
  #toolTip = '';
  readonly #icon: Promise<Icon | undefined>;

  constructor(image: Electron.NativeImage) {
    super();
    app.needsReady('Cannot create Tray before app is ready');
    this.#image = image;
    // Without a session bus there is no tray to be in; as in Electron that is no error.
    this.#icon = this.#appear().catch(() => undefined);
    return refusingAbsent('Tray', this);
  }

  setImage(image: Electron.NativeImage): void {
    this.#image = image;
    void this.#icon.then((icon) => icon?.changed('NewIcon'));
  }
  setToolTip(toolTip: string): void {
    this.#toolTip = toolTip;
    void this.#icon.then((icon) => icon?.changed('NewToolTip'));
  }
  setContextMenu(menu: Menu | null): void {
    void this.#icon.then((icon) => icon?.showMenu(menu));
  }

  /** Puts the icon on the bus, and into the tray now and whenever a tray (re)appears. */
  async #appear(): Promise<Icon | undefined> {
    if (!hasSessionBus()) return undefined;
    const bus = await connectToBus('session');
    const properties = {
      Category: ['s', () => 'ApplicationStatus'],
      Id: ['s', () => app.name],
      Title: ['s', () => app.name],
      Status: ['s', () => 'Active'],
      WindowId: ['i', () => 0],
      IconName: ['s', () => ''],
      IconPixmap: ['a(iiay)', () => pixmapsOf(this.#image)],
      ToolTip: ['(sa(iiay)ss)', () => ['', [], this.#toolTip, '']],
      ItemIsMenu: ['b', () => false],
      Menu: ['o', () => menuPath],
    } as const;
    const changed = await exportObject(bus, '/StatusNotifierItem', item, properties, {
      Activate: ['ii', '', this.#clicked.bind(this)],
      // The desktop shows the exported menu itself; those that call this have done so.
      ContextMenu: ['ii', '', () => undefined],
    });
    const showMenu = await exportMenu(bus, menuPath);
    const name = `${item}-${String(process.pid)}-${String(++lastId)}`;
    await bus.requestName(name, 0);
    const register = (): void => {
      const body = [name];
      callMethod(
        bus,
        watcher,
        '/StatusNotifierWatcher',
        'RegisterStatusNotifierItem',
        's',
        body,
      ).catch(() => undefined);
    };
    await onSignal(bus, 'org.freedesktop.DBus', 'NameOwnerChanged', ([owned, , owner]) => {
      if (owned === watcher && owner !== '') register();
    });
    register();
    return { changed, showMenu };
  }

  #clicked(x: number, y: number): void {
    this.emit('click', {}, { x: 0, y: 0, width: 0, height: 0 }, { x, y });
  }
}

/** In network byte order: alpha first, where Electron's bitmap has blue first. */
function pixmapsOf(image: Electron.NativeImage): Pixmap[] {
  const { width, height } = image.getSize();
  return image.isEmpty() ? [] : [[width, height, image.toBitmap().swap32()]];
}
