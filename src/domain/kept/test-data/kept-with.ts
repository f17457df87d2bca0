import { meetingWith, pointWith } from '../../agenda/test-data/meeting-with.ts';
import { decisionWith } from '../../decision/test-data/decision-with.ts';
import { usualReminders } from '../../documents/person.ts';
import { seriesWith } from '../../series/test-data/series-with.ts';
import { actionWith } from '../../share/test-data/share-words.ts';
import type { KeptOnPerson } from '../kept-on-person.ts';

const at = '2026-03-03T09:00:00Z';

/**
 * All that can be kept on somebody, each kind once.
 * @param note the next text that is not private, of several lines perhaps
 * @param secret the next one that is
 */
export function keptWith(note: () => string, secret: () => string): KeptOnPerson {
  const next = (): string => note().replaceAll(/\s+/g, ' ');
  const secretLine = (): string => secret().replaceAll(/\s+/g, ' ');
  return {
    person: [
      {
        ...{ kind: 'person', version: 3, id: 'person-1', name: next(), relationship: 'report' },
        ...{ workingStyle: secret(), areas: [next(), next()], timeZone: 'Asia/Tokyo' },
        ...{ createdAt: at, archivedOn: '2026-03-04', cadenceDays: 14, tags: [secretLine()] },
        ...{ dismissedSuggestions: [], questionsNotForUs: [], reminders: usualReminders },
        delegations: [
          { id: 'level-1', area: next(), level: 5, on: '2026-03-01', decisionId: null },
        ],
      },
    ],
    series: [seriesWith({ place: next() })],
    meeting: [
      meetingWith({
        agenda: [
          pointWith({ text: next(), leftAs: { kind: 'decision', text: next(), at } }),
          pointWith({ id: 'point-2', text: secretLine(), visibility: 'private' }),
        ],
        actionItems: [
          actionWith({ text: next() }),
          actionWith({ id: 'action-2', text: secretLine(), fromPointId: 'point-2' }),
        ],
        ...{ notes: note(), privateNotes: secret(), reflection: secret() },
        wrapUpDraft: {
          points: [{ id: 'point-1', fate: 'decide', dueOn: null, decision: secret() }],
          given: [{ id: 'given-1', feedbackKind: 'positive', text: secret() }],
          ...{ actions: [], typed: secret(), typedKind: 'positive', saidIds: [], next: null },
        },
      }),
    ],
    feedback: [
      {
        ...{ kind: 'feedback', version: 1, id: 'feedback-1', personId: 'person-1' },
        ...{ feedbackKind: 'adjusting', text: secret(), noticedOn: '2026-03-02' },
        ...{ deliveredAt: null, deliveredIn: null, createdAt: at },
      },
    ],
    decision: [
      decisionWith({
        ...{ title: secretLine(), area: secretLine(), answers: { clarity: 4, 'asked-no-more': 1 } },
        chosen: { stance: 'lead', level: 3, reason: secretLine() },
        review: {
          ...{ on: '2026-03-20', whatHappened: secret(), process: 'yes', outcome: 'no' },
          wouldChooseAgain: 'unsure',
        },
      }),
    ],
    calendar: [
      {
        ...{ kind: 'calendar', version: 1, id: 'calendar-1', name: next(), url: null },
        ...{ createdAt: at },
        choices: [
          { id: 'choice-1', uid: 'uid', personId: 'person-1', title: next(), address: next() },
        ],
      },
    ],
  };
}
