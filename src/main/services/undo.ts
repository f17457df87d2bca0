import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Store } from '../store/store.ts';

/** As many as are promised. */
const waysBackListed = 20;

export function createUndoService(store: Store): HandlersOf<'undo'> {
  return {
    'undo.list': async () => success((await store.waysBack()).slice(0, waysBackListed)),
    'undo.undo': async ({ undoId }) => {
      const undone = await store.undo(undoId);
      switch (undone.kind) {
        case 'undone':
          return success(null);
        case 'nothing-left':
          return failure('not-found', m.main_undo_nothing_left());
        case 'person-gone':
          return failure('not-found', m.main_undo_person_gone());
        case 'unknown':
          return failure('not-found', m.main_undo_unknown());
      }
    },
  };
}
