import { agreeLevel, agreedOn, ledgerOf, withoutEntry } from '../../domain/delegation/ledger.ts';
import type { AreaLedger } from '../../domain/delegation/ledger.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { AreaView, DelegationView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import { levelName } from '../../messages/levels.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, today, undoable, write } from './acts.ts';
import { personMissing } from './missing.ts';
import { unarchivedByName } from './unarchived.ts';

/** Who decides what: kept with each person, read over all of them. */
export function createDelegationService(parts: ServiceParts): HandlersOf<'delegation'> {
  const { store, clock } = parts;
  return {
    'delegation.read': async () => success(await delegationView(store, today(clock))),
    'delegation.agree': async (given) =>
      undoable(await store.act((reader) => agree(parts, reader, given))),
    'delegation.removeEntry': async (given) =>
      undoable(await store.act((reader) => removeEntry(reader, given))),
  };
}

async function delegationView(reader: StoreReader, date: string): Promise<DelegationView> {
  const [people, decisions] = await Promise.all([
    unarchivedByName(reader),
    reader.summaries('decision'),
  ]);
  const titles = new Map(decisions.map(({ id, title }) => [id, title]));
  return {
    today: date,
    people: people.map((person) => {
      const areas = ledgerOf(person).map((ledger) => areaView(ledger, titles));
      return { id: person.id, name: person.name, areas };
    }),
  };
}

const areaView = (
  { area, now, since, history }: AreaLedger,
  titles: ReadonlyMap<string, string>,
): AreaView => ({
  ...{ area, since, level: now?.level ?? null },
  history: history.map(({ id, level, on, decisionId }) => {
    const title = decisionId === null ? undefined : titles.get(decisionId);
    const decision = decisionId === null || title === undefined ? null : { id: decisionId, title };
    return { id, level, on, decision };
  }),
});

async function agree(
  { clock, newId }: ServiceParts,
  reader: StoreReader,
  { personId, area, level }: CheckedInput<'delegation.agree'>,
): Promise<Decided<Result<null>>> {
  const person = await reader.read('person', personId);
  if (person === null) return leave(personMissing());
  if (agreedOn(person, area)?.now?.level === level) {
    return leave(failure('invalid', m.delegation_holds_already({ area })));
  }
  const changed = agreeLevel(person, { id: newId(), area, level, on: today(clock) });
  const words = { area, name: person.name, level: levelName(level) };
  return write(m.delegation_act_agree(words), [put(changed)], null);
}

async function removeEntry(
  reader: StoreReader,
  { personId, entryId }: CheckedInput<'delegation.removeEntry'>,
): Promise<Decided<Result<null>>> {
  const person = await reader.read('person', personId);
  if (person === null) return leave(personMissing());
  const entry = entryOf(person, entryId);
  if (entry === null) return leave(failure('not-found', m.delegation_entry_missing()));
  const { area } = entry;
  const label = m.delegation_act_remove_entry({ area, name: person.name });
  return write(label, [put(withoutEntry(person, entryId))], null);
}

const entryOf = ({ delegations }: Person, entryId: string): Person['delegations'][number] | null =>
  delegations.find(({ id }) => id === entryId) ?? null;
