import type { ActionItem, Meeting } from '../../../src/domain/documents/meeting.ts';
import type { Person } from '../../../src/domain/documents/person.ts';
import { usualReminders } from '../../../src/domain/documents/person.ts';
import type { Series } from '../../../src/domain/documents/series.ts';

/** When it is, in all runs: the Friday before the newest week of meetings. */
export const sampleNow = '2026-11-20T12:00:00Z';
/** What Today looks back for: see `readCalendar`. */
export const sampleFromLocal = '2026-10-16T12:00';
/** The Monday of the newest week. */
const newestMonday = Date.UTC(2026, 10, 23);
const dayMilliseconds = 86_400_000;

/** A full week of 1:1s. More meetings are a longer past, not a fuller week. */
const meetingsPerWeek = 20;
/** So many weeks are the same people met; then others come. */
const weeksTogether = 50;
/** Of promises of the last weeks many are open, of older ones few. */
const [recentWeeks, recentOpenOneIn, oldOpenOneIn] = [10, 4, 200];

const createdAt = '2026-01-05T09:00:00Z';
const sentences = [
  'We went through the release and what is left of it.',
  'The on-call week was heavy; two of the alarms can go.',
  'Zuständigkeit für das Bauwerkzeug geht an das andere Team.',
  'She would like to lead the next migration and wrote down why.',
  'Nothing decided on the hiring plan; I ask again on Thursday.',
];
/** Notes of about 2.5 KB, as a long 1:1 leaves them. */
const sentencesPerMeeting = 46;

const idOf = (kind: string, number: number): string => `${kind}-${String(number).padStart(6, '0')}`;
const pad = (value: number): string => String(value).padStart(2, '0');

const weekOf = (index: number): number => Math.floor(index / meetingsPerWeek);
const personOf = (index: number): number =>
  Math.floor(weekOf(index) / weeksTogether) * meetingsPerWeek + (index % meetingsPerWeek);

/** Whom the meetings are with. The same in every run. */
export function samplePeople(meetings: number): readonly Person[] {
  return numbersTo(meetings).map((index) => ({
    kind: 'person',
    version: 3,
    id: idOf('person', index),
    name: `Person ${String(index)}`,
    relationship: 'report',
    workingStyle: '',
    areas: [],
    timeZone: null,
    createdAt,
    archivedOn: index < meetingsPerWeek ? null : '2025-11-30',
    cadenceDays: null,
    tags: [],
    dismissedSuggestions: [],
    questionsNotForUs: [],
    reminders: usualReminders,
    delegations: [],
  }));
}

/** One series for each of the people. */
export function sampleSeries(meetings: number): readonly Series[] {
  return numbersTo(meetings).map((index) => ({
    kind: 'series',
    version: 3,
    id: idOf('series', index),
    personId: idOf('person', index),
    startLocal: localOf(index % meetingsPerWeek),
    timeZone: 'Europe/Berlin',
    durationMinutes: 30,
    rule: 'FREQ=WEEKLY',
    exceptions: [],
    place: '',
    continues: null,
    calendar: null,
    createdAt,
  }));
}

const numbersTo = (meetings: number): readonly number[] =>
  Array.from({ length: personOf(Math.max(0, meetings - 1)) + 1 }, (_, index) => index);

/** Meeting number `index`, from the newest back; `edit` is written into its notes. */
export function sampleMeeting(index: number, edit = 0): Meeting {
  const lines = Array.from(
    { length: sentencesPerMeeting },
    (_, line) => sentences[(index + line * 3) % sentences.length] ?? '',
  );
  const startLocal = localOf(index);
  return {
    kind: 'meeting',
    version: 5,
    id: idOf('meeting', index),
    personId: idOf('person', personOf(index)),
    seriesId: idOf('series', personOf(index)),
    originalLocal: startLocal,
    startLocal,
    timeZone: 'Europe/Berlin',
    durationMinutes: 30,
    status: weekOf(index) === 0 ? 'planned' : 'held',
    templateId: null,
    agenda: [0, 1, 2, 3].map((point) => ({
      id: idOf('point', index * 4 + point),
      rank: `a${String(point)}`,
      text: sentences[point] ?? '',
      addedBy: 'me',
      stance: null,
      topic: null,
      visibility: 'shared',
      origin: { kind: 'typed' },
      carriedFrom: null,
      carryCount: 0,
      firstRaisedOn: startLocal.slice(0, 10),
      discussedAt: null,
      leftAs: null,
    })),
    actionItems: sampleActions(index),
    notes: [`Edit ${String(edit)}.`, ...lines].join('\n'),
    privateNotes: '',
    reflection: '',
    wrappedUpAt: null,
    wrapUpDraft: null,
    snoozedSuggestions: [],
    createdAt,
  };
}

function sampleActions(index: number): ActionItem[] {
  const oneIn = weekOf(index) < recentWeeks ? recentOpenOneIn : oldOpenOneIn;
  return [0, 1].map((action) => ({
    id: idOf('action', index * 2 + action),
    rank: `a${String(action)}`,
    text: sentences[(index + action) % sentences.length] ?? '',
    owner: 'me',
    dueOn: null,
    doneAt: action === 0 && index % oneIn === 0 ? null : createdAt,
    stance: null,
    fromPointId: null,
    carriedFrom: null,
    createdAt,
  }));
}

function localOf(index: number): string {
  const slot = index % meetingsPerWeek;
  const day = newestMonday - weekOf(index) * 7 * dayMilliseconds + (slot % 5) * dayMilliseconds;
  return `${new Date(day).toISOString().slice(0, 10)}T${pad(9 + Math.floor(slot / 5))}:00`;
}
