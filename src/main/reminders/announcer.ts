import type { SnoozeChoice } from '../../domain/reminders/inbox.ts';
import type { ReminderKey } from '../../domain/reminders/ledger.ts';
import { epochOf } from '../../domain/time/instants.ts';
import type { Notice } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { NoticeBoard } from '../notices/notice-board.ts';
import type { Announcement } from './announcements.ts';
import type { Message, Notifier } from './notifier.ts';
import type { ReminderDesk } from './reminder-desk.ts';

export interface AnnouncerParts extends Pick<ReminderDesk, 'snooze' | 'acknowledge'> {
  readonly notifier: Notifier;
  readonly notices: NoticeBoard;
  /** Brings the window forward at a route, made anew if need be. */
  readonly show: (route: string) => void;
  /** Says to all listeners that what can be done about reminders is another. */
  readonly tell: () => void;
  readonly report: (problem: unknown) => void;
}

/** Puts announcements on the screen, in the window where the desktop will not, and off again. */
export interface Announcer extends Pick<ReminderDesk, 'announce' | 'open'> {
  /** Whether no notification could be shown of it, and nobody has answered it since. */
  readonly isUnshown: (key: ReminderKey) => boolean;
  /** These reminders were answered: what stands for no others goes. */
  readonly settle: (keys: readonly ReminderKey[]) => void;
}

export function createAnnouncer(parts: AnnouncerParts): Announcer {
  const { notifier, notices } = parts;
  const onScreen = new Map<string, Announcement>();
  const unshown = new Map<string, Announcement>();
  const take = (announcement: Announcement): void => {
    onScreen.delete(announcement.id);
    unshown.delete(announcement.id);
    notifier.withdraw(announcement.id);
    notices.withdraw(noticeId(announcement));
  };
  const settle: Announcer['settle'] = (keys) => {
    const known = [...onScreen.values(), ...unshown.values()];
    for (const one of known.filter((each) => isAnsweredBy(each, keys))) take(one);
  };
  const answer = ({ keys }: Pick<Announcement, 'keys'>): void => {
    settle(keys);
    if (keys.length > 0) parts.acknowledge(keys).catch(parts.report);
  };
  const open: Announcer['open'] = (announcement) => {
    answer(announcement);
    parts.show(announcement.route);
  };
  // Whoever puts the line in the window away has answered it, as with a notification.
  notices.onChange(() => {
    const listed = new Set(notices.list().map(({ id }) => id));
    const dismissed = [...unshown.values()].filter((one) => !listed.has(noticeId(one)));
    for (const one of dismissed) {
      unshown.delete(one.id);
      answer(one);
    }
  });
  const fallBack = (announcement: Announcement): void => {
    onScreen.delete(announcement.id);
    unshown.set(announcement.id, announcement);
    notices.add(noticeOf(announcement));
    parts.tell();
  };
  return {
    open,
    settle,
    isUnshown: (key) =>
      [...unshown.values()].some(({ keys }) => keys.some((one) => isSame(one, key))),
    announce: async (announcement) => {
      onScreen.set(announcement.id, announcement);
      await notifier.show(messageOf(announcement, { open, answer, fallBack, parts }));
    },
  };
}

interface Answers {
  readonly open: Announcer['open'];
  readonly answer: (announcement: Announcement) => void;
  readonly fallBack: (announcement: Announcement) => void;
  readonly parts: AnnouncerParts;
}

function messageOf(announcement: Announcement, answers: Answers): Message {
  const { open, answer, fallBack, parts } = answers;
  const { id, title, body, snoozes } = announcement;
  const openIt = (): void => {
    open(announcement);
  };
  const later = snoozes.map((choice) => ({
    label: snoozeLabel(choice),
    press: () => {
      snoozeOrOpen(announcement, choice, { open, parts }).catch(parts.report);
    },
  }));
  return {
    ...{ id, title, body, open: openIt },
    buttons: [{ label: m.common_open(), press: openIt }, ...later],
    dismissed: () => {
      answer(announcement);
    },
    failed: () => {
      fallBack(announcement);
    },
  };
}

/** Where it is too late to be reminded again, what it was about helps more than silence. */
async function snoozeOrOpen(
  announcement: Announcement,
  choice: SnoozeChoice,
  { open, parts }: Pick<Answers, 'open' | 'parts'>,
): Promise<void> {
  const [key] = announcement.keys;
  const outcome = key === undefined ? 'unknown' : await parts.snooze(key, choice);
  if (outcome !== 'snoozed') open(announcement);
}

function noticeOf(announcement: Announcement): Notice {
  const { title, body, route } = announcement;
  const message = m.reminders_notice({ title, body });
  return { id: noticeId(announcement), severity: 'information', message, route };
}

const isAnsweredBy = (
  announcement: Pick<Announcement, 'keys'>,
  answered: readonly ReminderKey[],
): boolean =>
  announcement.keys.length > 0 &&
  announcement.keys.every((key) => answered.some((one) => isSame(one, key)));

const snoozeLabel = (choice: SnoozeChoice): string =>
  choice === 'until-start'
    ? m.reminders_snooze_until_start()
    : m.reminders_snooze_minutes({ count: choice });

/** Of its start too: whoever has put away the line of a 1:1 that was moved since has not seen this. */
const noticeId = ({ id, keys }: Announcement): string =>
  `reminder:${id}:${keys[0]?.startsAt ?? ''}`;

const isSame = (one: ReminderKey, other: ReminderKey): boolean =>
  one.id === other.id && epochOf(one.startsAt) === epochOf(other.startsAt);
