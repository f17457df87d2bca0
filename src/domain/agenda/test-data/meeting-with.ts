import type { Meeting, TalkingPoint } from '../../documents/meeting.ts';

/** A planned meeting with Sam on a Tuesday in Berlin, with what a test wants different. */
export function meetingWith(change: Partial<Meeting>): Meeting {
  return {
    kind: 'meeting',
    version: 5,
    id: 'meeting-1',
    personId: 'person-1',
    seriesId: 'series-1',
    originalLocal: '2026-03-03T09:00',
    startLocal: '2026-03-03T09:00',
    timeZone: 'Europe/Berlin',
    durationMinutes: 30,
    status: 'planned',
    templateId: null,
    agenda: [],
    actionItems: [],
    notes: '',
    privateNotes: '',
    reflection: '',
    wrappedUpAt: null,
    wrapUpDraft: null,
    snoozedSuggestions: [],
    createdAt: '2026-03-01T00:00:00Z',
    ...change,
  };
}

/** An open point that I typed, with what a test wants different. */
export function pointWith(change: Partial<TalkingPoint>): TalkingPoint {
  return {
    id: 'point-1',
    rank: 'a0',
    text: 'How is the migration going?',
    addedBy: 'me',
    stance: null,
    topic: null,
    visibility: 'shared',
    origin: { kind: 'typed' },
    carriedFrom: null,
    carryCount: 0,
    firstRaisedOn: '2026-03-01',
    discussedAt: null,
    leftAs: null,
    ...change,
  };
}
