import { routeHash } from '../../domain/routes.ts';
import type { ChangeTopic, Events } from '../../ipc/contract.ts';
import type { CaptureDesk } from '../capture/capture-desk.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { ReminderDesk } from '../reminders/reminder-desk.ts';
import type { Store } from '../store/store.ts';
import { changeTopics } from './change-topics.ts';

export interface PublishParts {
  readonly store: Store;
  readonly notices: NoticeBoard;
  readonly captures: Pick<CaptureDesk, 'onChange'>;
  readonly reminders: Pick<ReminderDesk, 'onChange'>;
  readonly send: (name: 'changed', event: Events['changed']) => void;
}

/**
 * Tells windows what to read again, and puts what the store found wrong on the notice board.
 * The answer stops both.
 */
export function publishChanges(parts: PublishParts): () => void {
  const { store, notices, captures, reminders, send } = parts;
  const publish = (...topics: readonly ChangeTopic[]): void => {
    send('changed', { topics });
  };
  const route = routeHash({ place: 'data' });
  const takeProblems = (): void => {
    for (const { id, message } of store.problems()) {
      notices.add({ id: `store:${id}`, severity: 'warning', message, route });
    }
  };
  const stops = [
    store.onChange((touched) => {
      publish(...changeTopics(touched));
    }),
    notices.onChange(() => {
      publish('notices');
    }),
    captures.onChange(() => {
      publish('capture');
    }),
    reminders.onChange(() => {
      publish('reminders');
    }),
    store.onProblem(() => {
      takeProblems();
      publish('problems');
    }),
  ];
  takeProblems();
  return () => {
    for (const stop of stops) stop();
  };
}
