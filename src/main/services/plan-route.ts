import { routeHash } from '../../domain/routes.ts';
import type { UpcomingMeeting } from '../../ipc/views.ts';

/** What tells one 1:1 from another: a reminder has it, and so has an entry in a list. */
type PlannedMeeting = Pick<
  UpcomingMeeting,
  'meetingId' | 'seriesId' | 'originalLocal' | 'personId'
>;

/** The place of a 1:1's plan: its document when there is one, else its occurrence. */
export function planRoute({
  meetingId,
  seriesId,
  originalLocal,
  personId,
}: PlannedMeeting): string {
  if (meetingId !== null) return routeHash({ place: 'meeting', meetingId });
  if (seriesId === null || originalLocal === null) return routeHash({ place: 'person', personId });
  return routeHash({ place: 'plan', seriesId, originalLocal });
}
