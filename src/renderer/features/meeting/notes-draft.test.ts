import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success, type Result } from '../../../ipc/result.ts';
import { NotesDraft } from './notes-draft.svelte.ts';

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A disk that answers when a test says so. */
function setUp(stored = '') {
  const writes: { readonly text: string; readonly answer: (result: Result<null>) => void }[] = [];
  const draft = new NotesDraft(
    stored,
    (text) =>
      new Promise((answer) => {
        writes.push({ text, answer });
      }),
  );
  const answer = async (result: Result<null> = success(null)): Promise<void> => {
    writes.at(-1)?.answer(result);
    await vi.advanceTimersByTimeAsync(0);
  };
  return { draft, answer, written: () => writes.map(({ text }) => text) };
}

test('typing is on its way within a quarter of a second, however long it goes on', async () => {
  const { draft, answer, written } = setUp();
  draft.type('a');
  await vi.advanceTimersByTimeAsync(200);
  draft.type('ab');
  expect(written()).toEqual([]);
  await vi.advanceTimersByTimeAsync(50);
  expect(written()).toEqual(['ab']);
  expect(draft.status).toBe('saving');
  await answer();
  expect(draft.status).toBe('saved');
});

test('what is typed during a save is saved after it, and only then called saved', async () => {
  const { draft, answer, written } = setUp();
  draft.type('a');
  await vi.advanceTimersByTimeAsync(250);
  draft.type('ab');
  await vi.advanceTimersByTimeAsync(1000);
  expect(written()).toEqual(['a']);
  await answer();
  expect(written()).toEqual(['a', 'ab']);
  expect(draft.status).toBe('saving');
  await answer();
  expect(draft.status).toBe('saved');
  expect(draft.isUnsaved).toBe(false);
});

test('a failure keeps the text, says why, and the retry saves what stands there now', async () => {
  const { draft, answer, written } = setUp();
  draft.type('a');
  await vi.advanceTimersByTimeAsync(250);
  await answer(failure('not-saved', 'The disk is full.'));
  expect(draft.status).toBe('failed');
  expect(draft.message).toBe('The disk is full.');
  expect(draft.text).toBe('a');
  void draft.retry();
  await vi.advanceTimersByTimeAsync(0);
  await answer();
  expect(written()).toEqual(['a', 'a']);
  expect(draft.status).toBe('saved');
});

test('typing on after a failure tries again by itself', async () => {
  const { draft, answer, written } = setUp();
  draft.type('a');
  await vi.advanceTimersByTimeAsync(250);
  await answer(failure('not-saved', 'The disk is full.'));
  draft.type('ab');
  await vi.advanceTimersByTimeAsync(250);
  await answer();
  expect(written()).toEqual(['a', 'ab']);
  expect(draft.status).toBe('saved');
});

test('what main says later never takes the place of text that is not saved', async () => {
  const { draft, answer } = setUp('old');
  draft.type('mine');
  draft.reread('theirs');
  expect(draft.text).toBe('mine');
  await vi.advanceTimersByTimeAsync(250);
  draft.reread('theirs');
  expect(draft.text).toBe('mine');
  await answer();
  draft.reread('theirs');
  expect(draft.text).toBe('theirs');
});

test('a flush does not wait: neither for the pause, nor for a save under way', async () => {
  const { draft, written } = setUp();
  draft.type('a');
  void draft.flush();
  expect(written()).toEqual(['a']);
  draft.type('ab');
  void draft.flush();
  expect(written()).toEqual(['a', 'ab']);
  await vi.advanceTimersByTimeAsync(0);
});

test('nothing is written while nothing is unsaved', async () => {
  const { draft, written } = setUp('same');
  draft.type('same');
  await draft.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(written()).toEqual([]);
});
