import { pruneLedger, recordMissed, recordShown } from './ledger.ts';
import type { Ledger } from './ledger-schema.ts';
import type { JudgingState, ReminderPlan, ReminderState } from './plan.ts';
import { judgeSchedules } from './plan.ts';
import type { Schedule } from './schedule.ts';
import { schedulesOf } from './schedule.ts';

/** What to do about reminders now, and the ledger of it having been done. */
export interface Settlement {
  /** Its `nextAt` is that of the ledger after: what is shown now may come again. */
  readonly plan: ReminderPlan;
  /** To be written after what is due was shown: a crash between shows it again, never not at all. */
  readonly ledger: Ledger;
}

/** One step of the engine: plans, and notes what was planned as done. */
export function settleReminders(state: ReminderState): Settlement {
  return settleSchedules(schedulesOf(state), state);
}

/** The same step for schedules that are known already. */
export function settleSchedules(schedules: readonly Schedule[], state: JudgingState): Settlement {
  const plan = judgeSchedules(schedules, state);
  const { ledger, now } = state;
  if (plan.due.length + plan.missed.length === 0) {
    return { plan, ledger: settledBy(plan, ledger, now) };
  }
  const recorded = recordMissed(recordShown(ledger, plan.due, now), plan.missed, now);
  const after = settledBy(plan, recorded, now);
  const { nextAt } = judgeSchedules(schedules, { ...state, ledger: after });
  return { plan: { ...plan, nextAt }, ledger: after };
}

/** What is held back is not settled by its age. */
const settledBy = ({ heldUntil }: ReminderPlan, ledger: Ledger, now: string): Ledger =>
  heldUntil === null ? pruneLedger(ledger, now) : ledger;
