import { expect, test } from 'vitest';
import type { CalendarChoice } from '../documents/calendar.ts';
import type { Attendee, CalendarEvent } from './calendar-event.ts';
import type { Guess } from './guess.ts';
import { choicesByUid, guess, knowledgeOf } from './guess.ts';
import { eventWith } from './test-data/event-with.ts';

const people = [
  { id: 'person-sam', name: 'Sam Okafor' },
  { id: 'person-lea', name: 'Léa Martin' },
  { id: 'person-leon', name: 'Leon Berg' },
];
const me: Attendee = { name: 'Ada Stone', address: 'ada@example.org' };
const sam: Attendee = { name: 'Okafor, Sam', address: 'sam@example.org' };
const kim: Attendee = { name: '', address: 'kim.de-vries@example.org' };
const team = [me, sam, kim];
const others = ['a', 'b', 'c', 'd'].map((name) => ({ name, address: `${name}@example.org` }));
const busy = others
  .map((other) => eventWith({ uid: other.name, attendees: [me, other, kim] }))
  .concat(others.map((other) => eventWith({ uid: `${other.name} 2`, attendees: [me, other] })));

const choice = (change: Partial<CalendarChoice>): CalendarChoice => ({
  ...{ id: 'choice-1', uid: 'other', personId: 'person-sam', title: '', address: null },
  ...change,
});

function guessed(
  change: Partial<CalendarEvent>,
  choices: readonly CalendarChoice[] = [],
  around: readonly CalendarEvent[] = busy,
): Guess {
  const event = eventWith(change);
  return guess(event, knowledgeOf([...around, event], people, choices));
}

test('two people who meet every week are likely a 1:1, and who is invited says whose', () => {
  expect(guessed({ attendees: [me, sam] })).toEqual({
    ...{ likelihood: 'likely', reason: 'attendee', personId: 'person-sam' },
    ...{ newName: 'Sam Okafor', address: 'sam@example.org' },
  });
});

test('somebody new gets the name of the invitation, or of the address', () => {
  expect(guessed({ attendees: [me, kim] })).toEqual({
    ...{ likelihood: 'likely', reason: 'two-people', personId: null },
    ...{ newName: 'Kim De Vries', address: 'kim.de-vries@example.org' },
  });
});

test.each([
  ['1:1 Sam', 'person-sam'],
  ['Sam / Ada 1-1', 'person-sam'],
  ['One-on-one with Lea', 'person-lea'],
  ['Weekly 1on1: SAM OKAFOR', 'person-sam'],
  ['121 Leon', 'person-leon'],
])('“%s” is the 1:1 of %s, though nobody is invited', (title, personId) => {
  expect(guessed({ title })).toMatchObject({
    likelihood: 'likely',
    reason: 'title-name',
    personId,
  });
});

test.each([
  ['1:1 with Robin', 'likely', 'Robin'],
  ['Robin Fox — one to one', 'likely', 'Robin Fox'],
  ['Robin / Ada 1:1', 'possible', ''],
  ['1:1', 'possible', ''],
])('“%s” is a %s 1:1, and the name left of it is “%s”', (title, likelihood, newName) => {
  expect(guessed({ title })).toMatchObject({
    ...{ likelihood, reason: 'title', personId: null, newName },
  });
});

test.each([
  'Ratio 21:11',
  'Room 1:10 pm',
  'Release 1.1',
  'Samba class',
  'Stand-up',
  'Leonie and friends',
])('“%s” is no 1:1', (title) => {
  expect(guessed({ title })).toMatchObject({ likelihood: 'unlikely', personId: null });
});

test('a talk of two that comes once and names nobody known could be one', () => {
  expect(guessed({ attendees: [me, kim], rule: null }).likelihood).toBe('possible');
});

test('a meeting of many is none, and could be one only where it says so of somebody', () => {
  expect(guessed({ attendees: team }).likelihood).toBe('unlikely');
  expect(guessed({ attendees: team, title: '1:1 Sam' }).likelihood).toBe('possible');
});

test.each([{ isAllDay: true }, { status: 'cancelled' as const }])(
  'with %j it is none',
  (change) => {
    expect(guessed({ attendees: [me, sam], ...change }).likelihood).toBe('unlikely');
  },
);

test('where the calendar does not say who the user is, it is who invited', () => {
  const change = { attendees: [sam, me], organizer: me };
  expect(guessed(change, [], [])).toMatchObject({ personId: 'person-sam', likelihood: 'likely' });
});

test('an address is learnt, whatever the name beside it', () => {
  const attendees = [me, { name: 'S. O.', address: 'so@example.org' }];
  const learnt = [choice({ address: 'so@example.org' })];
  expect(guessed({ attendees }).personId).toBeNull();
  expect(guessed({ attendees }, learnt)).toMatchObject({
    personId: 'person-sam',
    reason: 'learnt',
  });
});

test('a title is learnt, also that it is no 1:1, as long as it always said the same', () => {
  const mine = { title: 'Coffee', rule: null };
  const yes = choice({ title: 'coffee!' });
  const no = choice({ id: 'choice-2', title: 'Coffee', personId: null });
  expect(guessed(mine, [yes])).toMatchObject({ personId: 'person-sam', reason: 'learnt' });
  expect(guessed({ ...mine, attendees: [me, kim] }, [no])).toMatchObject({
    ...{ likelihood: 'unlikely', personId: null, reason: 'learnt' },
  });
  expect(guessed(mine, [yes, no])).toMatchObject({ personId: null, reason: 'none' });
});

test('what was said of the event itself counts before all else', () => {
  const uid = 'event-1@example.org';
  const said = choice({ uid, personId: 'person-leon' });
  expect(guessed({ attendees: [me, sam] }, [said])).toMatchObject({
    ...{ personId: 'person-leon', reason: 'chosen', likelihood: 'likely' },
  });
  const none = choice({ uid, personId: null });
  expect(guessed({ attendees: [me, sam] }, [none]).likelihood).toBe('unlikely');
});

test('what was said of somebody who is gone is forgotten', () => {
  const gone = choice({ uid: 'event-1@example.org', personId: 'person-gone' });
  expect(guessed({ attendees: [me, sam] }, [gone])).toMatchObject({ personId: 'person-sam' });
});

test('of two choices for one event, made apart, always the same counts', () => {
  const one = choice({ id: 'choice-a', uid: 'x', personId: 'person-sam' });
  const other = choice({ id: 'choice-b', uid: 'x', personId: 'person-lea' });
  expect(choicesByUid([one, other]).get('x')).toBe(one);
  expect(choicesByUid([other, one]).get('x')).toBe(one);
});
