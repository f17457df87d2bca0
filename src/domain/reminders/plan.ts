import { compareTexts } from '../compare-texts.ts';
import { epochOf, textOfEpoch } from '../time/instants.ts';
import { judge } from './judge.ts';
import type { Hold } from './judge.ts';
import type { Ledger, Reminder } from './ledger-schema.ts';
import { quietSpanAt } from './quiet.ts';
import type { Schedule, ScheduleState } from './schedule.ts';
import { schedulesOf } from './schedule.ts';

/**
 * Everything that decides about reminders. The clock is the caller's: `now` is a UTC instant. The
 * occurrences are those that `meetingsToWatch` gives, without what was cancelled, skipped or held.
 */
export interface ReminderState extends ScheduleState {
  readonly ledger: Ledger;
  readonly now: string;
}

/** What decides about reminders once it is known when they are due. */
export type JudgingState = Pick<ReminderState, 'settings' | 'timeZone' | 'ledger' | 'now'>;

/** What to do now, and when to plan again at the latest. */
export interface ReminderPlan {
  /** To show now, soonest meeting first; at most one for each stage of each meeting. */
  readonly due: readonly Reminder[];
  /** Found too late, of which nobody was told; to list once. */
  readonly missed: readonly Reminder[];
  /** The next instant at which something falls due; null when nothing does. */
  readonly nextAt: string | null;
  /** Until when reminders are held back, by a pause or by quiet hours; null when they are not. */
  readonly heldUntil: string | null;
}

/**
 * Says which reminders to show and which came too late. A pure function: the same state gives the
 * same plan, and what has been recorded in the ledger is not planned again. A reminder that is late
 * but still of use is shown with how late it is. Of several times that have passed for one stage of
 * one meeting, the latest is shown and stands for the others. A stage of which the user was told
 * once is not missed, unless they asked to be told again.
 *
 * While reminders are paused, or in quiet hours, nothing is shown and nothing listed as missed:
 * what fell due meanwhile is judged when that is over. A snooze is not held back by quiet hours,
 * since it was asked for by name.
 */
export function planReminders(state: ReminderState): ReminderPlan {
  return judgeSchedules(schedulesOf(state), state);
}

/** The plan for schedules that are known already. */
export function judgeSchedules(schedules: readonly Schedule[], state: JudgingState): ReminderPlan {
  const { ledger } = state;
  const now = epochOf(state.now);
  const hold = holdAt(now, state);
  const judged = schedules.map((one) => judge(one, { ledger, now, hold }));
  const next = judged.reduce((earliest, { nextAt }) => Math.min(earliest, nextAt), Infinity);
  return {
    due: judged.flatMap(({ due }) => due ?? []).sort(byStart),
    missed: judged.flatMap(({ missed }) => missed ?? []).sort(byStart),
    nextAt: next === Infinity ? null : textOfEpoch(next),
    heldUntil: hold === null ? null : textOfEpoch(hold.until),
  };
}

/** What holds reminders back at an instant: a pause, and the quiet hours that it may end in. */
function holdAt(now: number, { settings, timeZone }: JudgingState): Hold | null {
  const { quietHours, remindersPausedUntil } = settings;
  const paused = remindersPausedUntil === null ? now : epochOf(remindersPausedUntil);
  const pausedUntil = Math.max(paused, now);
  const until = quietSpanAt(pausedUntil, quietHours, timeZone)?.until ?? pausedUntil;
  return until > now ? { pausedUntil, until } : null;
}

function byStart(one: Reminder, other: Reminder): number {
  return epochOf(one.startsAt) - epochOf(other.startsAt) || compareTexts(one.id, other.id);
}
