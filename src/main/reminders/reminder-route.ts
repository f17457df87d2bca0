import type { Reminder } from '../../domain/reminders/ledger-schema.ts';
import { routeHash } from '../../domain/routes.ts';
import { planRoute } from '../services/plan-route.ts';

/** Where a reminder leads: to the wrap-up of what was planned, else to the plan, where one prepares. */
export function reminderRoute(
  reminder: Pick<Reminder, 'stage' | 'meetingId' | 'seriesId' | 'originalLocal' | 'personId'>,
): string {
  const { stage, meetingId } = reminder;
  const isWrapUp = stage === 'wrap-up' && meetingId !== null;
  return isWrapUp ? routeHash({ place: 'wrap-up', meetingId }) : planRoute(reminder);
}

/** Where all of them are listed. */
export const inboxRoute = routeHash({ place: 'reminders' });
