import type { Clock } from '../platform/clock.ts';
import type { Store } from '../store/store.ts';
import { timestamp } from './acts.ts';
import type { KeptReading } from './kept-reading.ts';
import { keptReading } from './kept-reading.ts';
import type { Calendar } from './upcoming.ts';
import { readCalendar } from './upcoming.ts';

/** The calendar as the beats read it; forgotten when the clock was set, since recent is relative. */
export type CalendarCache = KeptReading<Calendar>;

export const createCalendarCache = (store: Store, clock: Clock): CalendarCache =>
  keptReading(store, ['person', 'series', 'meeting'], () => readCalendar(store, timestamp(clock)));
