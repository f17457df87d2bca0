import { balanceBars, itemsBehind } from '../../domain/balance/balance.ts';
import type { BalanceItem } from '../../domain/balance/items.ts';
import { balanceItems } from '../../domain/balance/items.ts';
import type { BalanceStep } from '../../domain/balance/periods.ts';
import { periodOf, periodsUpTo } from '../../domain/balance/periods.ts';
import type { BalanceItemsView, BalanceItemView } from '../../ipc/views.ts';
import { success } from '../../ipc/result.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { today } from './acts.ts';

/** A quarter in weeks, a year in months. */
const shownPeriods = 12;

type BalanceParts = Pick<ServiceParts, 'store' | 'clock'>;

/** How what came up splits between managing and leading: read, never written here. */
export function createBalanceService(parts: BalanceParts): HandlersOf<'balance'> {
  const { clock } = parts;
  return {
    'balance.read': async ({ personId, step }) => {
      const periods = periodsUpTo(today(clock), step, shownPeriods);
      const from = periods[0]?.from ?? today(clock);
      const items = await readItems(parts, { personId, from });
      return success({ bars: balanceBars(items, periods) });
    },
    'balance.items': async ({ personId, step, on, part }) =>
      success(await itemsView(parts, { personId, step, on, part })),
  };
}

/** What has come up since a date. */
async function readItems(
  { store, clock }: BalanceParts,
  { personId, from }: { readonly personId: string | null; readonly from: string },
): Promise<readonly BalanceItem[]> {
  const about = personId === null ? {} : { personId };
  // Where the user is it can be the next day already.
  const raisedFrom = Temporal.PlainDate.from(from).subtract({ days: 1 }).toString();
  const [meetings, decisions] = await Promise.all([
    store.summaries('meeting', { ...about, raisedFrom }),
    store.summaries('decision', about),
  ]);
  return balanceItems({ meetings, decisions, timeZone: clock.timeZone() });
}

interface Asked {
  readonly personId: string | null;
  readonly step: BalanceStep;
  readonly on: string;
  readonly part: BalanceItem['part'] | null;
}

async function itemsView(
  parts: BalanceParts,
  { personId, step, on, part }: Asked,
): Promise<BalanceItemsView> {
  const { store } = parts;
  const period = periodOf(on, step);
  const [people, all] = await Promise.all([
    store.summaries('person'),
    readItems(parts, { personId, from: period.from }),
  ]);
  const items = itemsBehind(all, period, part);
  const names = new Map(people.map(({ id, name }) => [id, name]));
  const texts = await textsOf(store, items);
  return { ...period, items: items.map((item) => itemView(item, names, texts)) };
}

const itemView = (
  { text, ...item }: BalanceItem,
  names: ReadonlyMap<string, string>,
  texts: ReadonlyMap<string, string>,
): BalanceItemView => ({
  ...item,
  text: text ?? texts.get(item.id) ?? '',
  personName: names.get(item.personId ?? '') ?? null,
});

/** The words of points that are not open any more: they stand in their meetings alone. */
async function textsOf(
  reader: StoreReader,
  items: readonly BalanceItem[],
): Promise<ReadonlyMap<string, string>> {
  const wordless = items.filter(({ text }) => text === null);
  const ids = [...new Set(wordless.flatMap(({ meetingId }) => meetingId ?? []))];
  const meetings = await Promise.all(ids.map((id) => reader.read('meeting', id)));
  const points = meetings.flatMap((meeting) => meeting?.agenda ?? []);
  return new Map(points.map(({ id, text }) => [id, text]));
}
