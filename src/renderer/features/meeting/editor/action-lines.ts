import type { Range } from '@codemirror/state';
import type { DecorationSet, EditorView, ViewUpdate } from '@codemirror/view';
import { Decoration, ViewPlugin, WidgetType } from '@codemirror/view';
import type { InlineAction } from '../../../../domain/agenda/inline-action.ts';
import { markTaken, readInlineAction } from '../../../../domain/agenda/inline-action.ts';

/** What the notes do with lines that are read as action items. */
export interface ActionLines {
  /** A calendar date: against it "Friday" is read. */
  readonly today: () => string;
  readonly personName: () => string;
  /** How a line was read, in a few words. */
  readonly describe: (action: InlineAction) => string;
  /** Told of how the line of the cursor is read; null when it is nothing to take. */
  readonly onread: (action: InlineAction | null) => void;
  /** Makes an action item of it. */
  readonly take: (action: InlineAction) => void;
}

/** Makes an action item of the line of the cursor; the line stays and is marked. */
export function takeLine(view: EditorView, lines: ActionLines): boolean {
  return takeAt(view, view.state.selection.main.head, lines);
}

function takeAt(view: EditorView, position: number, lines: ActionLines): boolean {
  const line = view.state.doc.lineAt(position);
  const action = readLine(line.text, lines);
  if (action === null || action.isTaken) return false;
  const taken = markTaken(line.text);
  const at = taken.indexOf('[') + 1;
  const to = line.text.indexOf(']');
  view.dispatch({
    changes: { from: line.from + at, to: line.from + to, insert: taken[at] ?? '' },
    userEvent: 'input.take',
  });
  lines.take(action);
  return true;
}

const readLine = (text: string, { today, personName }: ActionLines): InlineAction | null =>
  readInlineAction(text, { today: today(), personName: personName() });

/** Marks every line in sight that is read as an action item with how it is read. */
export const actionLines = (lines: ActionLines) =>
  ViewPlugin.define(
    (view) => {
      const plugin = {
        marks: marksOf(view, lines),
        update: (update: ViewUpdate): void => {
          if (update.docChanged || update.viewportChanged) plugin.marks = marksOf(view, lines);
          if (update.docChanged || update.selectionSet) tell(view, lines);
        },
      };
      return plugin;
    },
    { decorations: ({ marks }) => marks },
  );

function tell(view: EditorView, lines: ActionLines): void {
  const line = view.state.doc.lineAt(view.state.selection.main.head);
  const action = readLine(line.text, lines);
  lines.onread(action?.isTaken === false ? action : null);
}

function marksOf(view: EditorView, lines: ActionLines): DecorationSet {
  const marks: Range<Decoration>[] = [];
  for (const { from, to } of view.visibleRanges) {
    for (let at = from; at <= to;) {
      const line = view.state.doc.lineAt(at);
      const action = readLine(line.text, lines);
      if (action !== null) marks.push(markOf(action, lines).range(line.to));
      at = line.to + 1;
    }
  }
  return Decoration.set(marks);
}

const markOf = (action: InlineAction, lines: ActionLines): Decoration =>
  Decoration.widget({
    widget: new ReadingMark(lines.describe(action), action.isTaken, (view, at) => {
      takeAt(view, at, lines);
    }),
    side: 1,
  });

/** How a line is read, after it. Silent: below the notes it is said again, with a button. */
class ReadingMark extends WidgetType {
  readonly #words: string;
  readonly #isTaken: boolean;
  readonly #onpress: (view: EditorView, at: number) => void;

  constructor(words: string, isTaken: boolean, onpress: (view: EditorView, at: number) => void) {
    super();
    this.#words = words;
    this.#isTaken = isTaken;
    this.#onpress = onpress;
  }

  override eq(other: ReadingMark): boolean {
    return other.#words === this.#words && other.#isTaken === this.#isTaken;
  }

  override toDOM(view: EditorView): HTMLElement {
    const mark = document.createElement('span');
    mark.className = this.#isTaken ? 'cm-reading cm-reading-taken' : 'cm-reading';
    mark.ariaHidden = 'true';
    mark.textContent = this.#words;
    if (this.#isTaken) return mark;
    mark.addEventListener('mousedown', (event) => {
      event.preventDefault();
      this.#onpress(view, view.posAtDOM(mark));
    });
    return mark;
  }
}
