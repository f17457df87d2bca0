import { byName } from '../../domain/compare-texts.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { StoreReader } from '../store/store.ts';

type People = Pick<StoreReader, 'summaries'>;

/** Those whom 1:1s may be with. */
export const unarchived = async (reader: People): Promise<readonly Person[]> =>
  (await reader.summaries('person')).filter(({ archivedOn }) => archivedOn === null);

/** The same by name, as lists show them. */
export const unarchivedByName = async (reader: People): Promise<readonly Person[]> =>
  (await unarchived(reader)).toSorted(byName);
