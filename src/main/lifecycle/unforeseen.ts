import { m } from '../../messages/index.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';

/** What of Node's process tells of errors that nobody caught. */
interface FailingProcess {
  on(event: 'uncaughtException', listener: (error: unknown) => void): unknown;
}

/** Who hears of them. */
export interface UnforeseenParts {
  readonly notices: Pick<NoticeBoard, 'add'>;
  readonly report: (problem: unknown) => void;
}

/**
 * Tells of what nobody caught, and goes on: the documents are with a thread of their own, and what it
 * acknowledged is safe. Electron would go on as well, but put a box with a stack trace before the
 * user, which holds up every reminder until somebody has closed it.
 */
export function goOnAfterErrors(
  failing: FailingProcess,
  { notices, report }: UnforeseenParts,
): void {
  failing.on('uncaughtException', (error) => {
    report(error);
    notices.add({ id: 'unforeseen', severity: 'warning', message: m.main_unexpected() });
  });
}
