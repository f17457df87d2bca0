import type { Person } from '../documents/person.ts';
import type { Settings } from '../documents/settings.ts';
import { addMinutes, epochOf } from '../time/instants.ts';
import type { Ledger, LedgerEntry, Reminder } from './ledger.ts';
import { findEntry, isSnoozed } from './ledger.ts';

/** What the planner needs to know of a 1:1; an occurrence is one, with a document or without. */
export interface RemindableMeeting {
  readonly personId: string;
  readonly seriesId: string | null;
  readonly meetingId?: string | null;
  readonly originalLocal: string | null;
  readonly startsAt: string;
  readonly endsAt: string;
}

/** Everything that decides about reminders. The clock is the caller's: `now` is a UTC instant. */
export interface ReminderState {
  /** Those that `meetingsToWatch` gives, without what was cancelled, skipped or held already. */
  readonly occurrences: readonly RemindableMeeting[];
  readonly people: readonly Pick<Person, 'id' | 'archivedOn'>[];
  readonly settings: Pick<Settings, 'startingLeadMinutes'>;
  readonly ledger: Ledger;
  readonly now: string;
}

/** What to do now, and when to plan again at the latest. */
export interface ReminderPlan {
  /** To show now, soonest meeting first; at most one for each meeting. */
  readonly due: readonly Reminder[];
  /** Found too late, of meetings that nobody was told of; to list once. */
  readonly missed: readonly Reminder[];
  /** The next instant at which something falls due; null when nothing does. */
  readonly nextAt: string | null;
}

/**
 * Says which reminders to show and which came too late. A pure function: the same state gives the
 * same plan, and what has been recorded in the ledger is not planned again. A reminder that is
 * late but whose meeting is not over is shown with how late it is. Of several times that have
 * passed for one meeting, the latest is shown and stands for the others. A meeting of which the
 * user was told once is not missed.
 */
export function planReminders(state: ReminderState): ReminderPlan {
  const met = new Set(
    state.people.filter(({ archivedOn }) => archivedOn === null).map(({ id }) => id),
  );
  const schedules = state.occurrences
    .filter(({ personId }) => met.has(personId))
    .map((meeting) => startingSchedule(meeting, state.settings.startingLeadMinutes));
  const once = new Map(schedules.map((one) => [`${one.about.id} ${one.about.startsAt}`, one]));
  const judged = [...once.values()].map((one) => judge(one, state.ledger, state.now));
  return {
    due: judged.flatMap(({ due }) => due ?? []).sort(byStart),
    missed: judged.flatMap(({ missed }) => missed ?? []).sort(byStart),
    nextAt: judged.flatMap(({ nextAt }) => nextAt ?? []).sort(byInstant)[0] ?? null,
  };
}

/** The times at which one stage of one meeting is due, earliest first, and how long they help. */
interface Schedule {
  readonly about: Omit<Reminder, 'dueAt' | 'leadMinutes' | 'lateMinutes'>;
  readonly times: readonly ReminderTime[];
  readonly usefulUntil: string;
}

type ReminderTime = Pick<Reminder, 'dueAt' | 'leadMinutes'>;

function startingSchedule(meeting: RemindableMeeting, leadMinutes: readonly number[]): Schedule {
  const { personId, seriesId, meetingId = null, originalLocal, startsAt, endsAt } = meeting;
  const subject = `${seriesId ?? meetingId ?? personId}/${originalLocal ?? 'once'}`;
  const leads = [...new Set(leadMinutes)].sort((one, other) => other - one);
  return {
    about: {
      id: `${subject}/starting`,
      stage: 'starting',
      personId,
      seriesId,
      meetingId,
      originalLocal,
      startsAt,
      endsAt,
    },
    times: leads.map((lead) => ({ leadMinutes: lead, dueAt: addMinutes(startsAt, -lead) })),
    usefulUntil: endsAt,
  };
}

interface Judgement {
  readonly due?: Reminder;
  readonly missed?: Reminder;
  readonly nextAt?: string | undefined;
}

function judge(schedule: Schedule, ledger: Ledger, now: string): Judgement {
  const entry = settledEntry(schedule, ledger, now);
  if (entry === null && isSettledByAge(schedule, ledger, now)) return {};
  const times = pendingTimes(schedule, entry);
  const latest = times.findLast(({ dueAt }) => epochOf(dueAt) <= epochOf(now));
  const nextAt = times.find(({ dueAt }) => epochOf(dueAt) > epochOf(now))?.dueAt;
  if (latest === undefined) return { nextAt };
  const lateMinutes = Math.floor((epochOf(now) - epochOf(latest.dueAt)) / 60_000);
  const reminder = { ...schedule.about, ...latest, lateMinutes };
  if (isUseful(schedule, entry, now)) return { due: reminder, nextAt };
  return entry === null ? { missed: reminder } : {};
}

/** The entry that counts. One that a clock noted as missed before the end is taken back. */
function settledEntry({ about }: Schedule, ledger: Ledger, now: string): LedgerEntry | null {
  const entry = findEntry(ledger, about);
  const wasMissed = (entry?.missedAt ?? null) !== null;
  return wasMissed && epochOf(now) < epochOf(about.endsAt) ? null : entry;
}

/** By both the clock of then and the clock of now, for either may be wrong. */
function isSettledByAge({ about }: Schedule, { settledUntil }: Ledger, now: string): boolean {
  const ended = epochOf(about.endsAt);
  return ended <= epochOf(settledUntil) && ended <= epochOf(now);
}

/** The times that nothing has become of. A snooze takes the place of all times before it. */
function pendingTimes({ times }: Schedule, entry: LedgerEntry | null): readonly ReminderTime[] {
  if (entry === null) return times;
  const { dueAt, leadMinutes, snoozedUntil } = entry;
  const settledUntil = Math.max(epochOf(dueAt), epochOf(snoozedUntil ?? dueAt));
  const later = times.filter((time) => epochOf(time.dueAt) > settledUntil);
  return snoozedUntil === null ? later : [{ dueAt: snoozedUntil, leadMinutes }, ...later];
}

function isUseful({ usefulUntil }: Schedule, entry: LedgerEntry | null, now: string): boolean {
  return epochOf(now) < epochOf(usefulUntil) || (entry !== null && isSnoozed(entry, now));
}

function byStart(one: Reminder, other: Reminder): number {
  return byInstant(one.startsAt, other.startsAt) || one.id.localeCompare(other.id);
}

function byInstant(one: string, other: string): number {
  return epochOf(one) - epochOf(other);
}
