import type { MeetingView } from '../../../ipc/views.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';
import { zoneCity } from '../../../messages/zone-city.ts';

/** When a meeting is, in words. */
export interface MeetingWhen {
  /** In the meeting's own zone, which is named when it is not this machine's. */
  readonly date: string;
  /** The same on this machine's clock; null when that is no other time. */
  readonly here: string | null;
  /** How far away it is, or how long ago. */
  readonly until: string;
}

interface Reader {
  readonly format: Formatter;
  /** The zone of this machine, IANA. */
  readonly timeZone: string;
  /** Milliseconds since the epoch, by main's clock. */
  readonly now: number;
}

/** Says when a meeting is; null for one without a date. */
export function describeWhen(view: MeetingView, reader: Reader): MeetingWhen | null {
  const { startsAt, endsAt, meeting } = view;
  if (startsAt === null || endsAt === null) return null;
  const { format } = reader;
  const span = (zone: string) => ({
    day: format.day(startsAt, zone),
    start: format.time(startsAt, zone),
    end: format.time(endsAt, zone),
  });
  const there = span(meeting.timeZone);
  const here = span(reader.timeZone);
  const isElsewhere = meeting.timeZone !== reader.timeZone;
  const isSameClock = there.day === here.day && there.start === here.start;
  const date = m.meeting_when(there);
  return {
    date: isElsewhere ? `${date}, ${m.meeting_zone({ zone: zoneCity(meeting.timeZone) })}` : date,
    here: isSameClock
      ? null
      : there.day === here.day
        ? m.meeting_when_here(here)
        : m.meeting_when_here_other_day(here),
    until: describeUntil(Date.parse(startsAt), Date.parse(endsAt), reader),
  };
}

function describeUntil(start: number, end: number, { format, now }: Reader): string {
  const minutes = (from: number, to: number): number => (to - from) / 60_000;
  const aboutNow = 0.5;
  if (Math.abs(minutes(now, start)) < aboutNow) return m.meeting_starts_now();
  if (now < start) return m.meeting_starts_in({ duration: format.duration(minutes(now, start)) });
  if (now < end) return m.meeting_began({ duration: format.duration(minutes(start, now)) });
  return m.meeting_ended({ duration: format.duration(minutes(end, now)) });
}
