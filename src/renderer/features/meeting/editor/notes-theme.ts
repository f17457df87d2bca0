import { HighlightStyle } from '@codemirror/language';
import { EditorView } from '@codemirror/view';
import { tags } from '@lezer/highlight';

/** The notes in the window's own tokens, which the shadow root inherits: every theme is theirs. */
export const notesTheme = EditorView.theme({
  '&': { color: 'var(--ink)', fontSize: 'var(--text-body)' },
  '&.cm-focused': { outline: 'none' },
  '.cm-scroller': {
    maxHeight: '80vh',
    overflow: 'auto',
    fontFamily: 'var(--font-sans)',
    lineHeight: '1.6',
  },
  '.cm-content': {
    minHeight: 'var(--notes-height, 10rem)',
    padding: 'var(--space-3) 0',
    caretColor: 'var(--ink)',
  },
  '.cm-line': { padding: '0 var(--space-4)' },
  '.cm-content ::selection': {
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent-soft-ink)',
  },
  '.cm-reading': {
    display: 'inline-block',
    marginInlineStart: 'var(--space-2)',
    padding: '0 var(--space-2)',
    borderRadius: '0.375rem',
    backgroundColor: 'var(--accent-soft)',
    color: 'var(--accent-soft-ink)',
    fontSize: 'var(--text-small)',
    lineHeight: '1.5',
    cursor: 'pointer',
    userSelect: 'none',
  },
  '.cm-reading-taken': {
    backgroundColor: 'transparent',
    color: 'var(--ink-soft)',
    cursor: 'default',
  },
  '.cm-task': { color: 'var(--accent)', cursor: 'pointer', fontFamily: 'var(--font-mono)' },
});

/** Markdown as it is typed: the signs step back, what they mean comes forward. */
export const notesHighlight = HighlightStyle.define([
  { tag: tags.heading, fontWeight: 'var(--weight-strong)' },
  { tag: tags.strong, fontWeight: 'var(--weight-strong)' },
  { tag: tags.emphasis, fontStyle: 'italic' },
  { tag: tags.strikethrough, textDecoration: 'line-through' },
  { tag: tags.monospace, fontFamily: 'var(--font-mono)' },
  { tag: [tags.link, tags.url], color: 'var(--accent)' },
  { tag: tags.atom, class: 'cm-task' },
  { tag: [tags.processingInstruction, tags.quote], color: 'var(--ink-soft)' },
]);
