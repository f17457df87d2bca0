import { expect, test } from 'vitest';
import { createNoticeBoard } from './notice-board.ts';

const notice = (id: string, message = 'Said once.') =>
  ({ id, severity: 'warning', message }) as const;

test('a notice is shown until it is dismissed, and then never again', () => {
  const board = createNoticeBoard();
  board.add(notice('no-tray'));
  expect(board.list()).toEqual([notice('no-tray')]);
  board.dismiss('no-tray');
  board.add(notice('no-tray'));
  expect(board.list()).toEqual([]);
});

test('what is no longer true goes, and may come back', () => {
  const board = createNoticeBoard();
  board.add(notice('disk'));
  board.withdraw('disk');
  expect(board.list()).toEqual([]);
  board.add(notice('disk'));
  expect(board.list()).toHaveLength(1);
});

test('listeners hear of a change, and not of the same notice said again', () => {
  const board = createNoticeBoard();
  let changes = 0;
  const stop = board.onChange(() => (changes += 1));
  board.add(notice('disk'));
  board.add(notice('disk'));
  expect(changes).toBe(1);
  board.add(notice('disk', 'Still full.'));
  expect(changes).toBe(2);
  board.dismiss('unknown');
  expect(changes).toBe(2);
  stop();
  board.dismiss('disk');
  expect(changes).toBe(2);
});
