import type { Meeting } from '../documents/meeting.ts';
import { mergeTexts } from '../merge/merge-texts.ts';
import { givenOf } from './change.ts';

/** Notes as they were typed, and what they were typed upon. A part that is left out or undefined stays. */
interface TypedNotes {
  readonly notes?: string | undefined;
  readonly privateNotes?: string | undefined;
  readonly reflection?: string | undefined;
  /** What stood there when the typing began; left out where nobody else can have written meanwhile. */
  readonly notesBefore?: string | undefined;
  readonly privateNotesBefore?: string | undefined;
}

/**
 * Writes the notes, the private notes, the reflection. What came into them from elsewhere while they were
 * typed is merged in, so that neither side's lines are lost.
 */
export function writeNotes(
  meeting: Meeting,
  { notesBefore, privateNotesBefore, ...typed }: TypedNotes,
): Meeting {
  const written = { ...meeting, ...givenOf(typed) };
  return {
    ...written,
    notes: broughtTogether(notesBefore, written.notes, meeting.notes),
    privateNotes: broughtTogether(privateNotesBefore, written.privateNotes, meeting.privateNotes),
  };
}

function broughtTogether(before: string | undefined, typed: string, now: string): string {
  return before === undefined || before === now ? typed : mergeTexts(before, typed, now);
}
