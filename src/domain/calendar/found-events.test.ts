import { expect, test } from 'vitest';
import { countUndecided, foundEvents, isFoundBy } from './found-events.ts';
import { eventWith } from './test-data/event-with.ts';

const people = [{ id: 'person-sam', name: 'Sam Okafor' }];

test('what could be a 1:1 comes first, then by name', () => {
  const events = [
    eventWith({ uid: '1', title: 'Planning' }),
    eventWith({ uid: '2', title: '1:1' }),
    eventWith({ uid: '3', title: 'Sam 1:1' }),
    eventWith({ uid: '4', title: 'all hands' }),
  ];
  expect(foundEvents(events, people, []).map(({ event }) => event.title)).toEqual([
    ...['Sam 1:1', '1:1', 'all hands', 'Planning'],
  ]);
});

test('an event is there once, as a whole, wherever its instances stand', () => {
  const part = eventWith({ recurrenceId: '2026-11-30T09:00:00Z', title: 'Moved' });
  const whole = eventWith({ title: 'Whole' });
  expect(foundEvents([part, whole, part], [], []).map(({ event }) => event)).toEqual([whole]);
  expect(foundEvents([part], [], []).map(({ event }) => event)).toEqual([part]);
});

test('the search looks at the name and at whom an event is with, however it is spelled', () => {
  const attendees = [{ name: 'Léa Martin', address: 'lea@example.org' }];
  const [found] = foundEvents([eventWith({ attendees })], [], []);
  if (found === undefined) throw new Error('Nothing was found.');
  for (const text of ['plan', 'LEA', 'lea@example', '']) expect(isFoundBy(found, text)).toBe(true);
  expect(isFoundBy(found, 'Sam')).toBe(false);
});

test('50,000 events are looked through in a moment', () => {
  const events = Array.from({ length: 50_000 }, (_, index) =>
    eventWith({ uid: String(index), title: `Talk ${String(index % 997)} with nobody` }),
  );
  const begun = performance.now();
  expect(foundEvents(events, people, [])).toHaveLength(50_000);
  expect(performance.now() - begun).toBeLessThan(10_000);
});

test('what is likely and not said is counted, in parts', () => {
  const likely = Array.from({ length: 2500 }, (_, index) =>
    eventWith({ uid: String(index), title: 'Sam 1:1' }),
  );
  const chosen = likely.slice(0, 2);
  const choices = chosen.map(({ uid }) => ({
    ...{ id: `choice-${uid}`, uid, personId: 'person-sam', title: 'Sam', address: null },
  }));
  const events = [...likely, eventWith({ uid: 'planning', title: 'Planning' })];
  expect([...countUndecided(events, people, choices)]).toEqual([0, 998, 1998, 2498]);
  expect([...countUndecided([], people, [])]).toEqual([0]);
});
