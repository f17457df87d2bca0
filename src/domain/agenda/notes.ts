import type { Meeting } from '../documents/meeting.ts';
import { givenOf } from './change.ts';

/** Writes the notes, the private notes, or both; what is left out or undefined stays. */
export function writeNotes(
  meeting: Meeting,
  notes: { readonly notes?: string | undefined; readonly privateNotes?: string | undefined },
): Meeting {
  return { ...meeting, ...givenOf(notes) };
}
