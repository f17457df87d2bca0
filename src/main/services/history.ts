import type { MeetingTimes } from '../../domain/agenda/meeting-times.ts';
import { statusAmong, timesAmong } from '../../domain/agenda/meeting-times.ts';
import type { Meeting } from '../../domain/documents/meeting.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { MeetingSummary } from '../../domain/documents/summaries.ts';
import { summaryOfMeeting } from '../../domain/documents/summaries.ts';
import { isAbout, wordsOf } from '../../domain/history/find-words.ts';
import { gapsBetween, meetingsByMonth } from '../../domain/history/frequency.ts';
import type { HistoryEntry } from '../../domain/history/timeline.ts';
import {
  entriesOfDecision,
  entriesOfLevels,
  entriesOfMeeting,
  entryOfFeedback,
  newestFirst,
} from '../../domain/history/timeline.ts';
import { topicAges } from '../../domain/history/topic-ages.ts';
import { isWithin, yearSpan, yearsOf } from '../../domain/history/years.ts';
import { compareTexts } from '../../domain/compare-texts.ts';
import type { Decision } from '../../domain/documents/decision.ts';
import type { Feedback } from '../../domain/documents/feedback.ts';
import { metAt } from '../../domain/people/last-met.ts';
import { success } from '../../ipc/result.ts';
import type { HistorySearchView, HistoryView } from '../../ipc/views.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { timestamp } from './acts.ts';
import { personMissing } from './missing.ts';

/** More documents than anybody has of one person: what is found is counted and cut later. */
const searchLimit = 10_000;
const meetingsFound = 60;
const entriesFound = 100;

export function createHistoryService({
  store,
  clock,
}: Pick<ServiceParts, 'store' | 'clock'>): HandlersOf<'history'> {
  return {
    'history.read': async ({ personId, year }) => {
      const person = await store.read('person', personId);
      if (person === null) return personMissing();
      const past = await readPast(store, person);
      const reader = { now: timestamp(clock), timeZone: clock.timeZone() };
      return success(await historyView(past, store, { ...reader, year }));
    },
    'history.search': async ({ personId, text }) => {
      const words = wordsOf(text);
      if (words.length === 0) return success({ entries: [], isCut: false });
      const person = await store.read('person', personId);
      if (person === null) return personMissing();
      const [past, found] = await Promise.all([
        readPast(store, person),
        store.search(text, searchLimit, { personId }),
      ]);
      const ids = new Set(found.map(({ id }) => id));
      const reader = { now: timestamp(clock), timeZone: clock.timeZone() };
      return success(await findIn(past, ids, words, store, reader));
    },
  };
}

interface Reader {
  /** UTC instant */
  readonly now: string;
  /** The zone of this machine, in which days and years are counted. */
  readonly timeZone: string;
}

/** A meeting as its summary tells of it, and when it was. */
interface PastMeeting {
  readonly summary: MeetingSummary;
  /** Null while it has no date. */
  readonly times: MeetingTimes | null;
}

/** All that one person's history is made of. */
interface Past {
  readonly meetings: readonly PastMeeting[];
  readonly feedback: readonly Feedback[];
  readonly decisions: readonly Decision[];
  readonly person: Person;
}

async function readPast(reader: StoreReader, person: Person): Promise<Past> {
  const personId = person.id;
  const [summaries, series, feedback, decisions] = await Promise.all([
    reader.summaries('meeting', { personId }),
    reader.summaries('series', { personId }),
    reader.summaries('feedback', { personId }),
    reader.summaries('decision', { personId }),
  ]);
  const [timesOf, statusOf] = [timesAmong(series), statusAmong(series)];
  const meetings = summaries.map((summary) => ({
    summary: { ...summary, status: statusOf(summary) },
    times: timesOf(summary),
  }));
  return { meetings, feedback, decisions, person };
}

async function historyView(
  past: Past,
  store: StoreReader,
  { year: asked, ...reader }: Reader & { readonly year: number | null },
): Promise<HistoryView> {
  const { now, timeZone } = reader;
  const { meetings, person } = past;
  const { name, relationship, cadenceDays } = person;
  const outline = meetings.map((meeting) => ({ meeting, entries: outlineOf(meeting) }));
  const levels = entriesOfLevels(person, past.decisions, timeZone);
  const said = [...entriesBesideMeetings(past, timeZone), ...levels];
  const all = newestFirst([...outline.flatMap(({ entries }) => entries), ...said], now);
  const years = yearsOf(
    all.map(({ at }) => at),
    timeZone,
  );
  const year = asked ?? years[0] ?? null;
  const held = meetings.flatMap(({ summary, times }) => metAt(summary, times, now) ?? []);
  const view = { now, personName: name, relationship, cadenceDays, years, year };
  const figures = {
    months: meetingsByMonth(held, cadenceDays, reader),
    gaps: gapsBetween(held, reader),
    topics: topicAges(
      meetings.map(({ summary }) => summary),
      now,
      timeZone,
    ),
  };
  if (year === null) return { ...view, ...figures, entries: [] };
  const span = yearSpan(year, timeZone);
  const ofYear = outline.filter(({ entries }) => entries.some(({ at }) => isWithin(at, span)));
  const told = await tell(
    store,
    ofYear.map(({ meeting }) => meeting),
  );
  const entries = newestFirst([...told, ...said], now).filter(({ at }) => isWithin(at, span));
  return { ...view, ...figures, entries };
}

const entriesBesideMeetings = (
  { feedback, decisions }: Pick<Past, 'feedback' | 'decisions'>,
  timeZone: string,
): readonly HistoryEntry[] => [
  ...feedback.map((one) => entryOfFeedback(one, timeZone)),
  ...decisions.flatMap((one) => entriesOfDecision(one, timeZone)),
];

/** What the summary tells: when things were, without the texts of the points. */
const outlineOf = ({ summary, times }: PastMeeting): readonly HistoryEntry[] =>
  entriesOfMeeting(summary, times?.startsAt ?? null);

/** The entries of some meetings, with their texts: only now are the documents read. */
async function tell(
  store: StoreReader,
  meetings: readonly PastMeeting[],
): Promise<readonly HistoryEntry[]> {
  const told = meetings.map(async ({ summary, times }) => {
    const needsTexts = summary.points.some(({ text }) => text === null);
    const meeting = needsTexts ? await store.read('meeting', summary.id) : null;
    return entriesOfMeeting(
      meeting === null ? summary : { ...withTexts(meeting), status: summary.status },
      times?.startsAt ?? null,
    );
  });
  return (await Promise.all(told)).flat();
}

const withTexts = (meeting: Meeting): MeetingSummary => ({
  ...summaryOfMeeting(meeting),
  points: meeting.agenda,
});

/**
 * The entries that hold the words themselves; of a meeting that holds them elsewhere, as in its
 * notes, the meeting.
 */
async function findIn(
  { meetings, feedback, decisions, person }: Past,
  ids: ReadonlySet<string>,
  words: readonly string[],
  store: StoreReader,
  { now, timeZone }: Reader,
): Promise<HistorySearchView> {
  const known = meetings
    .filter(({ summary }) => ids.has(summary.id))
    .toSorted((one, other) => compareTexts(other.times?.startsAt ?? '', one.times?.startsAt ?? ''));
  const perMeeting = await Promise.all(
    known.slice(0, meetingsFound).map(async (meeting) => {
      const entries = await tell(store, [meeting]);
      const about = entries.filter((entry) => isAbout(entry, words));
      return about.length > 0 ? about : entries.filter(({ kind }) => kind === 'meeting');
    }),
  );
  const found = {
    feedback: feedback.filter(({ id }) => ids.has(id)),
    decisions: decisions.filter(({ id }) => ids.has(id)),
  };
  const said = entriesBesideMeetings(found, timeZone);
  // They are in the person's document, which may hold the words elsewhere.
  const levels = entriesOfLevels(person, decisions, timeZone).filter((one) => isAbout(one, words));
  const entries = newestFirst([...perMeeting.flat(), ...said, ...levels], now);
  return {
    entries: entries.slice(0, entriesFound),
    isCut: entries.length > entriesFound || known.length > meetingsFound,
  };
}
