import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { failure, success, type Result } from '../../ipc/result.ts';
import { SaveState } from './save-state.svelte.ts';

const full = failure('not-saved', 'The disk is full.');

beforeEach(() => {
  vi.useFakeTimers();
});
afterEach(() => {
  vi.useRealTimers();
});

/** A call that answers when the test says so. */
function heldCall() {
  let answer: (result: Result<null>) => void = () => undefined;
  const promise = new Promise<Result<null>>((resolve) => {
    answer = resolve;
  });
  return { task: () => promise, answer };
}

test('says saved only once main has acknowledged', async () => {
  const save = new SaveState();
  expect(save.status).toBe('idle');
  const { task, answer } = heldCall();
  const running = save.run(task);
  expect(save.status).toBe('saving');
  answer(success(null));
  await running;
  expect(save.status).toBe('saved');
});

test('stays unsaved while any of two saves runs', async () => {
  const save = new SaveState();
  const [one, other] = [heldCall(), heldCall()];
  const runs = [save.run(one.task, 'one'), save.run(other.task, 'other')];
  one.answer(success(null));
  await runs[0];
  expect(save.status).toBe('saving');
  other.answer(success(null));
  await runs[1];
  expect(save.status).toBe('saved');
});

test('a failure shows its sentence until a retry works', async () => {
  const save = new SaveState();
  const answers: Result<null>[] = [full, success(null)];
  await save.run(() => Promise.resolve(answers.shift() ?? success(null)));
  expect([save.status, save.message]).toEqual(['failed', 'The disk is full.']);
  await save.retry();
  expect([save.status, save.message]).toEqual(['saved', '']);
});

test('a failure of one thing is not hidden by the success of another', async () => {
  const save = new SaveState();
  await save.run(() => Promise.resolve(full), 'name');
  await save.run(() => Promise.resolve(success(null)), 'notes');
  expect(save.status).toBe('failed');
});

test('a newer text makes a failed older one void', async () => {
  const save = new SaveState();
  const written: string[] = [];
  await save.run(() => Promise.resolve(full), 'notes');
  await save.run(() => {
    written.push('newer');
    return Promise.resolve(success(null));
  }, 'notes');
  await save.retry();
  expect(written).toEqual(['newer']);
  expect(save.status).toBe('saved');
});

test('typing counts as unsaved at once and is saved when it pauses, the newest alone', async () => {
  const save = new SaveState();
  const written: string[] = [];
  for (const text of ['H', 'He', 'Hel', 'Hell', 'Hello', 'Hello!']) {
    save.later(() => {
      written.push(text);
      return Promise.resolve(success(null));
    });
    expect(save.status).toBe('saving');
    await vi.advanceTimersByTimeAsync(100);
  }
  expect(written).toEqual([]);
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toEqual(['Hello!']);
  expect(save.status).toBe('saved');
});

test('flush saves what waits, once', async () => {
  const save = new SaveState();
  const written: string[] = [];
  save.later(() => {
    written.push('Hello');
    return Promise.resolve(success(null));
  });
  await save.flush();
  await vi.advanceTimersByTimeAsync(1000);
  expect(written).toEqual(['Hello']);
});
