import type { PersonFile } from '../agenda/person-file.ts';
import { nextOccurrence } from '../series/occurrences.ts';
import { epochOf, instantOf } from '../time/instants.ts';
import type { CalendarEvent } from './calendar-event.ts';
import type { LinkedSeries } from './calendar-links.ts';
import { eventKey, seriesIdFor, seriesOfKey } from './calendar-links.ts';
import { cancelSeries } from './cancel-series.ts';
import { withInstance, withStretch } from './merge-parts.ts';
import type { EventOutcome, EventReason } from './merge-report.ts';
import { givenBy, refusalOf, seriesFromEvent } from './series-from-event.ts';
import { uidOf } from './series-uid.ts';
import type { UpdateParts } from './update-series.ts';
import { updateSeries } from './update-series.ts';
import { isSameJson } from '../merge/json.ts';

/** What became of one event, and of all that is kept about whose it is. */
export interface MergedEvent {
  readonly file: PersonFile;
  readonly outcome: EventOutcome;
  readonly reason: EventReason | null;
  readonly seriesId: string | null;
}

export interface EventMergeParts extends UpdateParts {
  /** Whether the calendar holds no more of the event than this part. */
  readonly isAlone: boolean;
}

/** Brings what is kept about a person up to what one of their events is now. */
export function mergeEvent(
  file: PersonFile,
  event: CalendarEvent,
  parts: EventMergeParts,
): MergedEvent {
  // What was saved here for another calendar comes back with that: it is here already.
  const own = file.series.find((one) => uidOf(one) === event.uid);
  if (own !== undefined) return { file, outcome: 'unchanged', reason: null, seriesId: own.id };
  const series = seriesOfKey(file, eventKey(event));
  if (series !== null) return mergeKnown(file, { series, event }, parts);
  const { uid, recurrenceId } = event;
  const whole =
    recurrenceId === null ? null : seriesOfKey(file, eventKey({ uid, recurrenceId: null }));
  if (whole !== null && event.rule === null && parts.isAlone)
    return { ...withInstance(file, { series: whole, event }, parts), reason: 'instance' };
  const refusal = refusalOf(event);
  if (refusal !== null) return skipped(file, refusal);
  const stretch = whole === null ? null : withStretch(file, { series: whole, event }, parts);
  return stretch ?? take(file, event, parts);
}

const skipped = (file: PersonFile, reason: EventReason): MergedEvent => ({
  ...{ file, outcome: 'skipped', reason, seriesId: null },
});

function take(file: PersonFile, event: CalendarEvent, { sourceId, now }: UpdateParts): MergedEvent {
  if (isOverOnce(event, now)) return skipped(file, 'past');
  const id = seriesIdFor(event, file, event.startLocal);
  const made = seriesFromEvent(event, { id, personId: file.personId, sourceId, now });
  if (!made.ok) return skipped(file, made.reason);
  if (nextOccurrence(made.series, now) === null) return skipped(file, 'past');
  const taken = { ...file, series: [...file.series, made.series] };
  return { file: taken, outcome: 'taken', reason: null, seriesId: id };
}

/** Whether it took place once and is over: of most events of a calendar that is all there is to ask. */
function isOverOnce(event: CalendarEvent, now: string): boolean {
  const { rule, exceptions, startLocal, timeZone } = event;
  if (rule !== null || exceptions.length > 0) return false;
  return epochOf(instantOf(startLocal, timeZone)) <= epochOf(now);
}

function mergeKnown(
  file: PersonFile,
  known: { readonly series: LinkedSeries; readonly event: CalendarEvent },
  parts: UpdateParts,
): MergedEvent {
  const { series, event } = known;
  const as = (outcome: EventOutcome, reason: EventReason | null = null): MergedEvent => ({
    ...{ file, outcome, reason, seriesId: series.id },
  });
  const isAsBefore = isSameJson(series.calendar.given, givenBy(event));
  if (!isAsBefore && isOlder(event, series)) return as('skipped', 'older-version');
  const refusal = refusalOf(event);
  if (refusal === 'cancelled') {
    const ended = cancelSeries(file, series, parts.now);
    return ended === null ? as('unchanged') : { ...as('cancelled', refusal), file: ended };
  }
  if (refusal !== null) return as('skipped', refusal);
  const { isOwnTimeReplaced, ...updated } = updateSeries(file, known, parts);
  return { ...as('updated', isOwnTimeReplaced ? 'own-time-replaced' : null), ...updated };
}

function isOlder({ sequence, changedAt }: CalendarEvent, { calendar }: LinkedSeries): boolean {
  if (sequence !== calendar.sequence) return sequence < calendar.sequence;
  return changedAt !== null && calendar.changedAt !== null && changedAt < calendar.changedAt;
}
