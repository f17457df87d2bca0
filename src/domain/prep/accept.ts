import { addPoint } from '../agenda/points.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { Suggestion } from './suggestion.ts';

/** Puts a suggestion on the agenda; `id` is new, `raisedOn` today's date. */
export function acceptSuggestion(
  meeting: Meeting,
  { text, topic, stance, visibility, origin }: Suggestion,
  { id, raisedOn }: { readonly id: string; readonly raisedOn: string },
): Meeting {
  return addPoint(meeting, {
    ...{ id, text, topic, stance, visibility, origin, raisedOn },
    addedBy: 'me',
  });
}
