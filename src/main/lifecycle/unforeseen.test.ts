import { EventEmitter } from 'node:events';
import { expect, test } from 'vitest';
import { createNoticeBoard } from '../notices/notice-board.ts';
import { goOnAfterErrors } from './unforeseen.ts';

test('an error that nobody caught is reported each time, and told the user once', () => {
  const failing = new EventEmitter();
  const notices = createNoticeBoard();
  const reported: unknown[] = [];
  goOnAfterErrors(failing, { notices, report: (problem) => reported.push(problem) });
  const [first, second] = [new Error('The bus broke.'), new Error('It broke again.')];
  failing.emit('uncaughtException', first);
  failing.emit('uncaughtException', second);
  expect(reported).toEqual([first, second]);
  expect(notices.list()).toMatchObject([{ id: 'unforeseen', severity: 'warning' }]);
});
