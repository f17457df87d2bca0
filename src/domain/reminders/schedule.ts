import type { Person, ReminderChoices } from '../documents/person.ts';
import type { Settings } from '../documents/settings.ts';
import { epochOf, instantOf, localDateOf, textOfEpoch } from '../time/instants.ts';
import { nextWorkingDay, previousWorkingDay, weekdays } from '../time/weekdays.ts';
import type { Reminder } from './ledger-schema.ts';
import { quietSpanAt } from './quiet.ts';

/** What the planner needs to know of a 1:1; an occurrence is one, with a document or without. */
export interface RemindableMeeting {
  readonly personId: string;
  readonly seriesId: string | null;
  readonly meetingId?: string | null;
  readonly originalLocal: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
  /** Since when it has been planned: whoever plans a 1:1 now need not be told to prepare it. */
  readonly createdAt?: string;
  /** Whether it has taken place: then it is neither prepared nor started any more. */
  readonly isHeld?: boolean;
  /** Whether something in it is left to wrap up. */
  readonly needsWrapUp?: boolean;
}

/** What the user chose about reminders. */
type ReminderSettings = Pick<
  Settings,
  | 'startingLeadMinutes'
  | 'prepareAt'
  | 'wrapUpAfterMinutes'
  | 'quietHours'
  | 'workingDays'
  | 'repeatsUntilAcknowledged'
  | 'remindersPausedUntil'
>;

/** Everything that decides when reminders are due. */
export interface ScheduleState {
  readonly occurrences: readonly RemindableMeeting[];
  readonly people: readonly Pick<Person, 'id' | 'archivedOn' | 'reminders'>[];
  readonly settings: ReminderSettings;
  /** The zone of this computer, in which days and quiet hours are meant. */
  readonly timeZone: string;
}

/** The times at which one stage of one meeting is due, and how long they help. */
export interface Schedule {
  readonly about: Omit<Reminder, 'dueAt' | 'leadMinutes' | 'lateMinutes' | 'isRepeat'>;
  /** By lead, the longest first. */
  readonly times: readonly ScheduledTime[];
  /** Milliseconds since the epoch, from which on it is missed rather than shown. */
  readonly usefulUntil: number;
  /** Between when it comes again while nobody answers it; null when it does not. */
  readonly repeats: { readonly from: number; readonly until: number } | null;
}

/** One time at which a reminder is due, in milliseconds since the epoch. */
export interface ScheduledTime {
  readonly dueAt: number;
  readonly leadMinutes: number | null;
}

const minute = 60_000;
/** What holds where somebody wants a stage for one person that is off for the others. */
const usualPrepareAt = '16:00';
const usualWrapUpAfterMinutes = 5;
/** A reminder that nobody answers comes again in this time around the start, not the whole day. */
const repeatsFromMinutes = 10;
const repeatsAfterMinutes = 5;

/**
 * When the reminders of some 1:1s are due: to prepare, at a set time of the working day before;
 * starting, minutes before the start; to wrap up, minutes after the end if something is open. What a
 * person has chosen wins over the settings; of people who are archived or gone there are none. The
 * same meeting given twice counts once.
 *
 * In quiet hours none is due. It waits for their end where it still comes before the start then, as
 * a wrap-up always does; else it comes in the last minute before they begin, for the evening before
 * is of more use than the middle of the meeting.
 */
export function schedulesOf(state: ScheduleState): readonly Schedule[] {
  const met = new Map(
    state.people
      .filter(({ archivedOn }) => archivedOn === null)
      .map(({ id, reminders }) => [id, reminders]),
  );
  const schedules = state.occurrences.flatMap((meeting) => {
    const choices = met.get(meeting.personId);
    if (choices === undefined) return [];
    const parts = { state, choices };
    const before = [prepareOf(meeting, parts), startingOf(meeting, parts)];
    const stages = [...(meeting.isHeld === true ? [] : before), wrapUpOf(meeting, parts)];
    return stages.filter((one) => one !== null);
  });
  const once = new Map(schedules.map((one) => [`${one.about.id} ${one.about.startsAt}`, one]));
  return [...once.values()];
}

interface ScheduleParts {
  readonly state: ScheduleState;
  readonly choices: ReminderChoices;
}

/** Useful until the start. A 1:1 that was planned after its time is in hand already. */
function prepareOf(meeting: RemindableMeeting, parts: ScheduleParts): Schedule | null {
  const { timeZone, settings } = parts.state;
  const prepareAt = chosen(settings.prepareAt, parts.choices.prepares, usualPrepareAt);
  if (prepareAt === null) return null;
  const date = localDateOf(meeting.startsAt, timeZone);
  const day = previousWorkingDay(date, daysOf(settings)) ?? date;
  const planned = epochOf(instantOf(`${day}T${prepareAt}`, timeZone));
  if (meeting.createdAt !== undefined && planned <= epochOf(meeting.createdAt)) return null;
  const usefulUntil = epochOf(meeting.startsAt);
  const dueAt = outsideQuiet(planned, usefulUntil - 1, parts.state);
  const times = [{ dueAt, leadMinutes: null }];
  return { about: aboutOf(meeting, 'prepare'), times, usefulUntil, repeats: null };
}

/** Useful until the end: whoever comes late is still expected. */
function startingOf(meeting: RemindableMeeting, parts: ScheduleParts): Schedule | null {
  const { settings } = parts.state;
  const chosenLeads = parts.choices.startingLeadMinutes ?? settings.startingLeadMinutes;
  const leads = [...new Set(chosenLeads)].sort((one, other) => other - one);
  if (leads.length === 0) return null;
  const start = epochOf(meeting.startsAt);
  return {
    about: aboutOf(meeting, 'starting'),
    times: leads.map((leadMinutes) => ({
      leadMinutes,
      dueAt: outsideQuiet(start - leadMinutes * minute, start, parts.state),
    })),
    usefulUntil: epochOf(meeting.endsAt),
    repeats: settings.repeatsUntilAcknowledged
      ? { from: start - repeatsFromMinutes * minute, until: start + repeatsAfterMinutes * minute }
      : null,
  };
}

/** Useful until the next working day is over: then the memory is, too. */
function wrapUpOf(meeting: RemindableMeeting, parts: ScheduleParts): Schedule | null {
  if (meeting.needsWrapUp !== true) return null;
  const { timeZone, settings } = parts.state;
  const after = chosen(settings.wrapUpAfterMinutes, parts.choices.wrapsUp, usualWrapUpAfterMinutes);
  if (after === null) return null;
  const planned = epochOf(meeting.endsAt) + after * minute;
  const dueAt = outsideQuiet(planned, Infinity, parts.state);
  const date = localDateOf(textOfEpoch(dueAt), timeZone);
  const day = nextWorkingDay(date, daysOf(settings)) ?? date;
  const midnight = Temporal.PlainDate.from(day).add({ days: 1 }).toString();
  return {
    about: aboutOf(meeting, 'wrap-up'),
    times: [{ dueAt, leadMinutes: null }],
    usefulUntil: epochOf(instantOf(`${midnight}T00:00`, timeZone)),
    repeats: null,
  };
}

/** To whoever has no working days, all are alike. */
const daysOf = ({ workingDays }: ReminderSettings): readonly number[] =>
  workingDays.length === 0 ? weekdays : workingDays;

/** What holds for one person: as usual, never, or although it is off for the others. */
function chosen<T>(usual: T | null, choice: boolean | null, otherwise: T): T | null {
  if (choice === null) return usual;
  return choice ? (usual ?? otherwise) : null;
}

/** A time outside the quiet hours that stands for one inside; it waits for their end if it can. */
function outsideQuiet(dueAt: number, latest: number, state: ScheduleState): number {
  const quiet = quietSpanAt(dueAt, state.settings.quietHours, state.timeZone);
  if (quiet === null) return dueAt;
  return quiet.until <= latest ? quiet.until : quiet.from - minute;
}

function aboutOf(meeting: RemindableMeeting, stage: Reminder['stage']): Schedule['about'] {
  const { personId, seriesId, meetingId = null, originalLocal, startsAt, endsAt } = meeting;
  const subject = `${seriesId ?? meetingId ?? personId}/${originalLocal ?? 'once'}`;
  const id = `${subject}/${stage}`;
  return { id, stage, personId, seriesId, meetingId, originalLocal, startsAt, endsAt };
}
