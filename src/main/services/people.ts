import { openActions } from '../../domain/agenda/actions.ts';
import { statusAmong, timesAmong } from '../../domain/agenda/meeting-times.ts';
import { givenOf } from '../../domain/agenda/change.ts';
import { byName, compareTexts } from '../../domain/compare-texts.ts';
import type { Person } from '../../domain/documents/person.ts';
import { usualReminders } from '../../domain/documents/person.ts';
import type { Series } from '../../domain/documents/series.ts';
import type { MeetingSummary as StoredSummary } from '../../domain/documents/summaries.ts';
import { metAtAmong } from '../../domain/people/last-met.ts';
import { compareAttention } from '../../domain/people/attention.ts';
import { recentOwnership } from '../../domain/prep/recent-ownership.ts';
import { addMinutes, localDateOf } from '../../domain/time/instants.ts';
import type { Result } from '../../ipc/result.ts';
import { success } from '../../ipc/result.ts';
import type {
  ArchivedPerson,
  MeetingSummary,
  NamedPerson,
  PersonSummary,
  PersonView,
} from '../../ipc/views.ts';
import { m } from '../../messages/index.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Decided, StoreReader } from '../store/store.ts';
import type { ServiceParts } from './acts.ts';
import { leave, put, timestamp, write } from './acts.ts';
import type { Moment } from './contacts.ts';
import { attentionOf, lastMeetings, lastOf } from './contacts.ts';
import { personMissing } from './missing.ts';
import { createPeopleRemovalService } from './people-removal.ts';
import type { Calendar } from './upcoming.ts';
import { nextMeeting, ofPerson, readCalendar, upcomingMeetings } from './upcoming.ts';
import { unarchivedByName } from './unarchived.ts';

/** As many as one can take in beside everything else on a person's page. */
const meetingsAtOnce = 8;
/** How far ahead a person's page lists 1:1s. */
const aheadMinutes = 28 * 24 * 60;

export function createPeopleService(
  parts: ServiceParts,
): Omit<HandlersOf<'people'>, 'people.saveAll'> {
  const { store, clock } = parts;
  const moment = (): Moment => ({ now: timestamp(clock), timeZone: clock.timeZone() });
  return {
    ...createPeopleRemovalService(parts),
    'people.list': async () => success(await listPeople(store, moment())),
    'people.names': async () => success((await unarchivedByName(store)).map(named)),
    'people.archived': async () => success(archivedOnly(await store.summaries('person'))),
    'people.read': async ({ personId }) => {
      const here = moment();
      const [everybody, meetings] = await Promise.all([
        readCalendar(store, here.now),
        store.summaries('meeting', { personId }),
      ]);
      const calendar = { ...ofPerson(everybody, personId), meetings };
      const [person] = calendar.people;
      return person === undefined ? personMissing() : success(viewOf(person, calendar, here));
    },
    'people.meetings': async ({ personId }) => {
      const [person, series, meetings] = await Promise.all([
        store.read('person', personId),
        store.summaries('series', { personId }),
        store.summaries('meeting', { personId }),
      ]);
      return person === null
        ? personMissing()
        : success(latestOf(meetings, series, meetings.length));
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
        changePerson(reader, personId, (person) => ({ ...person, ...givenOf(change) })),
      );
      return value;
    },
  };
}

/** Somebody of whom nothing is known but this. */
export function newPerson(
  { clock, newId }: Pick<ServiceParts, 'clock' | 'newId'>,
  name: string,
  relationship: Person['relationship'],
): Person {
  return {
    kind: 'person',
    version: 3,
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
    reminders: usualReminders,
    delegations: [],
  };
}

async function changePerson(
  reader: StoreReader,
  personId: string,
  change: (person: Person) => Person,
): Promise<Decided<Result<Person>>> {
  const person = await reader.read('person', personId);
  if (person === null) return leave(personMissing());
  const changed = change(person);
  return write(m.main_act_change_person({ name: person.name }), [put(changed)], changed);
}

/** Those who are not archived; who needs attention first, and then by name. */
async function listPeople(
  store: StoreReader,
  { now, timeZone }: Moment,
): Promise<readonly PersonSummary[]> {
  const [calendar, promising] = await Promise.all([
    readCalendar(store, now),
    store.summaries('meeting', { hasOpenActions: true }),
  ]);
  const people = calendar.people.filter(({ archivedOn }) => archivedOn === null);
  const personIds = people.map(({ id }) => id);
  const lastMet = await lastMeetings(store, calendar, personIds, now);
  return people
    .map((person): PersonSummary => {
      const { id, name, relationship, tags } = person;
      const meetings = promising.filter(({ personId }) => personId === id);
      const next = nextMeeting(calendar, id, now);
      const known = { lastMetAt: lastMet.get(id) ?? null, next, meetings };
      const attention = attentionOf(person, known, { now, timeZone });
      const openActions = attention.promises.open;
      return { id, name, relationship, tags, next, openActions, attention };
    })
    .toSorted(
      (one, other) => compareAttention(one.attention, other.attention) || byName(one, other),
    );
}

const named = ({ id, name, relationship }: Person): NamedPerson => ({ id, name, relationship });

/** Those who are archived, the last one first. */
function archivedOnly(people: readonly Person[]): readonly ArchivedPerson[] {
  return people
    .flatMap(({ id, name, relationship, archivedOn }) =>
      archivedOn === null ? [] : [{ id, name, relationship, archivedOn }],
    )
    .toSorted((one, other) => compareTexts(other.archivedOn, one.archivedOn) || byName(one, other));
}

function viewOf(person: Person, calendar: Calendar, { now, timeZone }: Moment): PersonView {
  const soon = upcomingMeetings(calendar, now, addMinutes(now, aheadMinutes));
  const next = nextMeeting(calendar, person.id, now);
  const { series, meetings } = calendar;
  const lastMetAt = lastOf(calendar, meetings, now);
  return {
    now,
    person,
    attention: attentionOf(person, { lastMetAt, next, meetings }, { now, timeZone }),
    lastMetOn: lastMetAt === null ? null : localDateOf(lastMetAt, timeZone),
    series,
    upcoming: soon.length > 0 || next === null ? soon : [next],
    meetings: latestOf(meetings, series, meetingsAtOnce),
    meetingCount: meetings.length,
    ownership: recentOwnership(meetings, person.relationship, metAtAmong(series, now)),
  };
}

/** The latest meetings, newest first; what has no date yet is still to come and stands before them. */
function latestOf(
  meetings: readonly StoredSummary[],
  series: readonly Series[],
  count: number,
): readonly MeetingSummary[] {
  const [timesOf, statusOf] = [timesAmong(series), statusAmong(series)];
  return meetings
    .map((meeting) => ({ meeting, startsAt: timesOf(meeting)?.startsAt ?? null }))
    .sort((one, other) => compareTexts(other.startsAt ?? '9', one.startsAt ?? '9'))
    .slice(0, count)
    .map(({ meeting, startsAt }) => summaryOf(meeting, statusOf(meeting), startsAt));
}

const summaryOf = (
  meeting: StoredSummary,
  status: MeetingSummary['status'],
  startsAt: string | null,
): MeetingSummary => ({
  id: meeting.id,
  startsAt,
  status,
  points: meeting.points.length,
  openActions: openActions(meeting.actions).length,
});
