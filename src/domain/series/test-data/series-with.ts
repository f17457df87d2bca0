import type { Series } from '../../documents/series.ts';

/** A weekly 1:1 on Tuesdays at nine in Berlin, with what a test wants different. */
export function seriesWith(change: Partial<Series>): Series {
  return {
    kind: 'series',
    version: 3,
    id: 'series-1',
    personId: 'person-1',
    startLocal: '2026-03-03T09:00',
    timeZone: 'Europe/Berlin',
    durationMinutes: 30,
    rule: 'FREQ=WEEKLY',
    exceptions: [],
    place: '',
    continues: null,
    calendar: null,
    createdAt: '2026-01-01T00:00:00Z',
    ...change,
  };
}
