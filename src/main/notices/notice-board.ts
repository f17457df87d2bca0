import type { Notice } from '../../ipc/views.ts';
import { Listeners } from '../platform/listeners.ts';

/** What the user should know about the app itself, said once, where they are. */
export interface NoticeBoard {
  /** Puts a notice up; one with the same id is replaced, one that was dismissed stays away. */
  add(notice: Notice): void;
  /** Takes away a notice that is no longer true. */
  withdraw(id: string): void;
  /** The user has read it. Unknown ids are ignored: two windows may dismiss the same one. */
  dismiss(id: string): void;
  list(): readonly Notice[];
  /** The answer unsubscribes. */
  onChange(listener: () => void): () => void;
}

export function createNoticeBoard(): NoticeBoard {
  const notices = new Map<string, Notice>();
  const dismissed = new Set<string>();
  const changes = new Listeners<void>();
  const tell = (): void => {
    changes.tell();
  };
  return {
    add: (notice) => {
      const known = notices.get(notice.id);
      if (dismissed.has(notice.id) || known?.message === notice.message) return;
      notices.set(notice.id, notice);
      tell();
    },
    withdraw: (id) => {
      if (notices.delete(id)) tell();
    },
    dismiss: (id) => {
      dismissed.add(id);
      if (notices.delete(id)) tell();
    },
    list: () => [...notices.values()],
    onChange: (listener) => changes.add(listener),
  };
}
