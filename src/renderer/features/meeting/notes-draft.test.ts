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
  const writes: {
    readonly text: string;
    readonly before: string;
    readonly answer: (result: Result<string>) => void;
  }[] = [];
  const draft = new NotesDraft(
    stored,
    (text, before) =>
      new Promise((answer) => {
        writes.push({ text, before, answer });
      }),
  );
  const answer = async (given?: Result<string>): Promise<void> => {
    const last = writes.at(-1);
    last?.answer(given ?? success(last.text));
    await vi.advanceTimersByTimeAsync(0);
  };
  return { draft, answer, written: () => writes.map(({ text }) => text), writes };
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

test('what comes from elsewhere stands beside what is typed and not saved yet', async () => {
  const { draft, answer, writes } = setUp('one\ntwo');
  draft.type('one\ntwo and mine');
  draft.reread('theirs\none\ntwo');
  expect(draft.text).toBe('theirs\none\ntwo and mine');
  await vi.advanceTimersByTimeAsync(250);
  expect(writes.at(-1)).toMatchObject({ text: draft.text, before: 'theirs\none\ntwo' });
  await answer();
  expect(draft.isUnsaved).toBe(false);
});

test('what main has merged in is shown, and goes into what is typed meanwhile', async () => {
  const { draft, answer, written } = setUp('one');
  draft.type('one\nmine');
  await vi.advanceTimersByTimeAsync(250);
  draft.type('one\nmine too');
  await answer(success('theirs\none\nmine'));
  expect(draft.text).toBe('theirs\none\nmine too');
  expect(written().at(-1)).toBe('theirs\none\nmine too');
  await answer();
  expect(draft.status).toBe('saved');
});

test('with nothing unsaved, what main says is shown', () => {
  const { draft } = setUp('old');
  draft.reread('new');
  expect(draft.text).toBe('new');
});

test('a reading that is older than the last save changes nothing', async () => {
  const { draft, answer } = setUp('');
  for (const text of ['a', 'ab']) {
    draft.type(text);
    await vi.advanceTimersByTimeAsync(250);
    await answer();
  }
  draft.reread('a');
  draft.reread('');
  expect(draft.text).toBe('ab');
  draft.reread('ab');
  draft.reread('a');
  expect(draft.text).toBe('a');
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
