import type { PersonFile } from '../agenda/person-file.ts';
import { withSeries } from '../agenda/person-file.ts';
import type { SeriesException } from '../documents/series.ts';
import { inOrder } from '../series/change-series.ts';
import { readSeries } from '../series/read-series.ts';
import { splitSeries } from '../series/revise-series.ts';
import { isOfRule } from '../series/rule-times.ts';
import { instantOf, localOf } from '../time/instants.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { LinkedSeries } from './calendar-links.ts';
import { seriesIdFor } from './calendar-links.ts';
import { meetingsOf, withPlansFollowing, withRevision } from './follow-plans.ts';
import type { MergedEvent } from './merge-event.ts';
import { givenBy, linkTo } from './series-from-event.ts';
import { draft } from './place-event.ts';
import type { UpdateParts } from './update-series.ts';
import { updateSeries } from './update-series.ts';

/** A part of an event, and the series of the event as a whole. */
interface PartOfSeries {
  readonly series: LinkedSeries;
  readonly event: CalendarEvent;
}

/** Takes an instance that was sent alone into the series of its event. */
export function withInstance(
  file: PersonFile,
  { series, event }: PartOfSeries,
  parts: UpdateParts,
): MergedEvent {
  const { given } = series.calendar;
  const instance = instanceOf(series, event);
  const others = given.exceptions.filter(
    ({ originalLocal }) => originalLocal !== instance.originalLocal,
  );
  const whole: CalendarEvent = {
    ...{ ...event, ...given, recurrenceId: null, status: 'confirmed' },
    exceptions: inOrder([...others, instance]),
    sequence: Math.max(event.sequence, series.calendar.sequence),
  };
  const { file: after, outcome } = updateSeries(file, { series, event: whole }, parts);
  return { file: after, outcome, reason: null, seriesId: series.id };
}

function instanceOf({ calendar: { given } }: LinkedSeries, event: CalendarEvent): SeriesException {
  const originalLocal = localOf(event.recurrenceId ?? '', given.timeZone);
  if (event.status === 'cancelled') return { kind: 'cancelled', originalLocal };
  const startsAt = instantOf(event.startLocal, event.timeZone);
  const read = readSeries(draft(given));
  const isRegular =
    typeof read !== 'string' && isOfRule(read, Temporal.PlainDateTime.from(originalLocal));
  return {
    kind: isRegular ? 'moved' : 'added',
    ...{ originalLocal, startLocal: localOf(startsAt, given.timeZone) },
    durationMinutes: event.durationMinutes,
  };
}

/**
 * Takes a stretch of an event that was changed from one date on out of the series that it was a part
 * of, with the plans there. Null when the series cannot be parted there.
 */
export function withStretch(
  file: PersonFile,
  { series, event }: PartOfSeries,
  { sourceId, now }: UpdateParts,
): MergedEvent | null {
  const { exceptions, ...values } = givenBy(event);
  const id = seriesIdFor(event, file, event.startLocal);
  const fork = localOf(event.recurrenceId ?? '', series.timeZone);
  const inUse = { series, meetings: meetingsOf(file, series), now };
  const revision = splitSeries(inUse, fork, { id, values });
  const stretch = revision.ok ? revision.series.find((one) => one.id === id) : undefined;
  if (!revision.ok || stretch === undefined) return null;
  const linked = {
    ...{ ...stretch, exceptions: [...exceptions] },
    calendar: linkTo(event, sourceId ?? series.calendar.sourceId),
  };
  const parted = withSeries(withRevision(file, revision), linked);
  const after = withPlansFollowing(parted, linked, now);
  return { file: after, outcome: 'taken', reason: null, seriesId: id };
}
