import type { DocumentKind } from '../../domain/documents/document.ts';
import type { Clock } from '../platform/clock.ts';
import type { Store } from '../store/store.ts';
import { timestamp } from './acts.ts';
import type { Calendar } from './upcoming.ts';
import { readCalendar } from './upcoming.ts';

/** Keeps the calendar between beats, so that a minute that brings nothing new reads nothing. */
export interface CalendarCache {
  readonly read: () => Promise<Calendar>;
  /** The clock was set: what is recent is something else. */
  readonly forget: () => void;
  readonly dispose: () => void;
}

const kinds: ReadonlySet<DocumentKind> = new Set<DocumentKind>(['person', 'series', 'meeting']);

export function createCalendarCache(store: Store, clock: Clock): CalendarCache {
  let known: Promise<Calendar> | null = null;
  const dispose = store.onChange((touched) => {
    if (touched.some(({ kind }) => kinds.has(kind))) known = null;
  });
  return {
    read: () => {
      const reading = (known ??= readCalendar(store, timestamp(clock)));
      reading.catch(() => {
        if (known === reading) known = null;
      });
      return reading;
    },
    forget: () => {
      known = null;
    },
    dispose,
  };
}
