import type { CalendarFile } from '../../domain/calendar/calendar-event.ts';
import type { FoundEvent } from '../../domain/calendar/found-events.ts';
import { foundEvents, isFoundBy } from '../../domain/calendar/found-events.ts';
import { ownAddresses, othersIn } from '../../domain/calendar/participants.ts';
import { countsOf, findRows } from '../../domain/calendar/report.ts';
import { byName } from '../../domain/compare-texts.ts';
import type { CalendarDocument } from '../../domain/documents/calendar.ts';
import type { Person } from '../../domain/documents/person.ts';
import { failure, success } from '../../ipc/result.ts';
import type { PreviewedEvent } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import { allChoices } from '../calendar/merge-events.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { CalendarsParts } from './calendar-parts.ts';
import { calendarMissing } from './calendar-parts.ts';
import { unarchived } from './unarchived.ts';

type Pages = Pick<HandlersOf<'calendars'>, 'calendars.preview' | 'calendars.report'>;

/** The long lists of calendars, page by page: what was found in one, and what became of it. */
export function createCalendarPages(parts: CalendarsParts): Pages {
  const { store, shelf, files } = parts;
  const find = rememberLast();
  return {
    'calendars.preview': async ({ calendarId, text, isLikelyOnly, offset, limit }) => {
      const calendar = await store.read('calendar', calendarId);
      if (calendar === null) return calendarMissing();
      const file = await files.kept(calendarId);
      if (file === null) return failure('unavailable', m.calendar_copy_missing());
      const people = await unarchived(store);
      const choices = await allChoices(store, calendar);
      const all = find(file, people, choices);
      const likely = all.filter(({ guess }) => guess.likelihood !== 'unlikely');
      const fitting = (isLikelyOnly ? likely : all).filter((found) => isFoundBy(found, text));
      const own = ownAddresses(file.events, choices);
      return success({
        ...{ calendarId, name: calendar.name, total: fitting.length, likely: likely.length },
        events: fitting.slice(offset, offset + limit).map((found) => previewOf(found, own)),
        people: people.map(({ id, name }) => ({ id, name })).toSorted(byName),
        unread: file.problems.length,
      });
    },
    'calendars.report': async ({ calendarId, text, outcome, offset, limit }) => {
      const calendar = await store.read('calendar', calendarId);
      if (calendar === null) return calendarMissing();
      const report = await shelf.report(calendarId);
      if (report === null) return failure('unavailable', m.calendar_report_none());
      const names = new Map((await store.summaries('person')).map(({ id, name }) => [id, name]));
      const fitting = findRows(report.rows, { text, outcome });
      return success({
        ...{ calendarId, name: calendar.name, at: report.at, total: fitting.length },
        counts: countsOf(report),
        rows: fitting.slice(offset, offset + limit).map((row) => ({
          ...row,
          personName: names.get(row.personId ?? '') ?? null,
        })),
      });
    },
  };
}

function previewOf({ event, guess }: FoundEvent, own: ReadonlySet<string>): PreviewedEvent {
  const { uid, title, startLocal, timeZone, durationMinutes, isAllDay, rule } = event;
  return {
    ...{ uid, title, startLocal, timeZone, durationMinutes, isAllDay, rule, guess },
    others: othersIn(event, own).map(({ name, address }) => name || address),
  };
}

type Find = (
  file: CalendarFile,
  people: readonly Person[],
  choices: CalendarDocument['choices'],
) => readonly FoundEvent[];

/** Turning pages and typing a search look at the same list, which takes its time to make. */
function rememberLast(): Find {
  let last: {
    readonly file: CalendarFile;
    readonly knows: string;
    readonly found: readonly FoundEvent[];
  } | null = null;
  return (file, people, choices) => {
    const knows = JSON.stringify([people.map(({ id, name }) => [id, name]), choices]);
    if (last?.file !== file || last.knows !== knows)
      last = { file, knows, found: foundEvents(file.events, people, choices) };
    return last.found;
  };
}
