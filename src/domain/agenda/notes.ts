import type { Meeting } from '../documents/meeting.ts';
import { givenOf } from './change.ts';

/** Writes the notes, the private notes, the reflection; what is left out or undefined stays. */
export function writeNotes(
  meeting: Meeting,
  notes: {
    readonly notes?: string | undefined;
    readonly privateNotes?: string | undefined;
    readonly reflection?: string | undefined;
  },
): Meeting {
  return { ...meeting, ...givenOf(notes) };
}
