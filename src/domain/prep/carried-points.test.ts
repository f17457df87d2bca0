import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../agenda/test-data/meeting-with.ts';
import { carriedPoints } from './carried-points.ts';
import { heldOn, prepWith } from './test-data/prep-with.ts';

test('what was carried on says how often, since when and from where', () => {
  const carried = pointWith({
    id: 'carried',
    carryCount: 2,
    carriedFrom: 'meeting-2026-11-16',
    firstRaisedOn: '2026-11-02',
  });
  const agenda = [
    pointWith({ id: 'new' }),
    carried,
    { ...carried, id: 'orphan', carriedFrom: 'meeting-gone' },
    { ...carried, id: 'ticked', discussedAt: '2026-11-23T10:00:00Z' },
  ];
  const input = prepWith({ meeting: meetingWith({ agenda }), meetings: [heldOn('2026-11-16')] });
  expect(carriedPoints(input)).toEqual([
    {
      id: 'carried',
      text: 'How is the migration going?',
      carryCount: 2,
      ageDays: 21,
      source: { meetingId: 'meeting-2026-11-16', on: '2026-11-16' },
    },
    expect.objectContaining({ id: 'orphan', source: null }),
  ]);
});
