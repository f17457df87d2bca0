import type { Occurrence } from '../../series/occurrences.ts';
import { defaultSettings } from '../../documents/settings.ts';
import type { Settings } from '../../documents/settings.ts';
import { usualReminders } from '../../documents/person.ts';
import { addMinutes } from '../../time/instants.ts';
import { emptyLedger } from '../ledger.ts';
import type { ReminderState } from '../plan.ts';

/** A half-hour 1:1 with person-1 at nine o'clock UTC, with what a test wants different. */
export function occurrenceWith(change: Partial<Occurrence>): Occurrence {
  const startsAt = change.startsAt ?? '2026-03-03T09:00:00Z';
  const durationMinutes = change.durationMinutes ?? 30;
  return {
    seriesId: 'series-1',
    personId: 'person-1',
    originalLocal: '2026-03-03T09:00',
    startLocal: startsAt.slice(0, 16),
    timeZone: 'UTC',
    startsAt,
    endsAt: addMinutes(startsAt, durationMinutes),
    durationMinutes,
    isMoved: false,
    ...change,
  };
}

/** No reminders but ten minutes before, with what a test wants different. */
export function settingsWith(change: Partial<Settings>): Settings {
  return { ...defaultSettings, prepareAt: null, wrapUpAfterMinutes: null, ...change };
}

/** That one 1:1, ten minutes' lead, an app that has run since the day before. */
export function stateWith(change: Partial<ReminderState>): ReminderState {
  return {
    occurrences: [occurrenceWith({})],
    people: [{ id: 'person-1', archivedOn: null, reminders: usualReminders }],
    settings: settingsWith({}),
    timeZone: 'UTC',
    ledger: emptyLedger('2026-03-02T00:00:00Z'),
    now: '2026-03-03T08:50:00Z',
    ...change,
  };
}
