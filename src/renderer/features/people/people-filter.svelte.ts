import type { Relationship } from '../../../domain/documents/relationships.ts';
import type { PersonSummary } from '../../../ipc/views.ts';

/** What the list of people is narrowed to; kept while the user looks at one of them. */
export class PeopleFilter {
  /** Any part of a name, as typed. */
  name = $state('');
  relationship = $state<Relationship | 'all'>('all');
  /** Empty for any. */
  tag = $state('');

  readonly clear = (): void => {
    this.name = '';
    this.relationship = 'all';
    this.tag = '';
  };
}

type Filtered = Pick<PersonSummary, 'name' | 'relationship' | 'tags'>;

/** Those who fit the filter, in the order in which they came. */
export function fittingPeople<P extends Filtered>(
  people: readonly P[],
  { name, relationship, tag }: Pick<PeopleFilter, 'name' | 'relationship' | 'tag'>,
): readonly P[] {
  const words = plain(name).split(' ').filter(Boolean);
  return people.filter(
    (person) =>
      words.every((word) => plain(person.name).includes(word)) &&
      (relationship === 'all' || person.relationship === relationship) &&
      (tag === '' || person.tags.includes(tag)),
  );
}

/** Whether anything is narrowed. */
export const isNarrowed = ({ name, relationship, tag }: PeopleFilter): boolean =>
  name.trim() !== '' || relationship !== 'all' || tag !== '';

/** Without accents and capitals, which nobody wants to type while they search. */
const plain = (text: string): string =>
  text
    .normalize('NFKD')
    .replaceAll(/\p{M}+/gu, '')
    .replaceAll(/\s+/g, ' ')
    .trim()
    .toLowerCase();
