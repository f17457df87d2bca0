import { byName } from '../../domain/compare-texts.ts';
import type { CalendarDocument } from '../../domain/documents/calendar.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { CalendarFreshness, CalendarsView, CalendarSummary } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import { failureSentence } from '../calendar/failure-sentences.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided } from '../store/store.ts';
import { leave, put, timestamp, write } from './acts.ts';
import { createCalendarArrivals } from './calendar-arrivals.ts';
import { createCalendarChoices } from './calendar-choices.ts';
import { createCalendarPages } from './calendar-pages.ts';
import type { CalendarsParts } from './calendar-parts.ts';
import { calendarMissing } from './calendar-parts.ts';
import { removeCalendar } from './calendar-removal.ts';

export function createCalendarsService(parts: CalendarsParts): HandlersOf<'calendars'> {
  const { store, desk } = parts;
  return {
    'calendars.list': async () => success(await listCalendars(parts)),
    'calendars.rename': async ({ calendarId, name }) =>
      (
        await store.act(async (reader): Promise<Decided<Result<null>>> => {
          const calendar = await reader.read('calendar', calendarId);
          if (calendar === null) return leave(calendarMissing());
          return write(m.calendar_act_rename({ name }), [put({ ...calendar, name })], null);
        })
      ).value,
    'calendars.refresh': async ({ calendarId, allowsOwnNetwork = false }) => {
      const calendar = await store.read('calendar', calendarId);
      if (calendar === null) return calendarMissing();
      if (calendar.url === null) return failure('invalid', m.calendar_is_file());
      if (allowsOwnNetwork) await desk.allowOwnNetwork(calendar);
      await desk.refresh(calendarId);
      return success(null);
    },
    'calendars.remove': (input) => removeCalendar(parts, input),
    ...createCalendarArrivals(parts),
    ...createCalendarPages(parts),
    ...createCalendarChoices(parts),
  };
}

async function listCalendars(parts: CalendarsParts): Promise<CalendarsView> {
  const calendars = await parts.store.summaries('calendar');
  const summaries = await Promise.all(calendars.map((calendar) => summarise(parts, calendar)));
  return {
    now: timestamp(parts.clock),
    calendars: summaries.toSorted(byName),
  };
}

async function summarise(
  parts: CalendarsParts,
  calendar: CalendarDocument,
): Promise<CalendarSummary> {
  const { id, name, choices } = calendar;
  return {
    ...{ id, name, freshness: await freshnessOf(parts, calendar) },
    oneToOnes: choices.filter(({ personId }) => personId !== null).length,
    counts: await parts.shelf.counts(id),
  };
}

async function freshnessOf(
  { shelf, desk, clock }: CalendarsParts,
  { id, url }: CalendarDocument,
): Promise<CalendarFreshness> {
  const state = await shelf.state(id);
  const goodAt = state?.goodAt ?? null;
  if (url === null) return { kind: 'file', importedAt: goodAt };
  const problem = state?.failure ?? null;
  return {
    ...{ kind: 'subscription', host: URL.parse(url)?.hostname ?? '', goodAt },
    isReading: desk.isReading(id),
    problem: problem === null ? null : failureSentence(problem),
    asksOwnNetwork: problem === 'own-network',
    nextTryAt: state?.nextTryAt ?? timestamp(clock),
  };
}
