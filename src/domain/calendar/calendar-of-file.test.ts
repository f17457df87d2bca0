import { expect, test } from 'vitest';
import type { CalendarDocument } from '../documents/calendar.ts';
import { calendarOfFile } from './calendar-of-file.ts';

const calendar = (id: string, name: string, uid: string | null): CalendarDocument => ({
  ...{ kind: 'calendar', version: 1, id, name, url: null, createdAt: '2026-11-23T08:00:00Z' },
  choices:
    uid === null
      ? []
      : [{ id: `choice-${id}`, uid, personId: 'person-1', title: '1:1', address: null }],
});
const work = calendar('work', 'Work', 'a');
const team = calendar('team', 'Team', null);

test.each([
  ['Another name', ['a'], 'work'],
  ['Team', ['a'], 'work'],
  ['Team', ['z'], 'team'],
  ['New', ['z'], undefined],
])('a file called %s with the events %j belongs to %s', (name, uids, id) => {
  expect(calendarOfFile([team, work], { name, uids: new Set(uids) })?.id).toBe(id);
});

test('a subscription is no file, whatever it has in common with one', () => {
  const subscribed = { ...work, url: 'https://example.org/a.ics' };
  expect(calendarOfFile([subscribed], { name: 'Work', uids: new Set(['a']) })).toBeNull();
});
