import type { CalendarEvent, CalendarProblem, EventProblem } from './calendar-event.ts';
import { countedOut } from './count-out.ts';
import type { ChangedInstance } from './event-instances.ts';
import { instancesOf } from './event-instances.ts';
import type { FileZones } from './file-zones.ts';
import type { Stretch } from './later-instances.ts';
import { stretchesOf } from './later-instances.ts';
import type { PlacedEvent } from './place-event.ts';
import { placeEvent } from './place-event.ts';
import type { WrittenEvent } from './read-event.ts';

export interface Assembled {
  readonly events: readonly CalendarEvent[];
  readonly problems: readonly CalendarProblem[];
}

export interface AssemblyParts {
  readonly zones: FileZones;
  /** UTC instant. */
  readonly now: string;
}

/** Puts the events of a file together with their changed instances, in whatever order they stand. */
export function assembleEvents(written: readonly WrittenEvent[], parts: AssemblyParts): Assembled {
  const groups = Map.groupBy(written, ({ uid }) => uid);
  const assembled = [...groups.values()].map((group) => assembleGroup(group, parts));
  return {
    events: assembled.flatMap(({ events }) => events),
    problems: assembled.flatMap(({ problems }) => problems),
  };
}

/** All that a file holds of one UID. */
function assembleGroup(group: readonly WrittenEvent[], parts: AssemblyParts): Assembled {
  const master = newest(group.filter(({ recurrenceId }) => recurrenceId === null));
  const changed = group.filter(({ recurrenceId }) => recurrenceId !== null);
  if (master === null) return aloneStanding(changed, parts);
  const placing = placeEvent(master, parts.zones, parts.now);
  if (!placing.ok) return { events: [], problems: [problemOf(master, placing.reason)] };
  const { placed } = placing;
  const stretches = stretchesOf(placed, changedOf(placed, changed), parts.now);
  return { events: stretches.map((stretch) => eventOf(stretch, parts.now)), problems: [] };
}

/** Instances that came without their event are events of their own. */
function aloneStanding(changed: readonly WrittenEvent[], parts: AssemblyParts): Assembled {
  const events = new Map<
    string,
    { readonly written: WrittenEvent; readonly event: CalendarEvent }
  >();
  const problems: CalendarProblem[] = [];
  for (const written of changed) {
    const placing = placeEvent({ ...written, rule: null, added: [] }, parts.zones, parts.now);
    const event = placing.ok ? aloneOf(placing.placed, parts.now) : null;
    if (!placing.ok) problems.push(problemOf(written, placing.reason));
    if (event === null) continue;
    const other = events.get(event.recurrenceId ?? '')?.written;
    if (other === undefined || newest([other, written]) === written)
      events.set(event.recurrenceId ?? '', { written, event });
  }
  return { events: [...events.values()].map(({ event }) => event), problems };
}

function aloneOf(placed: PlacedEvent, now: string): CalendarEvent | null {
  const { recurrenceId } = placed.written;
  const original = recurrenceId === null ? null : placed.localOf(recurrenceId);
  if (original === null) return null;
  const instant = new Date(placed.clock.epochAt(original)).toISOString();
  return eventOf({ event: placed, changed: [], recurrenceId: instant }, now);
}

/** Of several versions of the same, the latest; of equals, the last. */
function newest(versions: readonly WrittenEvent[]): WrittenEvent | null {
  return versions.reduce<WrittenEvent | null>((best, one) => {
    if (best === null || one.sequence > best.sequence) return one;
    if (one.sequence < best.sequence) return best;
    return (one.changedAt ?? '') >= (best.changedAt ?? '') ? one : best;
  }, null);
}

/** The changed instances of an event by the wall time that it had given them, the newest of each. */
function changedOf(
  placed: PlacedEvent,
  changed: readonly WrittenEvent[],
): readonly ChangedInstance[] {
  const byOriginal = Map.groupBy(changed, ({ recurrenceId }) => {
    const local = recurrenceId === null ? null : placed.localOf(recurrenceId);
    return local?.toString() ?? '';
  });
  return [...byOriginal].flatMap(([local, versions]) => {
    const written = newest(versions);
    if (local === '' || written === null) return [];
    return [{ original: Temporal.PlainDateTime.from(local), written }];
  });
}

function eventOf({ event, changed, recurrenceId }: Stretch, now: string): CalendarEvent {
  const { written, read, clock, durationMinutes } = event;
  const { exceptions, notes } = instancesOf(event, changed, now);
  const { uid, sequence, changedAt, title, attendees, organizer, isAllDay, status, place } =
    written;
  const { startLocal, timeZone, rule } = read.series;
  const isCountedOut = clock.zone === null;
  const dates = isCountedOut
    ? countedOut(event, exceptions, now)
    : { startLocal, timeZone, rule, exceptions };
  const versions = [written, ...changed.map((one) => one.written)];
  return {
    ...{ uid, recurrenceId, title, attendees, organizer, isAllDay, status, place, durationMinutes },
    ...dates,
    // A change of one instance is a change of the event.
    sequence: Math.max(sequence, ...versions.map((one) => one.sequence)),
    changedAt: latest([changedAt, ...versions.map((one) => one.changedAt)]),
    notes: [...event.notes, ...notes, ...(isCountedOut ? (['dates-counted-out'] as const) : [])],
  };
}

const latest = (instants: readonly (string | null)[]): string | null =>
  instants.reduce((last, one) => (one !== null && one > (last ?? '') ? one : last), null);

export const problemOf = (
  { line, uid, title }: Pick<WrittenEvent, 'line' | 'uid' | 'title'>,
  reason: EventProblem,
): CalendarProblem => ({ line, uid, title, reason });
