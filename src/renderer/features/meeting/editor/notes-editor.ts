import { defaultKeymap, history, historyField, historyKeymap } from '@codemirror/commands';
import { markdownKeymap, markdownLanguage } from '@codemirror/lang-markdown';
import { syntaxHighlighting } from '@codemirror/language';
import { Annotation, EditorState, Transaction, type Extension } from '@codemirror/state';
import { EditorView, keymap } from '@codemirror/view';
import type { ActionLines } from './action-lines.ts';
import { actionLines, takeLine } from './action-lines.ts';
import { notesHighlight, notesTheme } from './notes-theme.ts';
import { clickableTasks, toggleTasks } from './tasks.ts';
import { changesBetween } from './text-changes.ts';

export interface NotesEditorParts {
  /** Gets a shadow root, in which the editor stands. */
  readonly target: HTMLElement;
  readonly text: string;
  /** What an editor of the same text kept when it went; null for none. */
  readonly memory: unknown;
  readonly label: string;
  readonly hint: string;
  readonly ontype: (text: string) => void;
  readonly onblur: () => void;
  /** Escape was pressed: the focus is to go elsewhere. Left out where somebody else listens for it. */
  readonly onleave?: (() => void) | undefined;
  /** For notes in which lines can become action items. */
  readonly actions?: ActionLines | undefined;
}

/** An editor for Markdown, with one history of its own. */
export interface NotesEditor {
  /** Shows a text that came from elsewhere: undo passes it over. */
  readonly show: (text: string) => void;
  /** Makes an action item of the line of the cursor. */
  readonly take: () => void;
  readonly focus: () => void;
  /** Takes it away, and gives what another one of the same text would go on from. */
  readonly end: () => unknown;
}

const fromElsewhere = Annotation.define<true>();
const kept = { history: historyField };

/**
 * Makes the editor. It stands in a shadow root because its styles are then adopted by that root: in the
 * document it would write a style element, which the Content-Security-Policy refuses.
 */
export function createNotesEditor(parts: NotesEditorParts): NotesEditor {
  const { target, actions } = parts;
  const root = target.shadowRoot ?? target.attachShadow({ mode: 'open' });
  const view = new EditorView({ state: startState(parts), root, parent: root });
  const show = (text: string): void => {
    const next = text.replaceAll(/\r\n?/g, '\n');
    if (next === view.state.doc.toString()) return;
    view.dispatch({
      changes: [...changesBetween(view.state.doc, next)],
      annotations: [Transaction.addToHistory.of(false), fromElsewhere.of(true)],
    });
  };
  show(parts.text);
  return {
    show,
    take: () => {
      if (actions !== undefined) takeLine(view, actions);
      view.focus();
    },
    focus: () => {
      view.focus();
    },
    end: () => {
      const memory: unknown = view.state.toJSON(kept);
      view.destroy();
      return memory;
    },
  };
}

function startState(parts: NotesEditorParts): EditorState {
  const extensions = extensionsFor(parts);
  if (parts.memory !== null) return EditorState.fromJSON(parts.memory, { extensions }, kept);
  return EditorState.create({ doc: parts.text, extensions });
}

function extensionsFor({
  label,
  hint,
  ontype,
  onblur,
  onleave,
  actions,
}: NotesEditorParts): Extension {
  return [
    history(),
    // The language without what lang-markdown adds for HTML in it: that would bring three more languages.
    markdownLanguage.extension,
    syntaxHighlighting(notesHighlight),
    // Signs nested by the thousand are deeper than the highlighting can follow: it ends, the text stays.
    EditorView.exceptionSink.of((error: unknown) => {
      if (!(error instanceof RangeError)) reportError(error);
    }),
    notesTheme,
    EditorView.lineWrapping,
    EditorView.contentAttributes.of({
      'aria-label': label,
      'aria-description': hint,
      spellcheck: 'true',
      autocorrect: 'on',
    }),
    // Tab is not among the keys: it leads on, as everywhere.
    keymap.of([
      { key: 'Mod-Enter', run: toggleTasks },
      ...(actions === undefined
        ? []
        : [{ key: 'Alt-Enter', run: (view: EditorView) => takeLine(view, actions) }]),
      ...(onleave === undefined ? [] : [{ key: 'Escape', run: () => (onleave(), true) }]),
      ...markdownKeymap,
      ...historyKeymap,
      ...defaultKeymap,
    ]),
    clickableTasks,
    actions === undefined ? [] : actionLines(actions),
    EditorView.domEventHandlers({ blur: onblur }),
    EditorView.updateListener.of(({ docChanged, transactions, state }) => {
      const isTyped = transactions.some((one) => one.annotation(fromElsewhere) === undefined);
      if (docChanged && isTyped) ontype(state.doc.toString());
    }),
  ];
}
