import { compareTexts } from '../compare-texts.ts';
import { changesBetween } from '../agenda/person-file.ts';
import type { PersonFile } from '../agenda/person-file.ts';
import type { Document, DocumentRef } from '../documents/document.ts';
import type { CalendarEvent, CalendarProblem } from './calendar-event.ts';
import { eventKey, isLinked } from './calendar-links.ts';
import { mergeEvent } from './merge-event.ts';
import type { EventReason, EventReport } from './merge-report.ts';
import { withoutGone } from './merge-gone.ts';

/** A calendar as it was read, and what there is to merge it with. */
export interface CalendarMerge {
  /** The subscription that was read; null for a file, which brings events but keeps none. */
  readonly sourceId: string | null;
  readonly events: readonly CalendarEvent[];
  readonly problems: readonly CalendarProblem[];
  /** Whose 1:1 each event is, by UID; null for one that is none. What is missing is not chosen yet. */
  readonly choices: ReadonlyMap<string, string | null>;
  /** By person: of everybody who is chosen, or whose series comes from some calendar. */
  readonly files: ReadonlyMap<string, PersonFile>;
  /** UTC instant. */
  readonly now: string;
}

/** What a merge writes, and what became of every event. */
export interface MergedCalendar {
  readonly put: readonly Document[];
  readonly removed: readonly DocumentRef[];
  readonly report: readonly EventReport[];
}

/**
 * Brings the series of people up to what a calendar says now. Doing it twice is doing it once: an
 * event is known by its UID and RECURRENCE-ID, whatever calendar it came in.
 */
export function mergeCalendar(merge: CalendarMerge): MergedCalendar {
  const files = new Map(merge.files);
  const owners = ownersOf(merge.files);
  const whole = new Set(
    merge.events.filter(({ recurrenceId }) => recurrenceId === null).map(({ uid }) => uid),
  );
  const reports = new Map<CalendarEvent, EventReport>();
  // The later stretches of an event come first: they take over what its beginning has no more.
  for (const event of merge.events.toSorted(byStretch)) {
    const personId = owners.get(event.uid) ?? merge.choices.get(event.uid) ?? null;
    const file = personId === null ? undefined : files.get(personId);
    if (file === undefined) {
      reports.set(event, { ...aboutEvent(event), ...nothingOf('not-chosen') });
      continue;
    }
    const merged = mergeEvent(file, event, { ...merge, isAlone: !whole.has(event.uid) });
    files.set(file.personId, merged.file);
    const { outcome, reason, seriesId } = merged;
    reports.set(event, { ...aboutEvent(event), outcome, reason, personId, seriesId });
  }
  const listed = new Set(merge.events.map(eventKey));
  const unread = new Set(merge.problems.map(({ uid }) => uid));
  const left = [...files.values()].map((file) => withoutGone(file, { ...merge, listed, unread }));
  const changes = left.map(({ file }) =>
    changesBetween(merge.files.get(file.personId) ?? file, file),
  );
  const inOrder = merge.events.flatMap((event) => reports.get(event) ?? []);
  return {
    put: changes.flatMap(({ put }) => put),
    removed: changes.flatMap(({ removed }) => removed),
    report: [
      ...inOrder,
      ...left.flatMap(({ reports }) => reports),
      ...merge.problems.map(unreadReport),
    ],
  };
}

const byStretch = (one: CalendarEvent, other: CalendarEvent): number =>
  compareTexts(other.recurrenceId ?? '', one.recurrenceId ?? '');

/** Whose 1:1 an event has been so far, by its UID. */
function ownersOf(files: CalendarMerge['files']): ReadonlyMap<string, string> {
  const linked = [...files.values()].flatMap(({ series }) => series.filter(isLinked));
  return new Map(linked.map(({ calendar, personId }) => [calendar.uid, personId]));
}

const aboutEvent = ({ uid, recurrenceId, title, notes }: CalendarEvent) => ({
  ...{ uid, recurrenceId, title, notes },
});

const nothingOf = (reason: EventReason) => ({
  ...{ outcome: 'skipped' as const, reason, personId: null, seriesId: null },
});

const unreadReport = ({ uid, title, reason }: CalendarProblem): EventReport => ({
  ...{ uid, recurrenceId: null, title, notes: [] },
  ...nothingOf(reason),
});
