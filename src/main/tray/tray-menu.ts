import type { DueReview, UpcomingMeeting } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import { planRoute } from '../services/plan-route.ts';
import type { TrayContent, TrayEntry, TrayReminders } from './tray-content.ts';
import { inGroups } from './tray-content.ts';
import type { TrayMoment } from './tray-reminders.ts';
import { pausedTime, pauseEntries, reminderEntries } from './tray-reminders.ts';
import { reviewEntries } from './tray-reviews.ts';

export interface TrayState extends TrayMoment {
  /** Running or coming 1:1s, soonest first. */
  readonly upcoming: readonly UpcomingMeeting[];
  readonly reminders: TrayReminders;
  /** The decisions to look back on today, the one due longest first. */
  readonly reviews: readonly DueReview[];
}

/** From this many minutes before, the time until a 1:1 is said instead of its hour. */
const countdownMinutes = 60;

/** What the tray shows: what is next, what needs an answer, what can be done without the window. */
export function trayContent(state: TrayState): TrayContent {
  const [next] = state.upcoming;
  const label = next === undefined ? null : nextLabel(next, state);
  return {
    tooltip: tooltipOf(label, state),
    entries: inGroups(
      next === undefined || label === null
        ? [{ kind: 'heading', label: m.tray_nothing() }]
        : [openEntry(label, next), openEntry(m.tray_prepare({ name: next.personName }), next)],
      reminderEntries(state.reminders),
      todayEntries(state),
      reviewEntries(state.reviews),
      [
        { kind: 'action', label: m.tray_capture(), action: { kind: 'capture' } },
        ...pauseEntries(state.reminders, state),
      ],
      [
        { kind: 'action', label: m.tray_open(), action: { kind: 'show', route: null } },
        { kind: 'action', label: m.tray_quit(), action: { kind: 'quit' } },
      ],
    ),
  };
}

/** Whether the content will change within the hour by the clock alone. */
export function hasCountdown({ upcoming, now }: Pick<TrayState, 'upcoming' | 'now'>): boolean {
  const [next] = upcoming;
  return next !== undefined && minutesUntil(next.startsAt, now) <= countdownMinutes + 1;
}

/** All that the icon stands for, in words. */
function tooltipOf(next: string | null, state: TrayState): string {
  const { missed, pausedUntil } = state.reminders;
  const paused = pausedTime(pausedUntil, state);
  const parts = [
    ...(next === null ? [] : [next]),
    ...(missed === 0
      ? []
      : [missed === 1 ? m.tray_missed_short_one() : m.tray_missed_short_many({ count: missed })]),
    ...(paused === null ? [] : [m.tray_paused_short({ time: paused })]),
  ];
  return parts.length === 0 ? m.tray_tooltip() : m.tray_tooltip_parts({ parts: parts.join('; ') });
}

function nextLabel(next: UpcomingMeeting, state: TrayState): string {
  const { format, timeZone, now } = state;
  const name = next.personName;
  const minutes = minutesUntil(next.startsAt, now);
  if (minutes <= 0) return m.tray_until({ name, time: format.time(next.endsAt, timeZone) });
  if (minutes <= countdownMinutes) {
    return m.tray_in({ name, duration: format.duration(minutes) });
  }
  return isToday(next.startsAt, state)
    ? m.tray_at({ name, time: format.time(next.startsAt, timeZone) })
    : m.tray_on({ name, time: format.dayAndTime(next.startsAt, timeZone) });
}

function todayEntries(state: TrayState): readonly TrayEntry[] {
  const entries = state.upcoming
    .filter((meeting) => isToday(meeting.startsAt, state))
    .map((meeting) => {
      const time = state.format.time(meeting.startsAt, state.timeZone);
      return openEntry(m.tray_today_item({ time, name: meeting.personName }), meeting);
    });
  return entries.length === 0 ? [] : [{ kind: 'heading', label: m.tray_today() }, ...entries];
}

const openEntry = (label: string, meeting: UpcomingMeeting): TrayEntry => ({
  kind: 'action',
  label,
  action: { kind: 'show', route: planRoute(meeting) },
});

/** Whole minutes, rounded up, so that a 1:1 is "in 1 minute" until it begins. */
function minutesUntil(instant: string, now: Temporal.Instant): number {
  const until = Temporal.Instant.from(instant).epochMilliseconds - now.epochMilliseconds;
  return Math.ceil(until / 60_000);
}

function isToday(instant: string, { now, timeZone }: TrayState): boolean {
  const dayOf = (moment: Temporal.Instant): Temporal.PlainDate =>
    moment.toZonedDateTimeISO(timeZone).toPlainDate();
  return dayOf(Temporal.Instant.from(instant)).equals(dayOf(now));
}
