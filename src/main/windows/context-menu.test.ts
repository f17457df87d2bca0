import { expect, test } from 'vitest';
import type { ContextPoint } from './context-menu.ts';
import { contextMenuOf } from './context-menu.ts';

const nothing: ContextPoint = {
  ...{ isEditable: false, selectionText: '', linkURL: '' },
  editFlags: {
    ...{ canUndo: false, canRedo: false, canCut: false },
    ...{ canCopy: false, canPaste: true, canSelectAll: true },
  },
};
const menuAt = (point: Partial<ContextPoint>, copied: string[] = []) =>
  contextMenuOf({ ...nothing, ...point }, (text) => {
    copied.push(text);
  });

test('a text field has all that is done with text, and what cannot be done is greyed', () => {
  const entries = menuAt({ isEditable: true }).filter(({ type }) => type !== 'separator');
  expect(entries.map(({ role, enabled }) => [role, enabled])).toEqual([
    ...[['undo', false] as const, ['redo', false] as const, ['cut', false] as const],
    ...[['copy', false] as const, ['paste', true] as const, ['selectAll', true] as const],
  ]);
});

test('what is selected elsewhere can be copied; where nothing is, there is no menu', () => {
  expect(menuAt({ selectionText: 'Agreed on Monday' }).map(({ role }) => role)).toEqual(['copy']);
  expect(menuAt({ selectionText: ' \n' })).toEqual([]);
});

test('the address of a link that leads outside can be copied, of one within the app not', () => {
  const copied: string[] = [];
  const [entry, ...others] = menuAt({ linkURL: 'https://example.org/a' }, copied);
  expect(others).toEqual([]);
  entry?.click?.();
  expect(copied).toEqual(['https://example.org/a']);
  expect(menuAt({ linkURL: 'app://evenkeel/index.html#/people' })).toEqual([]);
});
