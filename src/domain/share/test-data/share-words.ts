import type { ActionItem } from '../../documents/meeting.ts';
import type { ShareWords } from '../shared-markdown.ts';

export const shareWords: ShareWords = {
  title: '1:1 with Sam',
  when: 'Tuesday 3 March',
  agenda: 'Agenda',
  notes: 'Notes',
  actions: 'Action items',
  nothing: 'Nothing shared yet.',
  mine: 'me',
  theirs: 'Sam',
  dueOn: (date) => `due ${date}`,
  carried: 'carried over',
  dropped: 'dropped',
  becameAction: 'became an action item',
  decided: (text) => `decided: ${text}`,
};

/** A promise of mine, with what a test wants different. */
export function actionWith(change: Partial<ActionItem>): ActionItem {
  return {
    id: 'action-1',
    rank: 'a0',
    text: 'Send the draft',
    owner: 'me',
    dueOn: null,
    doneAt: null,
    stance: null,
    fromPointId: null,
    carriedFrom: null,
    createdAt: '2026-03-01T00:00:00Z',
    ...change,
  };
}
