import type { DocumentOf } from '../../domain/documents/document.ts';
import { keptMarkdown } from '../../domain/kept/kept-markdown.ts';
import type { KeptOnPerson } from '../../domain/kept/kept-on-person.ts';
import { keptSections } from '../../domain/kept/kept-on-person.ts';
import type { KindAboutPerson } from '../../domain/people/about-person.ts';
import { keptFileName } from '../../domain/share/file-name.ts';
import type { Result } from '../../ipc/result.ts';
import type { SavedFile } from '../../ipc/views.ts';
import type { Formatter } from '../../messages/format.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { today } from './acts.ts';
import { keptWords } from './kept-words.ts';
import { personMissing } from './missing.ts';
import type { Resources } from './resources.ts';
import type { SavingParts } from './save-file.ts';
import { saveFile } from './save-file.ts';

type PeopleKeptParts = ServiceParts &
  SavingParts & { readonly format: Formatter; readonly resources: Pick<Resources, 'model'> };

/** Gives the user a file with all that is kept on somebody, who may ask for it. */
export function createPeopleKept(
  parts: PeopleKeptParts,
): Pick<HandlersOf<'people'>, 'people.saveAll'> {
  return {
    'people.saveAll': ({ personId, withPrivate }) => saveAll(parts, personId, withPrivate),
  };
}

async function saveAll(
  parts: PeopleKeptParts,
  personId: string,
  withPrivate: boolean,
): Promise<Result<SavedFile | null>> {
  const { store, clock, format, resources } = parts;
  const person = await store.read('person', personId);
  if (person === null) return personMissing();
  const kept = await readKept(store, person);
  const { name } = person;
  const model = await resources.model();
  const moment = { timeZone: clock.timeZone(), today: today(clock) };
  const words = keptWords({
    ...{ name, withPrivate, format, ...moment },
    model: model.ok ? model.value : null,
  });
  const fileWords = withPrivate ? m.people_kept_file_name() : m.people_kept_file_name_shared();
  return saveFile(
    parts,
    {
      name: keptFileName(name, fileWords, moment.today),
      title: m.people_kept_system_dialog({ name }),
      dialogFailed: m.people_kept_system_dialog_failed(),
    },
    keptMarkdown(keptSections(kept, withPrivate), words),
  );
}

async function readKept(reader: StoreReader, person: DocumentOf<'person'>): Promise<KeptOnPerson> {
  const { id } = person;
  return {
    person: [person],
    series: await documentsAbout(reader, 'series', id),
    meeting: await documentsAbout(reader, 'meeting', id),
    feedback: await documentsAbout(reader, 'feedback', id),
    decision: await documentsAbout(reader, 'decision', id),
    calendar: (await reader.list('calendar')).flatMap((calendar) => {
      const choices = calendar.choices.filter(({ personId }) => personId === id);
      return choices.length === 0 ? [] : [{ ...calendar, choices }];
    }),
  };
}

async function documentsAbout<K extends KindAboutPerson>(
  reader: StoreReader,
  kind: K,
  personId: string,
): Promise<readonly DocumentOf<K>[]> {
  const found = await reader.summaries(kind, { personId });
  const documents = await Promise.all(found.map(({ id }) => reader.read(kind, id)));
  return documents.filter((document) => document !== null);
}
