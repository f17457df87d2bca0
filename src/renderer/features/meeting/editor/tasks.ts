import { syntaxTree } from '@codemirror/language';
import type { ChangeSpec, EditorState, Line } from '@codemirror/state';
import { EditorView } from '@codemirror/view';

const taskPattern = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+\[)([ xX])\]/;
const itemPattern = /^(\s*(?:[-*+]|\d{1,9}[.)])\s+)/;

/** Ticks the tasks in the selection, or unticks them; a line that is none becomes one. */
export function toggleTasks(view: EditorView): boolean {
  const { state } = view;
  if (state.readOnly) return false;
  view.dispatch({ changes: selectedLines(state).map(toggleChange), userEvent: 'input.task' });
  return true;
}

/** A click on a task's box ticks it. */
export const clickableTasks = EditorView.domEventHandlers({
  mousedown: (event, view) => {
    const isPlain = event.button === 0 && !event.shiftKey && !event.altKey && !event.ctrlKey;
    const position = isPlain ? view.posAtCoords({ x: event.clientX, y: event.clientY }) : null;
    if (position === null) return false;
    const box = [-1 as const, 1 as const]
      .map((side) => syntaxTree(view.state).resolveInner(position, side))
      .find(({ name }) => name === 'TaskMarker');
    if (box === undefined) return false;
    const changes = toggleChange(view.state.doc.lineAt(box.from));
    view.dispatch({ changes, userEvent: 'input.task' });
    return true;
  },
});

function selectedLines({ doc, selection }: EditorState): readonly Line[] {
  const numbers = new Set<number>();
  for (const { from, to } of selection.ranges) {
    const last = doc.lineAt(to).number;
    for (let line = doc.lineAt(from).number; line <= last; line += 1) numbers.add(line);
  }
  return [...numbers].map((number) => doc.line(number));
}

function toggleChange({ from, text }: Line): ChangeSpec {
  const [, start, mark] = taskPattern.exec(text) ?? [];
  if (start !== undefined) {
    const at = from + start.length;
    return { from: at, to: at + 1, insert: mark === ' ' ? 'x' : ' ' };
  }
  const item = itemPattern.exec(text)?.[1];
  if (item !== undefined) return { from: from + item.length, insert: '[ ] ' };
  const indent = text.length - text.trimStart().length;
  return { from: from + indent, insert: '- [ ] ' };
}
