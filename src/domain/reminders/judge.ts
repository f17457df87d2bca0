import { epochOf, textOfEpoch } from '../time/instants.ts';
import { findEntry, isNotedAhead } from './ledger.ts';
import type { Ledger, LedgerEntry, Reminder } from './ledger-schema.ts';
import type { Schedule, ScheduledTime } from './schedule.ts';

// Instants here are milliseconds since the epoch: this runs for every meeting at every beat.

/** What keeps reminders back. */
export interface Hold {
  /** Until then none comes at all. */
  readonly pausedUntil: number;
  /** Until then none comes that was not asked for by name. */
  readonly until: number;
}

/** What there is to do about one stage of one meeting. */
interface Judgement {
  readonly due?: Reminder;
  readonly missed?: Reminder;
  /** When to look again; Infinity when nothing comes any more. */
  readonly nextAt: number;
}

interface Moment {
  readonly ledger: Ledger;
  readonly now: number;
  readonly hold: Hold | null;
}

/** How late a reminder that was snoozed beyond its use may still come. */
const snoozeGraceMilliseconds = 5 * 60_000;
const repeatMilliseconds = 2 * 60_000;

/** One time at which a stage comes, or comes again. */
interface Coming extends ScheduledTime {
  readonly kind: 'planned' | 'snoozed' | 'repeat';
  readonly usefulUntil: number;
  /** Not before then, whatever it is due at. */
  readonly heldUntil: number;
}

const nothing: Judgement = { nextAt: Infinity };

/** Judges one stage of one meeting: whether to show it, to list it as missed, or when to look again. */
export function judge(schedule: Schedule, moment: Moment): Judgement {
  const { now } = moment;
  const entry = standingEntry(schedule, moment);
  if (entry === null && isSettledByAge(schedule, moment)) return nothing;
  const times = comingTimes(schedule, entry, moment);
  const passed = times.filter(({ dueAt }) => dueAt <= now);
  const nextAt = times.reduce((next, { dueAt, heldUntil }) => {
    const comesAt = Math.max(dueAt, heldUntil);
    return comesAt > now ? Math.min(next, comesAt) : next;
  }, Infinity);
  const ready = passed.filter(({ heldUntil }) => heldUntil <= now);
  const useful = ready.filter(({ usefulUntil }) => now < usefulUntil);
  const due = useful.findLast(({ kind }) => kind !== 'repeat') ?? useful.at(-1);
  if (due !== undefined) return { due: reminderOf(schedule, due, now), nextAt };
  const missed = ready.findLast(({ kind }) => kind === 'snoozed' || entry === null);
  return missed === undefined ? { nextAt } : { missed: reminderOf(schedule, missed, now), nextAt };
}

/** The entry that counts; what a wrong clock noted is taken back while it can still be put right. */
function standingEntry({ about, usefulUntil }: Schedule, moment: Moment): LedgerEntry | null {
  const entry = findEntry(moment.ledger, about);
  if (entry === null || moment.now >= usefulUntil) return entry;
  return isNotedAhead(entry, moment.now) ? null : entry;
}

/** By both the clock of then and the clock of now, for either may be wrong. */
function isSettledByAge({ usefulUntil }: Schedule, { ledger, now }: Moment): boolean {
  return usefulUntil <= now && usefulUntil <= epochOf(ledger.settledUntil);
}

/** The times that nothing has become of yet, earliest first. */
function comingTimes(
  schedule: Schedule,
  entry: LedgerEntry | null,
  { hold }: Moment,
): readonly Coming[] {
  if ((entry?.missedAt ?? null) !== null) return [];
  const { usefulUntil } = schedule;
  const usual = { usefulUntil, heldUntil: hold?.until ?? -Infinity };
  const left = timesAfter(schedule, entry).map((time) => ({
    ...time,
    ...usual,
    kind: 'planned' as const,
  }));
  const again = entry === null ? null : comingAgain(schedule, entry, hold);
  return (again === null ? left : [...left, again]).sort((one, other) => one.dueAt - other.dueAt);
}

/** Those of a stage's times that neither what was shown nor a snooze has taken the place of. */
function timesAfter({ times }: Schedule, entry: LedgerEntry | null): readonly ScheduledTime[] {
  if (entry === null) return times;
  const { leadMinutes: told, snoozedUntil } = entry;
  const from = snoozedUntil === null ? -Infinity : epochOf(snoozedUntil);
  return times.filter(
    ({ dueAt, leadMinutes }) =>
      leadMinutes !== null && told !== null && leadMinutes < told && dueAt > from,
  );
}

/** When what was shown comes again: after a snooze, or since nobody has answered it. */
function comingAgain(schedule: Schedule, entry: LedgerEntry, hold: Hold | null): Coming | null {
  const { times, usefulUntil, repeats } = schedule;
  const { shownAt, snoozedUntil, acknowledgedAt, leadMinutes } = entry;
  if (snoozedUntil !== null) {
    const dueAt = epochOf(snoozedUntil);
    // It stands for the times that pass while it is put off.
    const covered = times.findLast((time) => time.dueAt <= dueAt)?.leadMinutes ?? leadMinutes;
    const heldUntil = hold?.pausedUntil ?? -Infinity;
    const latest = Math.max(usefulUntil, dueAt + snoozeGraceMilliseconds);
    return { kind: 'snoozed', dueAt, leadMinutes: covered, usefulUntil: latest, heldUntil };
  }
  if (repeats === null || shownAt === null || acknowledgedAt !== null) return null;
  const dueAt = Math.max(epochOf(shownAt) + repeatMilliseconds, repeats.from);
  if (dueAt >= repeats.until) return null;
  const heldUntil = hold?.until ?? -Infinity;
  return { kind: 'repeat', dueAt, leadMinutes, usefulUntil: repeats.until, heldUntil };
}

function reminderOf({ about }: Schedule, time: Coming, now: number): Reminder {
  return {
    ...about,
    leadMinutes: time.leadMinutes,
    dueAt: textOfEpoch(time.dueAt),
    lateMinutes: Math.floor((now - time.dueAt) / 60_000),
    isRepeat: time.kind === 'repeat',
  };
}
