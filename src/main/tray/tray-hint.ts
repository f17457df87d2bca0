import { m } from '../../messages/index.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Notifier } from '../reminders/notifier.ts';
import { put } from '../services/acts.ts';
import { readSettings } from '../services/settings.ts';
import type { Store } from '../store/store.ts';

export interface TrayHintParts {
  readonly store: Store;
  readonly notifier: Notifier;
  readonly notices: NoticeBoard;
  readonly open: () => void;
}

/** Says once, and never again, that the app goes on in the tray after its window was closed. */
export function createTrayHint({ store, notifier, notices, open }: TrayHintParts) {
  return {
    show: async (): Promise<void> => {
      const settings = await readSettings(store);
      if (settings.wasTrayHintShown) return;
      await store.act(async (reader) => {
        const changed = { ...(await readSettings(reader)), wasTrayHintShown: true };
        return {
          act: { label: m.main_act_change_settings(), changes: [put(changed)] },
          value: null,
        };
      });
      const [title, body] = [m.main_hint_title(), m.main_hint_body()];
      const id = 'tray-hint';
      const failed = (): void => {
        notices.add({ id, severity: 'information', message: `${title}. ${body}` });
      };
      await notifier.show({ ...{ id, title, body, open, failed }, buttons: [] });
    },
  };
}
