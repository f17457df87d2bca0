import type { UpcomingMeeting } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { Formatter } from '../../messages/format.ts';
import { planRoute } from '../services/plan-route.ts';

/** What a click on an entry asks for. */
export type TrayAction =
  { readonly kind: 'show'; readonly route: string | null } | { readonly kind: 'quit' };

export type TrayEntry =
  | { readonly kind: 'separator' }
  | { readonly kind: 'heading'; readonly label: string }
  | { readonly kind: 'action'; readonly label: string; readonly action: TrayAction };

export interface TrayContent {
  readonly tooltip: string;
  readonly entries: readonly TrayEntry[];
}

export interface TrayState {
  /** Running or coming 1:1s, soonest first. */
  readonly upcoming: readonly UpcomingMeeting[];
  readonly now: Temporal.Instant;
  /** The zone of this machine, in which times are shown. */
  readonly timeZone: string;
  readonly format: Formatter;
}

/** From this many minutes before, the time until a 1:1 is said instead of its hour. */
const countdownMinutes = 60;

/** What the tray shows: the next 1:1, today's list, the way into the window and out of the app. */
export function trayContent(state: TrayState): TrayContent {
  const [next] = state.upcoming;
  const separator = { kind: 'separator' } as const;
  const label = next === undefined ? null : nextLabel(next, state);
  const first: TrayEntry =
    next === undefined || label === null
      ? { kind: 'heading', label: m.main_tray_nothing() }
      : openEntry(label, next);
  const today = todayEntries(state);
  return {
    tooltip: label === null ? m.main_tray_tooltip() : m.main_tray_tooltip_next({ next: label }),
    entries: [
      first,
      ...(today.length === 0
        ? []
        : [separator, { kind: 'heading', label: m.main_tray_today() } as const, ...today]),
      separator,
      { kind: 'action', label: m.main_tray_open(), action: { kind: 'show', route: null } },
      { kind: 'action', label: m.main_tray_quit(), action: { kind: 'quit' } },
    ],
  };
}

/** Whether the content will change within the hour by the clock alone. */
export function hasCountdown({ upcoming, now }: Pick<TrayState, 'upcoming' | 'now'>): boolean {
  const [next] = upcoming;
  return next !== undefined && minutesUntil(next.startsAt, now) <= countdownMinutes + 1;
}

function nextLabel(next: UpcomingMeeting, state: TrayState): string {
  const { format, timeZone, now } = state;
  const name = next.personName;
  const minutes = minutesUntil(next.startsAt, now);
  if (minutes <= 0) return m.main_tray_until({ name, time: format.time(next.endsAt, timeZone) });
  if (minutes <= countdownMinutes) {
    return m.main_tray_in({ name, duration: format.duration(minutes) });
  }
  return isToday(next.startsAt, state)
    ? m.main_tray_at({ name, time: format.time(next.startsAt, timeZone) })
    : m.main_tray_on({ name, time: format.dayAndTime(next.startsAt, timeZone) });
}

function todayEntries(state: TrayState): readonly TrayEntry[] {
  return state.upcoming
    .filter((meeting) => isToday(meeting.startsAt, state))
    .map((meeting) => {
      const time = state.format.time(meeting.startsAt, state.timeZone);
      return openEntry(m.main_tray_today_item({ time, name: meeting.personName }), meeting);
    });
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
