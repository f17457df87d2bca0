import { Text } from '@codemirror/state';
import { EditorState } from '@codemirror/state';
import { expect, test } from 'vitest';
import { fc } from '../../../../domain/test-laws/fast-check.ts';
import { changesBetween } from './text-changes.ts';

const text = fc
  .array(fc.constantFrom('', 'a', 'b', 'c', 'long line'), { minLength: 1, maxLength: 8 })
  .map((lines) => lines.join('\n'));

test('the changes lead from any text to any other', () => {
  fc.assert(
    fc.property(text, text, (now, next) => {
      const state = EditorState.create({ doc: now });
      const changed = state.update({ changes: [...changesBetween(state.doc, next)] });
      expect(changed.newDoc.toString()).toBe(next);
    }),
    { numRuns: 1000 },
  );
});

test('a line that both texts have is not touched', () => {
  const now = Text.of(['one', 'mine, being typed', 'three']);
  const next = 'ONE\nmine, being typed\nthree\nfour';
  const state = EditorState.create({ doc: now, selection: { anchor: 10 } });
  const changed = state.update({ changes: [...changesBetween(now, next)] });
  expect(changed.newSelection.main.head).toBe(10);
});
