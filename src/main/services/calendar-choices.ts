import type { PersonFile } from '../../domain/agenda/person-file.ts';
import type { CalendarEvent, CalendarFile } from '../../domain/calendar/calendar-event.ts';
import { withChoice } from '../../domain/calendar/choices.ts';
import { withoutEvent } from '../../domain/calendar/without-event.ts';
import { othersIn, ownAddresses } from '../../domain/calendar/participants.ts';
import { plainWords } from '../../domain/calendar/event-titles.ts';
import { countsOf } from '../../domain/calendar/report.ts';
import type { CalendarChoice, CalendarDocument } from '../../domain/documents/calendar.ts';
import type { Person } from '../../domain/documents/person.ts';
import type { CheckedInput } from '../../ipc/contract.ts';
import type { Result } from '../../ipc/result.ts';
import { failure } from '../../ipc/result.ts';
import { m } from '../../messages/index.ts';
import type { EventsReport } from '../calendar/merge-events.ts';
import { mergeEvents, withUndecided } from '../calendar/merge-events.ts';
import type { HandlersOf } from '../ipc/handlers.ts';
import type { Change, Decided, StoreReader } from '../store/store.ts';
import { leave, put, timestamp, undoable, write } from './acts.ts';
import type { CalendarsParts } from './calendar-parts.ts';
import { calendarMissing } from './calendar-parts.ts';
import { newPerson } from './people.ts';
import { changesOf, readCalendarFile } from './person-file.ts';

type Input = CheckedInput<'calendars.choose'>;

/** Saying which events are 1:1s, and whose; what follows from it is done in the same act. */
export function createCalendarChoices(
  parts: CalendarsParts,
): Pick<HandlersOf<'calendars'>, 'calendars.choose'> {
  const { store, files, shelf } = parts;
  return {
    'calendars.choose': async (input) => {
      const file = await files.kept(input.calendarId);
      if (file === null) return failure('unavailable', m.calendar_copy_missing());
      const acted = await store.act((reader) => choose(parts, reader, input, file));
      if (!acted.value.ok) return acted.value;
      const report = await withUndecided(acted.value.value, store, input.calendarId, file);
      // The choice itself is saved, and can be taken back, whatever becomes of the report on it.
      await shelf.saveReport(input.calendarId, report).catch(parts.report);
      return undoable({ ...acted, value: { ok: true, value: countsOf(report) } });
    },
  };
}

async function choose(
  parts: CalendarsParts,
  reader: StoreReader,
  { calendarId, choices: given }: Input,
  file: CalendarFile,
): Promise<Decided<Result<EventsReport>>> {
  const before = await reader.read('calendar', calendarId);
  if (before === null) return leave(calendarMissing());
  const people = await reader.summaries('person');
  const made = newPeople(parts, given);
  const said = saidOf(parts, file, given, made);
  const known = new Set([...people, ...made.values()].map(({ id }) => id));
  if (said.some(({ personId }) => personId !== null && !known.has(personId)))
    return leave(failure('invalid', m.calendar_person_missing()));
  const calendar = said.reduce(withChoice, before);
  const files = await filesAfter(parts, reader, { before, said, made: [...made.values()] });
  const merged = await mergeEvents(reader, parts.clock, {
    ...{ calendar, file, files: files.after },
  });
  const changes = [
    put(calendar),
    ...[...made.values()].map(put),
    ...files.changes.filter((change) => !isIn(change, merged.changes)),
    ...merged.changes,
  ];
  return write(m.calendar_act_choose({ name: calendar.name }), changes, merged.report);
}

/** Those who are not known yet, by their names in plain words: one person, whatever they have of events. */
function newPeople(parts: CalendarsParts, given: Input['choices']): ReadonlyMap<string, Person> {
  const made = new Map<string, Person>();
  for (const { whose } of given) {
    if (whose.kind !== 'new') continue;
    const words = plainWords(whose.name);
    if (!made.has(words)) made.set(words, newPerson(parts, whose.name, whose.relationship));
  }
  return made;
}

function saidOf(
  { newId }: CalendarsParts,
  { events }: CalendarFile,
  given: Input['choices'],
  made: ReadonlyMap<string, Person>,
): readonly CalendarChoice[] {
  const own = ownAddresses(events, []);
  const byUid = new Map<string, CalendarEvent>();
  for (const event of events)
    if (event.recurrenceId === null || !byUid.has(event.uid)) byUid.set(event.uid, event);
  return given.flatMap(({ uid, whose }) => {
    const event = byUid.get(uid);
    if (event === undefined) return [];
    const others = othersIn(event, own);
    const address = others.length === 1 ? (others[0]?.address ?? null) : null;
    const personId =
      whose.kind === 'person'
        ? whose.personId
        : whose.kind === 'new'
          ? (made.get(plainWords(whose.name))?.id ?? null)
          : null;
    return [
      { id: newId(), uid, personId, title: event.title, address: address === '' ? null : address },
    ];
  });
}

interface Saying {
  /** The calendar as it was before. */
  readonly before: CalendarDocument;
  readonly said: readonly CalendarChoice[];
  readonly made: readonly Person[];
}

/** What is kept of people once what is no longer theirs is gone, and how it comes about. */
async function filesAfter(
  { clock }: CalendarsParts,
  reader: StoreReader,
  { before, said, made }: Saying,
): Promise<{ after: ReadonlyMap<string, PersonFile>; changes: readonly Change[] }> {
  const after = new Map(made.map(({ id }) => [id, emptyFile(id, clock.timeZone())]));
  const changes: Change[] = [];
  const now = timestamp(clock);
  const lost = said.flatMap(({ uid, personId }) => {
    const was = before.choices.find((choice) => choice.uid === uid)?.personId ?? null;
    return was === null || was === personId ? [] : [{ uid, personId: was }];
  });
  for (const personId of new Set(lost.map((one) => one.personId))) {
    if ((await reader.read('person', personId)) === null) continue;
    const file = await readCalendarFile(reader, personId, clock);
    const uids = lost.filter((one) => one.personId === personId).map(({ uid }) => uid);
    const left = uids.reduce((whole, uid) => withoutEvent(whole, uid, now), file);
    after.set(personId, left);
    changes.push(...changesOf(file, left));
  }
  return { after, changes };
}

const emptyFile = (personId: string, timeZone: string): PersonFile => ({
  ...{ personId, timeZone, durationMinutes: 30, series: [], meetings: [], feedback: [] },
  otherMeetingIds: new Set(),
});

/** Whether a later change is about the same document, and so has the last word. */
function isIn(change: Change, later: readonly Change[]): boolean {
  const idOf = (one: Change): string => (one.kind === 'put' ? one.document.id : one.ref.id);
  return later.some((other) => idOf(other) === idOf(change));
}
