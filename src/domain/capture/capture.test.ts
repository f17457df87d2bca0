import { expect, test } from 'vitest';
import type { Captures } from './drafts.ts';
import {
  addCapture,
  closeCapture,
  finishCapture,
  keepCapture,
  noCaptures,
  openCapture,
  shownCapture,
} from './drafts.ts';
import { findPerson } from './find-person.ts';

const named = (name: string) => ({ id: `person-${name}`, name, archivedOn: null });
const people = [
  named('Sam Okafor'),
  named('Samira Haddad'),
  named('Zoë Sam'),
  named('Kim Lee'),
  { ...named('Kim Past'), archivedOn: '2026-11-01' },
];

const meant = (typed: string): readonly string[] => {
  const found = findPerson(people, typed);
  if (found.kind === 'one') return [found.person.name];
  return found.kind === 'several' ? found.people.map(({ name }) => name) : [];
};

test.each([
  ['sam okafor', ['Sam Okafor']],
  ['  SAM   Okafor ', ['Sam Okafor']],
  ['samira', ['Samira Haddad']],
  ['zoe', ['Zoë Sam']],
  ['oka', ['Sam Okafor']],
  ['kim', ['Kim Lee']],
  ['sam', ['Sam Okafor', 'Zoë Sam']],
  ['sam ha', ['Samira Haddad']],
  ['robin', []],
  ['  ', []],
])('"%s" means %j', (typed, names) => {
  expect(meant(typed)).toEqual(names);
});

let count = 0;
const newId = (): string => `draft-${(count += 1)}`;
const typed = (captures: Captures, text: string): Captures =>
  keepCapture(captures, shownCapture(captures)?.id ?? '', { text, personId: null });

test('a dialog that is closed keeps what was typed, and comes back with it', () => {
  const closed = closeCapture(typed(openCapture(noCaptures, newId), 'Holiday cover'));
  expect(shownCapture(closed)).toBeNull();
  expect(shownCapture(openCapture(closed, newId))?.text).toBe('Holiday cover');
});

test('one that was left empty leaves nothing behind', () => {
  expect(closeCapture(openCapture(noCaptures, newId))).toEqual(noCaptures);
});

test('one from elsewhere goes before what is being written, which is asked for again after it', () => {
  const writing = typed(openCapture(noCaptures, newId), 'mine');
  const asked = addCapture(writing, {
    id: 'other',
    text: 'theirs',
    personId: null,
    problem: 'Who?',
  });
  expect(shownCapture(asked)?.text).toBe('theirs');
  const done = finishCapture(asked, 'other');
  expect(shownCapture(done)?.text).toBe('mine');
  expect(finishCapture(done, shownCapture(done)?.id ?? '')).toEqual(noCaptures);
});

test('one that is finished while the dialog is closed does not open it', () => {
  const closed = closeCapture(
    addCapture(typed(openCapture(noCaptures, newId), 'mine'), {
      id: 'other',
      text: 'theirs',
      personId: null,
      problem: null,
    }),
  );
  expect(shownCapture(finishCapture(closed, 'other'))).toBeNull();
});
