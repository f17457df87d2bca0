import { openActions } from '../../domain/agenda/actions.ts';
import { givenOf } from '../../domain/agenda/change.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { MeetingSummary as StoredSummary } from '../../domain/documents/summaries.ts';
import { addMinutes, epochOf } from '../../domain/time/instants.ts';
import type { Result } from '../../ipc/result.ts';
import { failure, success } from '../../ipc/result.ts';
import type { MeetingSummary, PersonSummary, PersonView } from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, timestamp, today, undoable, write } from './acts.ts';
import type { Calendar } from './upcoming.ts';
import { nextMeeting, ofPerson, readCalendar, timesOf, upcomingMeetings } from './upcoming.ts';

/** How far ahead a person's page lists 1:1s. */
const aheadMinutes = 28 * 24 * 60;

export function createPeopleService(parts: ServiceParts): HandlersOf<'people'> {
  const { store, clock } = parts;
  return {
    'people.list': async () => {
      const now = timestamp(clock);
      const [calendar, promising] = await Promise.all([
        readCalendar(store, now),
        store.summaries('meeting', { hasOpenActions: true }),
      ]);
      return success(listPeople(calendar, promising, now));
    },
    'people.read': async ({ personId }) => {
      const now = timestamp(clock);
      const [everybody, meetings] = await Promise.all([
        readCalendar(store, now),
        store.summaries('meeting', { personId }),
      ]);
      const calendar = { ...ofPerson(everybody, personId), meetings };
      const [person] = calendar.people;
      return person === undefined ? missing() : success(viewOf(person, calendar, now));
    },
    'people.add': async ({ name, relationship }) => {
      const person = newPerson(parts, name, relationship);
      const { value } = await store.act(() =>
        Promise.resolve(write(m.main_act_add_person({ name }), [put(person)], person)),
      );
      return value;
    },
    'people.change': async ({ personId, ...change }) => {
      const { value } = await store.act((reader) =>
        changePerson(reader, personId, m.main_act_change_person, (person) => ({
          ...person,
          ...givenOf(change),
        })),
      );
      return value;
    },
    'people.archive': async ({ personId }) =>
      undoable(
        await store.act((reader) =>
          changePerson(reader, personId, m.main_act_archive_person, (person) => ({
            ...person,
            archivedOn: today(clock),
          })),
        ),
      ),
  };
}

const missing = (): Result<never> => failure('not-found', m.main_person_missing());

function newPerson(
  { clock, newId }: ServiceParts,
  name: string,
  relationship: Person['relationship'],
): Person {
  return {
    kind: 'person',
    version: 2,
    id: newId(),
    name,
    relationship,
    workingStyle: '',
    areas: [],
    timeZone: null,
    createdAt: timestamp(clock),
    archivedOn: null,
    cadenceDays: null,
    tags: [],
    dismissedSuggestions: [],
    questionsNotForUs: [],
  };
}

async function changePerson(
  reader: StoreReader,
  personId: string,
  label: (inputs: { name: string }) => string,
  change: (person: Person) => Person,
): Promise<Decided<Result<Person>>> {
  const person = await reader.read('person', personId);
  if (person === null) return leave(missing());
  const changed = change(person);
  return write(label({ name: person.name }), [put(changed)], changed);
}

function listPeople(
  calendar: Calendar,
  promising: readonly StoredSummary[],
  now: string,
): readonly PersonSummary[] {
  return calendar.people
    .filter(({ archivedOn }) => archivedOn === null)
    .map(({ id, name, relationship }) => ({
      id,
      name,
      relationship,
      next: nextMeeting(calendar, id, now),
      openActions: promising
        .filter(({ personId }) => personId === id)
        .reduce((sum, { actions }) => sum + openActions(actions).length, 0),
    }))
    .sort((one, other) => one.name.localeCompare(other.name));
}

function viewOf(person: Person, calendar: Calendar, now: string): PersonView {
  const soon = upcomingMeetings(calendar, now, addMinutes(now, aheadMinutes));
  const next = nextMeeting(calendar, person.id, now);
  return {
    now,
    person,
    series: calendar.series,
    upcoming: soon.length > 0 || next === null ? soon : [next],
    meetings: calendar.meetings.map((meeting) => summaryOf(meeting, calendar)).sort(newestFirst),
  };
}

function summaryOf(meeting: StoredSummary, { series }: Calendar): MeetingSummary {
  const own = series.find(({ id }) => id === meeting.seriesId) ?? null;
  return {
    id: meeting.id,
    startsAt: timesOf(meeting, own)?.startsAt ?? null,
    status: meeting.status,
    points: meeting.points.length,
    openActions: openActions(meeting.actions).length,
  };
}

/** What has no date yet is still to come: it stands first. */
function newestFirst(one: MeetingSummary, other: MeetingSummary): number {
  const startOf = ({ startsAt }: MeetingSummary): number =>
    startsAt === null ? Number.MAX_SAFE_INTEGER : epochOf(startsAt);
  return startOf(other) - startOf(one);
}
