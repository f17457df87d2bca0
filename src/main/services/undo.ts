import { failure, success } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Store } from '../store/store.ts';

export function createUndoService(store: Store): HandlersOf<'undo'> {
  return {
    'undo.undo': async ({ undoId }) =>
      (await store.undo(undoId)) === 'undone'
        ? success(null)
        : failure('not-found', m.main_undo_unknown()),
  };
}
