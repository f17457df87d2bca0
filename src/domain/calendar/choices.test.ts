import { expect, test } from 'vitest';
import type { CalendarDocument } from '../documents/calendar.ts';
import { withChoice, withNoOneToOne, withoutPerson } from './choices.ts';

const choice = { id: 'choice-1', uid: 'a', personId: 'person-1', title: '1:1', address: null };
const other = { ...choice, id: 'choice-2', uid: 'b', personId: 'person-2' };
const calendar: CalendarDocument = {
  ...{ kind: 'calendar', version: 1, id: 'calendar-1', name: 'Work', url: null },
  ...{ choices: [choice, other], createdAt: '2026-11-23T08:00:00Z' },
};

test('an event that is chosen anew keeps its identity', () => {
  const changed = withChoice(calendar, { ...choice, id: 'choice-9', personId: 'person-3' });
  expect(changed.choices).toEqual([other, { ...choice, personId: 'person-3' }]);
});

test('an event that is chosen for the first time is added', () => {
  const added = { ...choice, id: 'choice-3', uid: 'c' };
  expect(withChoice(calendar, added).choices).toEqual([choice, other, added]);
});

test('a 1:1 can become none, once', () => {
  const none = withNoOneToOne(calendar, 'a');
  expect(none?.choices).toEqual([other, { ...choice, personId: null }]);
  expect(none === null ? none : withNoOneToOne(none, 'a')).toBeNull();
  expect(withNoOneToOne(calendar, 'c')).toBeNull();
});

test('nothing is left of somebody who is forgotten', () => {
  expect(withoutPerson(calendar, 'person-1')?.choices).toEqual([other]);
  expect(withoutPerson(calendar, 'person-9')).toBeNull();
});
