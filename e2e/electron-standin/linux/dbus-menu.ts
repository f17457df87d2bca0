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
  let layouts: Layout[] = [];
  let revision = 1;

  const propertiesOf = ({ type, label, enabled }: MenuItem): Properties => {
    if (type === 'separator') return { type: new Variant('s', 'separator') };
    // "&" marks the letter to press in Electron, "_" does on D-Bus.
    const marked = label
      .replaceAll('_', '__')
      .replace(/&(.)/g, (_match, letter: string) => (letter === '&' ? '&' : `_${letter}`));
    return { label: new Variant('s', marked), enabled: new Variant('b', enabled) };
  };
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
    layouts.filter(([id]) => ids.length === 0 || ids.includes(id)).map(([id, of]) => [id, of]);
  const layoutOf = (parentId: number): [revision: number, Layout] => {
    const children = layouts.map((layout) => new Variant('(ia{sv}av)', layout));
    const root: Layout = [0, { 'children-display': new Variant('s', 'submenu') }, children];
    return [revision, layouts.find(([id]) => id === parentId) ?? root];
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
    items = menu?.items ?? [];
    layouts = items.map((item) => [item.commandId, propertiesOf(item), []]);
    send('LayoutUpdated', 'ui', [++revision, 0]);
  };
}
