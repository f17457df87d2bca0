import type { CalendarFile } from '../../domain/calendar/calendar-event.ts';
import type {
  CopyKnown,
  ReadingFailure,
  SubscriptionState,
} from '../../domain/calendar/refresh.ts';
import {
  afterFailure,
  afterSuccess,
  dueAt,
  newSubscription,
} from '../../domain/calendar/refresh.ts';
import type { CalendarDocument } from '../../domain/documents/calendar.ts';
import { failure, success } from '../../ipc/result.ts';
import type { Result } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { Beat } from '../platform/heartbeat.ts';
import type { ServiceParts } from '../services/acts.ts';
import { leave, timestamp, write } from '../services/acts.ts';
import { Listeners } from '../platform/listeners.ts';
import type { CalendarFiles } from './calendar-files.ts';
import type { CalendarShelf } from './calendar-shelf.ts';
import { hostOf } from './allowed-addresses.ts';
import type { AskingTerms, Fetched } from './fetch-calendar.ts';
import { mergeEvents, withUndecided } from './merge-events.ts';

export interface CalendarDeskParts extends ServiceParts {
  readonly shelf: CalendarShelf;
  readonly files: CalendarFiles;
  readonly fetch: (address: string, terms: AskingTerms) => Promise<Fetched>;
  /** A number from 0 up to 1. */
  readonly chance: () => number;
  readonly report: (problem: unknown) => void;
}

/** What keeps the 1:1s that come from calendars up to date. */
export interface CalendarDesk {
  /** Fetches a subscription, and takes what has changed. Never rejects: how it went is in its state. */
  readonly refresh: (calendarId: string) => Promise<void>;
  /** From now on the host of a subscription may be one of the user's own network: they said so. */
  readonly allowOwnNetwork: (calendar: CalendarDocument) => Promise<void>;
  readonly isReading: (calendarId: string) => boolean;
  /** Takes what follows from a calendar that was just read, and reports on it. */
  readonly take: (calendarId: string, file: CalendarFile) => Promise<Result<null>>;
  /** Fetches what is due, as part of the app's one timer. */
  readonly beat: Beat;
  /** Called when a reading begins, and when it ends; the answer unsubscribes. */
  readonly onChange: (listener: () => void) => () => void;
}

const noNames = { etag: null, lastModified: null };
/** While something is being read, the next look at what is due can wait this long. */
const readingMilliseconds = 60_000;

export function createCalendarDesk(parts: CalendarDeskParts): CalendarDesk {
  const reading = new Map<string, Promise<void>>();
  const listeners = new Listeners<undefined>();
  const refresh = (calendarId: string): Promise<void> => {
    const running = reading.get(calendarId);
    if (running !== undefined) return running;
    const begun = refreshOne(parts, calendarId)
      .catch(parts.report)
      .finally(() => {
        reading.delete(calendarId);
        listeners.tell(undefined);
      });
    reading.set(calendarId, begun);
    listeners.tell(undefined);
    return begun;
  };
  return {
    refresh,
    allowOwnNetwork: async ({ id, url }) => {
      // What is being read writes its state when it ends.
      await reading.get(id);
      const state = (await parts.shelf.state(id)) ?? newSubscription(timestamp(parts.clock));
      const parsed = URL.parse(url ?? '');
      const ownNetworkHost = parsed === null ? null : hostOf(parsed);
      await parts.shelf.saveState(id, { ...state, ownNetworkHost });
    },
    isReading: (calendarId) => reading.has(calendarId),
    take: (calendarId, file) => takeEvents(parts, calendarId, file),
    beat: async (now) => {
      const waits = await Promise.all(
        (await subscriptions(parts)).map(async ({ id }) => {
          if (reading.has(id)) return now.epochMilliseconds + readingMilliseconds;
          const state = await parts.shelf.state(id);
          const due = state === null ? 0 : dueAt(state, now.toString());
          if (due > now.epochMilliseconds) return due;
          // Not waited for: reminders share this beat, and no server may hold them up.
          void refresh(id);
          return now.epochMilliseconds + readingMilliseconds;
        }),
      );
      return waits.length === 0 ? null : Math.min(...waits);
    },
    onChange: (listener) => listeners.add(listener),
  };
}

const subscriptions = async ({ store }: CalendarDeskParts): Promise<readonly CalendarDocument[]> =>
  (await store.summaries('calendar')).filter(({ url }) => url !== null);

async function refreshOne(parts: CalendarDeskParts, calendarId: string): Promise<void> {
  const { store, shelf, clock, chance } = parts;
  const calendar = await store.read('calendar', calendarId);
  if (calendar?.url === null || calendar === null) return;
  const state = (await shelf.state(calendarId)) ?? newSubscription(timestamp(clock));
  const read = await readSubscription(parts, calendar, calendar.url, state).catch(
    (error: unknown): ReadingFailure => {
      parts.report(error);
      return 'unforeseen';
    },
  );
  // Somebody may have removed it meanwhile.
  if ((await store.read('calendar', calendarId)) === null) return;
  const fail = (failure: ReadingFailure): Promise<void> =>
    shelf.saveState(calendarId, afterFailure(state, failure, timestamp(clock), chance()));
  if (typeof read === 'string') {
    await fail(read);
    return;
  }
  try {
    await shelf.saveState(calendarId, afterSuccess(read, timestamp(clock), chance()));
  } catch (error) {
    parts.report(error);
    await fail('not-saved');
  }
}

/** What is known of the copy that is kept now, or why there is no new one. */
async function readSubscription(
  parts: CalendarDeskParts,
  { id }: CalendarDocument,
  url: string,
  state: SubscriptionState,
): Promise<CopyKnown | ReadingFailure> {
  const hasCopy = (await parts.shelf.copy(id)) !== null;
  const fetched = await parts.fetch(url, hasCopy ? state : { ...state, ...noNames });
  if (fetched.kind === 'failed') return fetched.failure;
  if (fetched.kind === 'unchanged') return state;
  const { bytes, charset, names } = fetched;
  const read = await parts.files.read(bytes, charset);
  if (!read.ok) return read.failure;
  try {
    const taken = await takeEvents(parts, id, read.file);
    if (!taken.ok) return 'not-saved';
    await parts.files.keep(id, bytes, read.file);
  } catch (error) {
    parts.report(error);
    return 'not-saved';
  }
  return { ...names, charset, ownNetworkHost: state.ownNetworkHost };
}

async function takeEvents(
  { store, shelf, clock }: CalendarDeskParts,
  calendarId: string,
  file: CalendarFile,
): Promise<Result<null>> {
  const { value } = await store.act(async (reader) => {
    const calendar = await reader.read('calendar', calendarId);
    if (calendar === null) return leave(failure('not-found', m.calendar_missing()));
    const merged = await mergeEvents(reader, clock, { calendar, file, files: new Map() });
    if (merged.changes.length === 0) return leave(success(merged.report));
    const label = m.calendar_act_update({ name: calendar.name });
    return write(label, merged.changes, merged.report);
  });
  if (!value.ok) return value;
  await shelf.saveReport(calendarId, await withUndecided(value.value, store, calendarId, file));
  return success(null);
}
