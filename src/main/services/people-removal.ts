import { openActions } from '../../domain/agenda/actions.ts';
import { withoutPerson } from '../../domain/calendar/choices.ts';
import type { Person } from '../../domain/documents/person.ts';
import { kindsAboutPerson } from '../../domain/people/about-person.ts';
import { isNameTyped } from '../../domain/people/typed-name.ts';
import type { Undoable } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { PersonExtent } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Change, Decided, Store, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, remove, today, undoable, write } from './acts.ts';
import { personMissing } from './missing.ts';

type RemovalCalls = Pick<
  HandlersOf<'people'>,
  'people.archive' | 'people.restore' | 'people.extent' | 'people.deleteAll'
>;

/** Taking people out of the lists, bringing them back, and deleting all that there is on them. */
export function createPeopleRemovalService({ store, clock }: ServiceParts): RemovalCalls {
  return {
    'people.archive': ({ personId }) =>
      setArchived(store, personId, { archivedOn: today(clock), label: m.main_act_archive_person }),
    'people.restore': ({ personId }) =>
      setArchived(store, personId, { archivedOn: null, label: m.main_act_unarchive_person }),
    'people.extent': ({ personId }) => readExtent(store, personId),
    'people.deleteAll': async ({ personId, typedName }) =>
      undoable(await store.act((reader) => deleteAll(reader, personId, typedName))),
  };
}

interface Archiving {
  /** Null for bringing back. */
  readonly archivedOn: string | null;
  readonly label: (inputs: { name: string }) => string;
}

async function setArchived(
  store: Store,
  personId: string,
  { archivedOn, label }: Archiving,
): Promise<Result<Undoable<Person>>> {
  const acted = await store.act(async (reader): Promise<Decided<Result<Person>>> => {
    const person = await reader.read('person', personId);
    if (person === null) return leave(personMissing());
    const { name } = person;
    if ((person.archivedOn === null) === (archivedOn === null)) {
      const isArchived = person.archivedOn !== null;
      const sentence = isArchived ? m.main_person_archived_already : m.main_person_not_archived;
      return leave(failure('invalid', sentence({ name })));
    }
    const changed = { ...person, archivedOn };
    return write(label({ name }), [put(changed)], changed);
  });
  return undoable(acted);
}

async function readExtent(reader: StoreReader, personId: string): Promise<Result<PersonExtent>> {
  const [person, series, meetings, feedback, decisions, calendars] = await Promise.all([
    reader.read('person', personId),
    reader.summaries('series', { personId }),
    reader.summaries('meeting', { personId }),
    reader.summaries('feedback', { personId }),
    reader.summaries('decision', { personId }),
    reader.summaries('calendar'),
  ]);
  if (person === null) return personMissing();
  return success({
    name: person.name,
    series: series.length,
    meetings: meetings.length,
    feedback: feedback.length,
    decisions: decisions.length,
    calendars: calendars.length,
    openActions: meetings.flatMap(({ actions }) => openActions(actions)).length,
  });
}

async function deleteAll(
  reader: StoreReader,
  personId: string,
  typedName: string,
): Promise<Decided<Result<null>>> {
  const person = await reader.read('person', personId);
  if (person === null) return leave(personMissing());
  const { name } = person;
  if (!isNameTyped(typedName, name))
    return leave(failure('invalid', m.main_person_name_differs({ name })));
  const about = await Promise.all(
    kindsAboutPerson.map(async (kind): Promise<readonly Change[]> => {
      const documents = await reader.summaries(kind, { personId });
      return documents.map(({ id }) => remove(kind, id));
    }),
  );
  // What was chosen from calendars holds their name and address, too.
  const calendars = (await reader.list('calendar')).flatMap((calendar) => {
    const changed = withoutPerson(calendar, personId);
    return changed === null ? [] : [put(changed)];
  });
  const changes = [remove('person', personId), ...about.flat(), ...calendars];
  return write(m.main_act_delete_person({ name }), changes, null);
}
