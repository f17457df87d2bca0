import { EventEmitter } from 'node:events';
import { refusingAbsent } from './absent.ts';
import { app } from './app.ts';
import { hasSessionBus } from './linux/bus.ts';
import type { StatusNotifierItem, TrayLook } from './linux/status-notifier-item.ts';
import type { Menu } from './menu.ts';
import { NativeImageStandin } from './native-image.ts';

const emptyBounds = { x: 0, y: 0, width: 0, height: 0 };

/** `Tray`. Without a session bus there is no tray to be in; as in Electron that is no error. */
export class TrayStandin
  extends EventEmitter
  implements Partial<Omit<Electron.Tray, keyof EventEmitter | 'setContextMenu'>>
{
  #look: TrayLook;
  #item: Promise<StatusNotifierItem | undefined>;
  #isDestroyed = false;

  constructor(image: Electron.NativeImage | string) {
    super();
    if (!app.isReady()) throw new Error('Cannot create Tray before app is ready');
    this.#look = { title: app.name, toolTip: '', image: toImage(image), menu: null };
    this.#item = hasSessionBus() ? this.#appear() : Promise.resolve(undefined);
    // Not before the app's own turn is over: a menu set right after construction is there at once.
    return refusingAbsent('Tray', this);
  }

  setImage(image: Electron.NativeImage | string): void {
    this.#show({ image: toImage(image) });
  }
  setToolTip(toolTip: string): void {
    this.#show({ toolTip });
  }
  /** By its documentation for macOS; on Linux it does nothing in Electron too. */
  setTitle(): void {
    this.#assertAlive();
  }
  setContextMenu(menu: Menu | null): void {
    this.#show({ menu });
    this.#tell((item) => {
      item.showMenu(menu);
    });
  }
  destroy(): void {
    if (this.#isDestroyed) return;
    this.#tell((item) => {
      item.disappear();
    });
    this.#isDestroyed = true;
  }
  isDestroyed(): boolean {
    return this.#isDestroyed;
  }

  async #appear(): Promise<StatusNotifierItem | undefined> {
    const { StatusNotifierItem } = await import('./linux/status-notifier-item.ts');
    const item = new StatusNotifierItem(app.name, this.#look, {
      click: (x, y) => this.emit('click', {}, emptyBounds, { x, y }),
      secondaryClick: () => this.emit('middle-click', {}, emptyBounds),
    });
    // A bus that cannot be reached is the same as none.
    return item.appear().then(
      () => item,
      () => undefined,
    );
  }

  #show(change: Partial<TrayLook>): void {
    this.#assertAlive();
    const look = (this.#look = { ...this.#look, ...change });
    this.#tell((item) => {
      item.update(look);
    });
  }

  #tell(act: (item: StatusNotifierItem) => void): void {
    void this.#item.then((item) => {
      if (item) act(item);
    });
  }

  #assertAlive(): void {
    if (this.#isDestroyed) throw new TypeError('Object has been destroyed');
  }
}

function toImage(image: Electron.NativeImage | string): Electron.NativeImage {
  if (typeof image !== 'string') return image;
  const read = NativeImageStandin.createFromPath(image);
  if (read.isEmpty()) throw new Error(`Failed to load image from path '${image}'`);
  return read;
}
