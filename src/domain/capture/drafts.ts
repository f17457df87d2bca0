import * as v from 'valibot';
import { idField } from '../documents/fields.ts';

const draftSchema = v.strictObject({
  id: idField,
  text: v.string(),
  /** Whom it is for, as far as it was chosen. */
  personId: v.nullable(idField),
  /** Why it could not be noted without asking, in a sentence; null when it was begun by hand. */
  problem: v.nullable(v.string()),
});

/** Thoughts on their way to an agenda, kept on this computer until they are there. */
export const capturesSchema = v.strictObject({
  version: v.literal(1),
  /** Whether the dialog is up that asks for the last one. */
  isOpen: v.boolean(),
  drafts: v.array(draftSchema),
});

export type CaptureDraft = v.InferOutput<typeof draftSchema>;
export type Captures = v.InferOutput<typeof capturesSchema>;

export const noCaptures: Captures = { version: 1, isOpen: false, drafts: [] };

/** Asks for a thought: for the one that was left unfinished, else for a new one. */
export function openCapture(captures: Captures, newId: () => string): Captures {
  const empty = { id: newId(), text: '', personId: null, problem: null };
  const drafts = captures.drafts.length > 0 ? captures.drafts : [empty];
  return { ...captures, isOpen: true, drafts };
}

/** Asks for one that came from elsewhere; what was being written waits behind it. */
export function addCapture(captures: Captures, draft: CaptureDraft): Captures {
  return { ...captures, isOpen: true, drafts: [...withText(captures), draft] };
}

/** Keeps what was typed of one. */
export function keepCapture(
  captures: Captures,
  id: string,
  typed: Pick<CaptureDraft, 'text' | 'personId'>,
): Captures {
  const drafts = captures.drafts.map((draft) => (draft.id === id ? { ...draft, ...typed } : draft));
  return { ...captures, drafts };
}

/** Leaves it for later: what was typed is there when the dialog comes again. */
export const closeCapture = (captures: Captures): Captures => ({
  ...captures,
  isOpen: false,
  drafts: withText(captures),
});

/** One is done with; those that wait behind it are asked for next. */
export function finishCapture(captures: Captures, id: string): Captures {
  const drafts = withText(captures).filter((draft) => draft.id !== id);
  return { ...captures, isOpen: captures.isOpen && drafts.length > 0, drafts };
}

/** The one that the dialog asks for; null while there is no dialog. */
export const shownCapture = ({ isOpen, drafts }: Captures): CaptureDraft | null =>
  isOpen ? (drafts.at(-1) ?? null) : null;

const withText = ({ drafts }: Captures): CaptureDraft[] =>
  drafts.filter(({ text }) => text.trim() !== '');
