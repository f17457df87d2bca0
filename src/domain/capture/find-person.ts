import type { Person } from '../documents/person.ts';
import { isNameTyped } from '../people/typed-name.ts';
import { hasAllWords, plain } from '../text-filter.ts';

type Nameable = Pick<Person, 'id' | 'name' | 'archivedOn'>;

/** Whom a typed name may mean. */
export type FoundPerson =
  | { readonly kind: 'one'; readonly person: Nameable }
  | { readonly kind: 'several'; readonly people: readonly Nameable[] }
  | { readonly kind: 'nobody' };

/**
 * Whom of these people a name means that was typed somewhere else, such as on a command line: the
 * one who is called so; else the one who has these words in the name; else the one whose name has
 * their beginnings. Whoever is archived is not met, and so not meant.
 */
export function findPerson(people: readonly Nameable[], typed: string): FoundPerson {
  const met = people.filter(({ archivedOn }) => archivedOn === null);
  const ways = [
    ({ name }: Nameable) => isNameTyped(typed, name),
    ({ name }: Nameable) => hasWholeWords(name, typed),
    ({ name }: Nameable) => hasAllWords(name, typed),
  ];
  if (plain(typed) === '') return { kind: 'nobody' };
  for (const isMeant of ways) {
    const found = met.filter(isMeant);
    const [person] = found;
    if (person === undefined) continue;
    return found.length === 1 ? { kind: 'one', person } : { kind: 'several', people: found };
  }
  return { kind: 'nobody' };
}

function hasWholeWords(name: string, typed: string): boolean {
  const words = new Set(plain(name).split(/\s+/));
  return plain(typed)
    .split(/\s+/)
    .every((word) => words.has(word));
}
