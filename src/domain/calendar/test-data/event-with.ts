import type { CalendarEvent } from '../calendar-event.ts';

/** A weekly event of half an hour, called Planning, to which nobody is invited; with changes. */
export const eventWith = (changes: Partial<CalendarEvent> = {}): CalendarEvent => ({
  uid: 'event-1@example.org',
  recurrenceId: null,
  sequence: 0,
  changedAt: null,
  title: 'Planning',
  attendees: [],
  organizer: null,
  startLocal: '2026-11-23T10:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 30,
  isAllDay: false,
  status: 'confirmed',
  rule: 'FREQ=WEEKLY',
  exceptions: [],
  place: '',
  notes: [],
  ...changes,
});
