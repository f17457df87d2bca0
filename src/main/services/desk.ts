import { failure, success } from '../../ipc/result.ts';
import type { DeskView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { CaptureShortcut } from '../capture/capture-keys.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { LoginItem } from '../login/login-item.ts';
import { reasonOf } from '../store/save-failure.ts';

export interface DeskServiceParts {
  readonly login: LoginItem;
  readonly shortcut: CaptureShortcut;
}

/** What of the app is at hand while its window is not. */
export function createDeskService({ login, shortcut }: DeskServiceParts): HandlersOf<'desk'> {
  const view = async (): Promise<DeskView> => ({
    login: await login.read(),
    captureKeys: shortcut.keys(),
  });
  return {
    'desk.read': async () => success(await view()),
    'desk.setStartsAtLogin': async ({ startsAtLogin }) => {
      const set = await login.set(startsAtLogin);
      return set.ok ? success(await view()) : set;
    },
    'desk.setCaptureKeys': async ({ captureKeys }) => {
      try {
        const chosen = await shortcut.choose(captureKeys);
        return chosen.ok ? success(await view()) : chosen;
      } catch (error) {
        return failure('not-saved', m.desk_shortcut_not_kept({ reason: reasonOf(error) }));
      }
    },
  };
}
