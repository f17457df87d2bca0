import { m } from '../../../messages/index.ts';
import type { LinkTarget } from './links.ts';

type NoteLink = Extract<LinkTarget, { readonly kind: 'note' }>;

// Element ids of notes begin like this: no heading of a text has such a one.
const noteId = ({ note }: NoteLink): string => `textnote-${note}`;
const useId = ({ note, use }: NoteLink): string => `textnote-${note}-use-${use}`;

/** Makes a link that leads to a note, or from it back to the text. */
export function mendNoteLink(anchor: HTMLAnchorElement, link: NoteLink): void {
  if (link.isBack) mendWayBack(anchor, link);
  else mendNumber(anchor, link);
}

/** Brings a note, or the place that names it, into sight and the focus to it. */
export function goToNote(root: Element, anchor: HTMLAnchorElement): void {
  const place = root.querySelector<HTMLElement>(anchor.getAttribute('href') ?? '');
  place?.scrollIntoView({ block: 'center' });
  place?.focus({ preventScroll: true });
}

function mendNumber(anchor: HTMLAnchorElement, link: NoteLink): void {
  const raised = document.createElement('sup');
  anchor.replaceWith(raised);
  raised.append(anchor);
  anchor.id = useId(link);
  anchor.href = `#${noteId(link)}`;
  anchor.dataset.link = 'note';
  anchor.role = 'doc-noteref';
  anchor.ariaLabel = m.guide_note({ number: link.note });
  anchor.textContent = link.note;
}

function mendWayBack(anchor: HTMLAnchorElement, link: NoteLink): void {
  const note = anchor.closest('li');
  const list = note?.parentElement;
  if (!note || !(list instanceof HTMLOListElement)) {
    anchor.replaceWith(...anchor.childNodes);
    return;
  }
  note.id = noteId(link);
  note.tabIndex = -1;
  anchor.href = `#${useId(link)}`;
  anchor.dataset.link = 'note';
  anchor.dataset.screenOnly = '';
  anchor.role = 'doc-backlink';
  anchor.ariaLabel = m.guide_note_back({ number: link.note });
  frameNotes(list);
}

function frameNotes(list: HTMLOListElement): void {
  if (list.parentElement?.dataset.frame === 'notes') return;
  const frame = document.createElement('section');
  frame.dataset.frame = 'notes';
  frame.role = 'doc-endnotes';
  frame.ariaLabel = m.guide_notes();
  list.replaceWith(frame);
  frame.append(list);
}
