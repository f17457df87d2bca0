import { meetingWith } from '../../agenda/test-data/meeting-with.ts';
import type { Feedback } from '../../documents/feedback.ts';
import type { ActionItem, Meeting } from '../../documents/meeting.ts';
import { summaryOfMeeting } from '../../documents/summaries.ts';
import type { PrepInput } from '../prep-input.ts';
import { defaultQuietDays } from '../prep-input.ts';

/** The day on which everything here is prepared. */
export const today = '2026-11-23';

/** The preparation of a 1:1 today with a report of whom nothing is known, but for what a test says. */
export function prepWith(given: Partial<PrepInput>): PrepInput {
  return {
    person: {
      ...{ relationship: 'report', dismissedSuggestions: [], questionsNotForUs: [] },
      delegations: [],
    },
    meeting: meetingWith({ id: 'meeting-now', startLocal: `${today}T10:00` }),
    meetings: [],
    waitingIn: [],
    feedback: [],
    decisions: [],
    questions: [],
    ...{ today, timeZone: 'Europe/Berlin' },
    quietAfterDays: defaultQuietDays,
    topicText: (topic) => `About ${topic}`,
    reviewText: (title) => `Look back: ${title}`,
    stepText: (area, level) => `Raise ${area} to ${String(level)}`,
    ...given,
  };
}

/** A held meeting on a date, as a list has it; its id is "meeting-" and the date. */
export const heldOn = (on: string, change: Partial<Meeting> = {}) =>
  summaryOfMeeting(
    meetingWith({ id: `meeting-${on}`, startLocal: `${on}T10:00`, status: 'held', ...change }),
  );

/** An open promise of mine, made three weeks ago, without a date by which it is due. */
export function promiseWith(change: Partial<ActionItem> & Pick<ActionItem, 'id'>): ActionItem {
  return {
    rank: 'a0',
    text: `Promise ${change.id}`,
    owner: 'me',
    dueOn: null,
    doneAt: null,
    stance: null,
    fromPointId: null,
    carriedFrom: null,
    createdAt: '2026-11-02T10:00:00Z',
    ...change,
  };
}

/** Praise that was noticed a week ago and not given yet. */
export function feedbackWith(change: Partial<Feedback> & Pick<Feedback, 'id'>): Feedback {
  return {
    kind: 'feedback',
    version: 1,
    personId: 'person-1',
    feedbackKind: 'positive',
    text: `Noticed ${change.id}`,
    noticedOn: '2026-11-16',
    deliveredAt: null,
    deliveredIn: null,
    createdAt: '2026-11-16T12:00:00Z',
    ...change,
  };
}
