import { openActions } from '../../domain/agenda/actions.ts';
import { compareTexts } from '../../domain/compare-texts.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import { addMinutes } from '../../domain/time/instants.ts';
import { success } from '../../ipc/result.ts';
import type { OpenAction, TodayView } from '../../ipc/views.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { ReminderDesk } from '../reminders/reminder-desk.ts';
import type { ServiceParts } from './acts.ts';
import { timestamp, today } from './acts.ts';
import { readDueReviews } from './due-reviews.ts';
import type { Calendar } from './upcoming.ts';
import { readCalendar, upcomingMeetings } from './upcoming.ts';

/** How far ahead today looks. */
export const todayAheadMinutes = 7 * 24 * 60;

export interface TodayParts extends Pick<ServiceParts, 'store' | 'clock'> {
  readonly reminders: Pick<ReminderDesk, 'inbox'>;
}

export function createTodayService({ store, clock, reminders }: TodayParts): HandlersOf<'today'> {
  return {
    'today.read': async () => {
      const now = timestamp(clock);
      const [calendar, promising, dueReviews, inbox] = await Promise.all([
        readCalendar(store, now),
        store.summaries('meeting', { hasOpenActions: true }),
        readDueReviews(store, today(clock)),
        reminders.inbox(),
      ]);
      const missed = inbox.reminders.filter(({ isUnread }) => isUnread);
      return success({ ...todayView(calendar, promising, now), dueReviews, missed });
    },
  };
}

function todayView(
  calendar: Calendar,
  promising: readonly MeetingSummary[],
  now: string,
): Omit<TodayView, 'dueReviews' | 'missed'> {
  return {
    now,
    hasPeople: calendar.people.some(({ archivedOn }) => archivedOn === null),
    upcoming: upcomingMeetings(calendar, now, addMinutes(now, todayAheadMinutes)),
    openActions: allOpenActions(calendar, promising),
  };
}

/**
 * By due date, which puts the overdue first; those without one last, oldest promise first. Promises
 * between the user and somebody archived wait in the archive.
 */
function allOpenActions(
  { people }: Calendar,
  promising: readonly MeetingSummary[],
): readonly OpenAction[] {
  const met = people.filter(({ archivedOn }) => archivedOn === null);
  const names = new Map(met.map(({ id, name }) => [id, name]));
  return promising
    .filter(({ personId }) => names.has(personId))
    .flatMap((meeting) =>
      openActions(meeting.actions).map((action) => ({
        action,
        meetingId: meeting.id,
        personId: meeting.personId,
        personName: names.get(meeting.personId) ?? '',
      })),
    )
    .sort((one, other) => compareTexts(orderOf(one), orderOf(other)));
}

const orderOf = ({ action }: OpenAction): string => `${action.dueOn ?? '9999'} ${action.createdAt}`;
