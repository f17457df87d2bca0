import type { MessageBus, Variant } from 'dbus-next';
import type { Menu, MenuItem } from '../menu.ts';
import { exportObject } from './bus.ts';

type Properties = Record<string, Variant>;
type Layout = [id: number, properties: Properties, children: Variant[]];

/**
 * Puts a menu on D-Bus, as com.canonical.dbusmenu; gives what sets its items. It shows them as they
 * were then: Electron documents for Linux that changes take effect when the menu is set again.
 */
export async function exportMenu(
  bus: MessageBus,
  path: string,
): Promise<(menu: Menu | null) => void> {
  const { Variant } = await import('dbus-next');
  let items: readonly MenuItem[] = [];
  let layouts: readonly Layout[] = [];
  let revision = 1;

  const propertiesOf = ({ type, label, enabled }: MenuItem): Properties => {
    if (type === 'separator') return { type: new Variant('s', 'separator') };
    // "&" marks the letter to press in Electron, "_" does on D-Bus.
    const marked = label
      .replaceAll('_', '__')
      .replace(/&(.)/g, (_match, letter: string) => (letter === '&' ? '&' : `_${letter}`));
    return {
      label: new Variant('s', marked),
      enabled: new Variant('b', enabled),
      ...(type === 'submenu' && { 'children-display': new Variant('s', 'submenu') }),
    };
  };
  const layout = (item: MenuItem): Layout => [
    item.commandId,
    propertiesOf(item),
    childrenOf((item.submenu?.items ?? []).map(layout)),
  ];
  const childrenOf = (children: readonly Layout[]): Variant[] =>
    children.map((child) => new Variant('(ia{sv}av)', child));
  const happened = (id: number, event: string): void => {
    const item = items.find(({ commandId }) => commandId === id);
    // The caller does not wait for what the app does about it.
    if (event === 'clicked' && item) setImmediate(item.click.bind(item));
  };
  const allHappened = (events: Parameters<typeof happened>[]): number[] => {
    for (const event of events) happened(...event);
    return [];
  };
  const groupOf = (ids: number[]): [id: number, Properties][] =>
    items
      .filter(({ commandId }) => ids.length === 0 || ids.includes(commandId))
      .map((item) => [item.commandId, propertiesOf(item)]);
  // The whole of a submenu whatever depth is asked for: menus are small.
  const layoutOf = (parentId: number): [revision: number, Layout] => {
    const parent = items.find(({ commandId }) => commandId === parentId);
    const isMenu = { 'children-display': new Variant('s', 'submenu') };
    return [revision, parent ? layout(parent) : [0, isMenu, childrenOf(layouts)]];
  };

  const properties = {
    Version: ['u', () => 3],
    TextDirection: ['s', () => 'ltr'],
    Status: ['s', () => 'normal'],
    IconThemePath: ['as', () => []],
  } as const;
  const send = await exportObject(bus, path, 'com.canonical.dbusmenu', properties, {
    GetLayout: ['iias', 'u(ia{sv}av)', layoutOf],
    GetGroupProperties: ['aias', 'a(ia{sv})', groupOf],
    Event: ['isvu', '', happened],
    EventGroup: ['a(isvu)', 'ai', allHappened],
    AboutToShow: ['i', 'b', () => false],
    AboutToShowGroup: ['ai', 'aiai', () => [[], []]],
  });
  return (menu) => {
    items = allOf(menu);
    layouts = (menu?.items ?? []).map(layout);
    send('LayoutUpdated', 'ui', [++revision, 0]);
  };
}

/** The items of a menu and of all menus below it. */
function allOf(menu: Menu | null | undefined): readonly MenuItem[] {
  return (menu?.items ?? []).flatMap((item) => [item, ...allOf(item.submenu)]);
}
