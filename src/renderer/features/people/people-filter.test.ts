import { expect, test } from 'vitest';
import { fittingPeople, isNarrowed, PeopleFilter } from './people-filter.svelte.ts';

const people = [
  { name: 'Zoë Almeida', relationship: 'report', tags: ['payments', 'lisbon'] },
  { name: 'Sam Okafor', relationship: 'report', tags: ['payments'] },
  { name: 'Samira Haddad', relationship: 'peer', tags: [] },
] as const;

const fitting = (change: Partial<Pick<PeopleFilter, 'name' | 'relationship' | 'tag'>>) =>
  fittingPeople(people, Object.assign(new PeopleFilter(), change)).map(({ name }) => name);

test.each([
  ['', 3],
  ['sam', 2],
  ['SAM o', 1],
  ['zoe', 1],
  ['zoë', 1],
  [' almeida  zoe ', 1],
  ['nobody', 0],
])('%j finds %i', (name, count) => {
  expect(fitting({ name })).toHaveLength(count);
});

test('name, relationship and tag narrow together, and keep the order', () => {
  expect(fitting({ tag: 'payments' })).toEqual(['Zoë Almeida', 'Sam Okafor']);
  expect(fitting({ relationship: 'report', name: 'sam', tag: 'payments' })).toEqual(['Sam Okafor']);
  expect(fitting({ relationship: 'mentor' })).toEqual([]);
});

test('a filter that was cleared narrows nothing', () => {
  const filter = Object.assign(new PeopleFilter(), { name: 'x', tag: 'y' });
  expect(isNarrowed(filter)).toBe(true);
  filter.clear();
  expect(isNarrowed(filter)).toBe(false);
  expect(fittingPeople(people, filter)).toEqual(people);
});
