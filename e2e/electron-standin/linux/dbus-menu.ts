import dbus from 'dbus-next';
import type { Menu, MenuItem } from '../menu.ts';

const { Variant } = dbus;
const { Interface } = dbus.interface;
type Properties = Record<string, InstanceType<typeof Variant>>;
type Layout = [id: number, properties: Properties, children: InstanceType<typeof Variant>[]];

/**
 * A menu on D-Bus, as com.canonical.dbusmenu. It shows the menu as it was when it was set: Electron
 * documents for Linux that changes of items take effect when the menu is set again.
 */
export class DbusMenu extends Interface {
  readonly Version = 3;
  readonly TextDirection = 'ltr';
  readonly Status = 'normal';
  readonly IconThemePath: string[] = [];
  #items: readonly MenuItem[] = [];
  #layouts: readonly Layout[] = [];
  #revision = 1;

  constructor() {
    super('com.canonical.dbusmenu');
  }

  show(menu: Menu | null): void {
    this.#items = [...(menu?.items ?? [])];
    this.#layouts = this.#items.map((item) => [item.commandId, propertiesOf(item), []]);
    this.LayoutUpdated(++this.#revision, 0);
  }

  GetLayout(parentId: number): [number, Layout] {
    const item = this.#layouts.find(([id]) => id === parentId);
    const children = this.#layouts.map((layout) => new Variant('(ia{sv}av)', layout));
    const root: Layout = [0, { 'children-display': new Variant('s', 'submenu') }, children];
    return [this.#revision, item ?? root];
  }
  GetGroupProperties(ids: number[]): [number, Properties][] {
    return this.#layouts
      .filter(([id]) => ids.length === 0 || ids.includes(id))
      .map(([id, properties]) => [id, properties]);
  }
  Event(id: number, eventId: string): void {
    const item = this.#items.find(({ commandId }) => commandId === id);
    // The caller does not wait for what the app does about it.
    if (eventId === 'clicked' && item) setImmediate(item.click.bind(item));
  }
  EventGroup(events: [id: number, eventId: string][]): number[] {
    for (const [id, eventId] of events) this.Event(id, eventId);
    return [];
  }
  AboutToShow(): boolean {
    return false;
  }
  AboutToShowGroup(): [number[], number[]] {
    return [[], []];
  }
  /** A signal: the library sends what it returns. */
  LayoutUpdated(revision: number, parent: number): [number, number] {
    return [revision, parent];
  }
}
DbusMenu.configureMembers({
  properties: {
    Version: { signature: 'u', access: 'read' },
    TextDirection: { signature: 's', access: 'read' },
    Status: { signature: 's', access: 'read' },
    IconThemePath: { signature: 'as', access: 'read' },
  },
  methods: {
    GetLayout: { inSignature: 'iias', outSignature: 'u(ia{sv}av)' },
    GetGroupProperties: { inSignature: 'aias', outSignature: 'a(ia{sv})' },
    Event: { inSignature: 'isvu' },
    EventGroup: { inSignature: 'a(isvu)', outSignature: 'ai' },
    AboutToShow: { inSignature: 'i', outSignature: 'b' },
    AboutToShowGroup: { inSignature: 'ai', outSignature: 'aiai' },
  },
  signals: { LayoutUpdated: { signature: 'ui' } },
});

function propertiesOf({ type, label, enabled }: MenuItem): Properties {
  if (type === 'separator') return { type: new Variant('s', 'separator') };
  // "&" marks the letter to press in Electron, "_" does on D-Bus.
  const marked = label
    .replaceAll('_', '__')
    .replace(/&(.)/g, (_match, letter: string) => (letter === '&' ? '&' : `_${letter}`));
  return { label: new Variant('s', marked), enabled: new Variant('b', enabled) };
}
