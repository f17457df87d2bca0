import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import type { Meeting } from '../documents/meeting.ts';
import { summaryOfMeeting } from '../documents/summaries.ts';
import { needsWrapUp } from './needs-wrap-up.ts';

const discussed = pointWith({ discussedAt: '2026-03-03T08:10:00Z' });
const wrappedUpAt = '2026-03-03T08:31:00Z';

test.each<[string, boolean, Partial<Meeting>]>([
  ['an empty plan', false, {}],
  ['a plan with an open point', true, { agenda: [pointWith({})] }],
  ['a plan whose points were all talked about', true, { agenda: [discussed] }],
  ['a plan with notes alone', true, { notes: 'She likes the new team.' }],
  ['one that was wrapped up', false, { agenda: [pointWith({})], wrappedUpAt, status: 'held' }],
  ['a held one with an open point', true, { agenda: [pointWith({})], status: 'held' }],
  ['a held one with nothing open', false, { agenda: [discussed], status: 'held' }],
  ['a cancelled one', false, { agenda: [pointWith({})], status: 'cancelled' }],
  ['a skipped one', false, { agenda: [pointWith({})], status: 'skipped' }],
])('%s is to be wrapped up: %s', (_, isNeeded, change) => {
  expect(needsWrapUp(summaryOfMeeting(meetingWith(change)))).toBe(isNeeded);
});
