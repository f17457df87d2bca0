import { startOfWeek } from '../time/weekdays.ts';

/** What balance is shown in: weeks from Monday on, or calendar months. */
export const balanceSteps = ['week', 'month'] as const;
export type BalanceStep = (typeof balanceSteps)[number];

/** From one calendar date up to another that is no part of it. */
export interface Period {
  readonly from: string;
  readonly to: string;
}

/** The week or month that a calendar date lies in. */
export function periodOf(date: string, step: BalanceStep): Period {
  const from =
    step === 'week'
      ? Temporal.PlainDate.from(startOfWeek(date))
      : Temporal.PlainDate.from(date).with({ day: 1 });
  return { from: from.toString(), to: from.add(lengthOf(step, 1)).toString() };
}

/** The last so many weeks or months, the one of today among them, the earliest first. */
export function periodsUpTo(today: string, step: BalanceStep, count: number): readonly Period[] {
  const last = Temporal.PlainDate.from(periodOf(today, step).from);
  return Array.from({ length: count }, (_, index) =>
    periodOf(last.subtract(lengthOf(step, count - 1 - index)).toString(), step),
  );
}

/** Whether a calendar date lies in a period: as texts, dates stand in the order of time. */
export const isIn = (date: string, { from, to }: Period): boolean => date >= from && date < to;

const lengthOf = (step: BalanceStep, count: number): Temporal.DurationLike =>
  step === 'week' ? { weeks: count } : { months: count };
