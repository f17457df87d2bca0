import type { SeriesException } from '../documents/series.ts';
import { inOrder } from '../series/change-series.ts';
import { localText } from '../series/read-series.ts';
import { ruleTimesBetween } from '../series/rule-times.ts';
import type { CalendarEvent } from './calendar-event.ts';
import { utcLocal } from './clocks.ts';
import type { PlacedEvent } from './place-event.ts';

type Dates = Pick<CalendarEvent, 'startLocal' | 'timeZone' | 'rule' | 'exceptions'>;

const yearsBack = 1;
const yearsAhead = 2;
const maximumDates = 1500;

/**
 * The dates of an event one by one, in UTC: for a zone that only its calendar knows, which a series
 * cannot follow. Of what goes on and on, those of the last year and of the next two.
 */
export function countedOut(
  event: PlacedEvent,
  exceptions: readonly SeriesException[],
  now: string,
): Dates {
  const differing = new Set(exceptions.map(({ originalLocal }) => originalLocal));
  const regular = regularTimes(event, now)
    .filter((local) => !differing.has(local))
    .map((local) => ({ local, startLocal: local, durationMinutes: event.durationMinutes }));
  const changed = exceptions.flatMap((one) =>
    one.kind === 'cancelled' ? [] : [{ ...one, local: one.originalLocal }],
  );
  const inUtc = (local: string): string =>
    localText(utcLocal(event.clock.epochAt(Temporal.PlainDateTime.from(local))));
  const added = [...regular, ...changed].map(
    ({ local, startLocal, durationMinutes }): SeriesException => ({
      ...{ kind: 'added', originalLocal: inUtc(local), startLocal: inUtc(startLocal) },
      durationMinutes,
    }),
  );
  const startLocal = inUtc(localText(event.read.first));
  const isFirstGone = !added.some(({ originalLocal }) => originalLocal === startLocal);
  const first: SeriesException[] = isFirstGone
    ? [{ kind: 'cancelled', originalLocal: startLocal }]
    : [];
  return { startLocal, timeZone: 'UTC', rule: null, exceptions: inOrder([...first, ...added]) };
}

function regularTimes({ read }: PlacedEvent, now: string): readonly string[] {
  const { first } = read;
  const today = Temporal.Instant.from(now).toZonedDateTimeISO('UTC').toPlainDateTime();
  const later = Temporal.PlainDateTime.compare(today, first) > 0 ? today : first;
  const earliest = later.subtract({ years: yearsBack });
  const times = ruleTimesBetween(read, earliest, later.add({ years: yearsAhead }));
  return [...new Set([first, ...times].map(localText))].slice(0, maximumDates);
}
