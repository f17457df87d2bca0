import { EventEmitter } from 'node:events';
import { refusingAbsent } from './absent.ts';
import { app } from './app.ts';
import type { Members } from './events.ts';
import { hasSessionBus } from './linux/bus.ts';
import type { StatusNotifierItem, TrayLook } from './linux/status-notifier-item.ts';
import type { Menu } from './menu.ts';

const emptyBounds = { x: 0, y: 0, width: 0, height: 0 };

/** `Tray`. Without a session bus there is no tray to be in; as in Electron that is no error. */
export class TrayStandin
  extends EventEmitter
  implements Omit<Members<Electron.Tray>, 'setContextMenu'>
{
  readonly #look: TrayLook;
  readonly #item: Promise<StatusNotifierItem | undefined>;

  constructor(image: Electron.NativeImage) {
    super();
    if (!app.isReady()) throw new Error('Cannot create Tray before app is ready');
    this.#look = { title: app.name, toolTip: '', image, menu: null };
    // A bus that cannot be reached is the same as none.
    this.#item = this.#appear().catch(() => undefined);
    return refusingAbsent('Tray', this);
  }

  setImage(image: Electron.NativeImage): void {
    this.#look.image = image;
    void this.#item.then((item) => item?.NewIcon());
  }
  setToolTip(toolTip: string): void {
    this.#look.toolTip = toolTip;
    void this.#item.then((item) => item?.NewToolTip());
  }
  setContextMenu(menu: Menu | null): void {
    this.#look.menu = menu;
    void this.#item.then((item) => item?.showMenu());
  }

  async #appear(): Promise<StatusNotifierItem | undefined> {
    if (!hasSessionBus()) return undefined;
    const { StatusNotifierItem } = await import('./linux/status-notifier-item.ts');
    const item = new StatusNotifierItem(this.#look, (x, y) => {
      this.emit('click', {}, emptyBounds, { x, y });
    });
    await item.appear();
    return item;
  }
}
