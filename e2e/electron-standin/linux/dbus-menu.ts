import dbus from 'dbus-next';
import type { Menu, MenuItem } from '../menu.ts';

const { Variant } = dbus;
const { Interface } = dbus.interface;
type Properties = Record<string, InstanceType<typeof Variant>>;
type Layout = [id: number, properties: Properties, children: InstanceType<typeof Variant>[]];

interface Node {
  readonly id: number;
  readonly properties: Properties;
  readonly children: readonly Node[];
}

const emptyRoot: Node = { id: 0, properties: {}, children: [] };

/**
 * A menu on D-Bus, as com.canonical.dbusmenu. It shows the menu as it was when it was set: Electron
 * documents for Linux that changes of items take effect when the menu is set again.
 */
export class DbusMenu extends Interface {
  readonly Version = 3;
  readonly TextDirection = 'ltr';
  readonly Status = 'normal';
  readonly IconThemePath: string[] = [];
  #menu: Menu | null = null;
  #root = emptyRoot;
  #revision = 1;

  constructor() {
    super('com.canonical.dbusmenu');
  }

  /** Shows `menu`; tells listeners the new properties where the items stayed, else the new layout. */
  show(menu: Menu | null): void {
    const old = this.#root;
    this.#menu = menu;
    this.#root = menu
      ? {
          id: 0,
          properties: { 'children-display': new Variant('s', 'submenu') },
          children: menu.items.map(toNode),
        }
      : emptyRoot;
    this.#revision++;
    if (structureOf(old) !== structureOf(this.#root)) {
      this.LayoutUpdated(this.#revision, 0);
      return;
    }
    const before = new Map(flatten(old).map((node) => [node.id, JSON.stringify(node.properties)]));
    const changed = flatten(this.#root).filter(
      (node) => before.get(node.id) !== JSON.stringify(node.properties),
    );
    if (changed.length > 0)
      this.ItemsPropertiesUpdated(
        changed.map(({ id, properties }) => [id, properties]),
        [],
      );
  }

  GetLayout(parentId: number, depth: number, names: string[]): [number, Layout] {
    return [this.#revision, toLayout(this.#find(parentId), depth, names)];
  }
  GetGroupProperties(ids: number[], names: string[]): [number, Properties][] {
    return flatten(this.#root)
      .filter(({ id }) => ids.length === 0 || ids.includes(id))
      .map(({ id, properties }) => [id, pick(properties, names)]);
  }
  GetProperty(id: number, name: string): InstanceType<typeof Variant> {
    const value = this.#find(id).properties[name];
    if (!value)
      throw new dbus.DBusError(
        'org.freedesktop.DBus.Error.InvalidArgs',
        `Item ${String(id)} has no property ${name}`,
      );
    return value;
  }
  Event(id: number, eventId: string): void {
    const item = eventId === 'clicked' && this.#menu ? findItem(this.#menu, id) : undefined;
    if (!item) return;
    // The caller does not wait for what the app does about it.
    setImmediate(() => {
      item.click();
      // What a click toggles is shown at once.
      if (item.type === 'checkbox' || item.type === 'radio') this.show(this.#menu);
    });
  }
  EventGroup(events: [id: number, eventId: string][]): number[] {
    for (const [id, eventId] of events) this.Event(id, eventId);
    return events
      .map(([id]) => id)
      .filter((id) => !flatten(this.#root).some((node) => node.id === id));
  }
  AboutToShow(id: number): boolean {
    if (id === 0) this.#menu?.emit('menu-will-show', {});
    return false;
  }
  AboutToShowGroup(ids: number[]): [number[], number[]] {
    for (const id of ids) this.AboutToShow(id);
    return [[], []];
  }
  LayoutUpdated(revision: number, parent: number): [number, number] {
    return [revision, parent];
  }
  ItemsPropertiesUpdated(
    updated: [number, Properties][],
    removed: [number, string[]][],
  ): [unknown, unknown] {
    return [updated, removed];
  }

  #find(id: number): Node {
    const node = flatten(this.#root).find((candidate) => candidate.id === id);
    if (!node)
      throw new dbus.DBusError(
        'org.freedesktop.DBus.Error.InvalidArgs',
        `There is no item ${String(id)}`,
      );
    return node;
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
    GetProperty: { inSignature: 'is', outSignature: 'v' },
    Event: { inSignature: 'isvu' },
    EventGroup: { inSignature: 'a(isvu)', outSignature: 'ai' },
    AboutToShow: { inSignature: 'i', outSignature: 'b' },
    AboutToShowGroup: { inSignature: 'ai', outSignature: 'aiai' },
  },
  signals: {
    LayoutUpdated: { signature: 'ui' },
    ItemsPropertiesUpdated: { signature: 'a(ia{sv})a(ias)' },
  },
});

function toNode(item: MenuItem): Node {
  const properties: Properties = {
    enabled: new Variant('b', item.enabled),
    visible: new Variant('b', item.visible),
  };
  if (item.type === 'separator') properties.type = new Variant('s', 'separator');
  // "&" marks the letter to press in Electron, "_" does on D-Bus.
  else
    properties.label = new Variant(
      's',
      item.label
        .replaceAll('_', '__')
        .replace(/&(.)/g, (_match, letter: string) => (letter === '&' ? '&' : `_${letter}`)),
    );
  if (item.type === 'checkbox' || item.type === 'radio') {
    properties['toggle-type'] = new Variant('s', item.type === 'radio' ? 'radio' : 'checkmark');
    properties['toggle-state'] = new Variant('i', item.checked ? 1 : 0);
  }
  if (item.submenu) properties['children-display'] = new Variant('s', 'submenu');
  if (item.icon && typeof item.icon !== 'string')
    properties['icon-data'] = new Variant('ay', item.icon.toPNG());
  return { id: item.commandId, properties, children: (item.submenu?.items ?? []).map(toNode) };
}

function toLayout({ id, properties, children }: Node, depth: number, names: string[]): Layout {
  const shown =
    depth === 0
      ? []
      : children.map((child) => new Variant('(ia{sv}av)', toLayout(child, depth - 1, names)));
  return [id, pick(properties, names), shown];
}

function pick(properties: Properties, names: string[]): Properties {
  if (names.length === 0) return properties;
  return Object.fromEntries(Object.entries(properties).filter(([name]) => names.includes(name)));
}

function flatten(node: Node): Node[] {
  return [node, ...node.children.flatMap(flatten)];
}

function structureOf({ id, children }: Node): string {
  return `${String(id)}(${children.map(structureOf).join()})`;
}

function findItem(menu: Menu, id: number): MenuItem | undefined {
  for (const item of menu.items) {
    const found = item.commandId === id ? item : item.submenu && findItem(item.submenu, id);
    if (found) return found;
  }
  return undefined;
}
