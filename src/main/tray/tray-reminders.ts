import { routeHash } from '../../domain/routes.ts';
import type { Formatter } from '../../messages/format.ts';
import { m } from '../../messages/index.ts';
import type { TrayEntry, TrayReminder, TrayReminders } from './tray-content.ts';

const snoozeMinutes = 5;
const pauses = [
  { length: 30, label: m.tray_pause_half_hour },
  { length: 60, label: m.tray_pause_hour },
] as const;

/** What of the tray's words depends on when and where. */
export interface TrayMoment {
  readonly now: Temporal.Instant;
  /** The zone of this machine, in which times are shown. */
  readonly timeZone: string;
  readonly format: Formatter;
}

/** What needs an answer: reminders that are up, that could not be shown, that were missed. */
export function reminderEntries(
  { showing, unshown, missed }: TrayReminders,
  { format }: TrayMoment,
): readonly TrayEntry[] {
  return [
    ...showing.map((reminder) => snoozeEntry(reminder, format)),
    ...(unshown.length === 0
      ? []
      : [
          {
            kind: 'submenu',
            label: m.tray_unshown(),
            entries: unshown.map(({ title, route }) => ({
              kind: 'action' as const,
              label: title,
              action: { kind: 'show' as const, route },
            })),
          } as const,
        ]),
    ...(missed === 0
      ? []
      : [
          {
            kind: 'action',
            label: missed === 1 ? m.tray_missed_one() : m.tray_missed_many({ count: missed }),
            action: { kind: 'show', route: routeHash({ place: 'today' }) },
          } as const,
        ]),
  ];
}

function snoozeEntry(reminder: TrayReminder, format: Formatter): TrayEntry {
  const { id: reminderId, title, isBeforeStart } = reminder;
  const snooze = (label: string, wait: number | 'until-start'): TrayEntry => ({
    kind: 'action',
    label,
    action: { kind: 'snooze', reminderId, wait },
  });
  const duration = format.duration(snoozeMinutes);
  return {
    kind: 'submenu',
    label: m.tray_snooze({ title }),
    entries: [
      snooze(m.tray_snooze_minutes({ duration }), snoozeMinutes),
      ...(isBeforeStart ? [snooze(m.tray_snooze_until_start(), 'until-start')] : []),
      {
        kind: 'action',
        label: m.tray_snooze_done(),
        action: { kind: 'acknowledge', reminderId },
      },
    ],
  };
}

/** The way to silence and back. */
export function pauseEntries(
  { pausedUntil }: TrayReminders,
  moment: TrayMoment,
): readonly TrayEntry[] {
  const time = pausedTime(pausedUntil, moment);
  if (time !== null) {
    return [
      { kind: 'heading', label: m.tray_paused({ time }) },
      { kind: 'action', label: m.tray_resume(), action: { kind: 'resume' } },
    ];
  }
  const lengths = pauses.map(({ length, label }) => ({
    kind: 'action' as const,
    label: label(),
    action: { kind: 'pause' as const, length },
  }));
  const tomorrow = { kind: 'pause', length: 'until-tomorrow' } as const;
  const settings = routeHash({ place: 'settings', field: 'pause' });
  return [
    {
      kind: 'submenu',
      label: m.tray_pause(),
      entries: [
        ...lengths,
        { kind: 'action', label: m.tray_pause_tomorrow(), action: tomorrow },
        {
          kind: 'action',
          label: m.tray_pause_custom(),
          action: { kind: 'show', route: settings },
        },
      ],
    },
  ];
}

/** Until when reminders are paused, by the clock or with the day; null while they come. */
export function pausedTime(
  pausedUntil: string | null,
  { now, timeZone, format }: TrayMoment,
): string | null {
  if (pausedUntil === null) return null;
  const end = Temporal.Instant.from(pausedUntil);
  if (Temporal.Instant.compare(end, now) <= 0) return null;
  const dayOf = (instant: Temporal.Instant): string =>
    instant.toZonedDateTimeISO(timeZone).toPlainDate().toString();
  return dayOf(end) === dayOf(now)
    ? format.time(pausedUntil, timeZone)
    : format.dayAndTime(pausedUntil, timeZone);
}
