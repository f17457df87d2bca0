import type { Person } from '../documents/person.ts';

/** Letters and digits in small letters without accents, so that spelling does not part names. */
export const plainWords = (text: string): string =>
  text
    .normalize('NFKD')
    .replace(/\p{M}+/gu, '')
    .toLowerCase()
    .replace(/[^\p{L}\p{N}]+/gu, ' ')
    .trim();

/** "1:1", "1-1", "1 on 1", "one-to-one", "121", and the like. */
const oneToOne =
  /(?<![\p{L}\p{N}:.])(?:1\s*(?::|-|–|\/|x|on|to|&)\s*1|one[\s-]*(?:on|to|2)[\s-]*one|121|1o1|o3)(?::1)?(?![\p{L}\p{N}]|:\d)/iu;
/** What stands between and around the names in the title of a 1:1. */
const joiners =
  /[/|<>↔⇄,:;&+()[\]–—-]+|\b(?:and|with|weekly|biweekly|fortnightly|monthly|sync)\b/giu;
const longestName = 4;

/** What a title says by itself: whether it calls itself a 1:1, and whose name is left of it. */
export function readTitle(title: string): { readonly isOneToOne: boolean; readonly name: string } {
  const isOneToOne = oneToOne.test(title);
  if (!isOneToOne) return { isOneToOne, name: '' };
  const parts = title
    .replace(oneToOne, '|')
    .replace(joiners, '|')
    .split('|')
    .map((part) => part.trim().replace(/\s+/g, ' '))
    .filter((part) => part !== '');
  // Two names say nothing of which is whose.
  const [only = ''] = parts.length === 1 ? parts : [];
  return { isOneToOne, name: only.split(' ').length <= longestName ? only : '' };
}

/** The names of people in plain words by their first words, to be looked for in many titles. */
export type NameList = ReadonlyMap<
  string,
  readonly { readonly id: string; readonly whole: string }[]
>;

export const nameList = (people: readonly Pick<Person, 'id' | 'name'>[]): NameList =>
  Map.groupBy(
    people
      .map(({ id, name }) => ({ id, whole: plainWords(name) }))
      .filter(({ whole }) => whole !== ''),
    ({ whole }) => whole.split(' ', 1)[0] ?? '',
  );

/**
 * The one person whose name a title bears: all of it, or the first of it where that is enough; null
 * for none, and for several.
 */
export function namesSomebody(title: string, people: NameList): string | null {
  const words = plainWords(title);
  const first = [...new Set(words.split(' '))].flatMap((word) => people.get(word) ?? []);
  if (first.length === 0) return null;
  const whole = first.filter((person) => ` ${words} `.includes(` ${person.whole} `));
  const [only, another] = whole.length > 0 ? whole : first;
  return another === undefined ? (only?.id ?? null) : null;
}
