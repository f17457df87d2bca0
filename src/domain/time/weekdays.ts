/** A day of the week as ISO 8601 counts them: 1 is Monday, 7 is Sunday. */
export type Weekday = 1 | 2 | 3 | 4 | 5 | 6 | 7;

export const weekdays: readonly Weekday[] = [1, 2, 3, 4, 5, 6, 7];

/** The day of the week of a date or of a wall time. */
export function weekdayOf(date: string): Weekday {
  const { dayOfWeek } = Temporal.PlainDate.from(date);
  return weekdays.find((weekday) => weekday === dayOfWeek) ?? 1;
}

/** The date on which the week of `date` begins. */
export function startOfWeek(date: string, firstWeekday: Weekday = 1): string {
  const daysSince = (weekdayOf(date) - firstWeekday + 7) % 7;
  return Temporal.PlainDate.from(date).subtract({ days: daysSince }).toString();
}

/** The last working day before `date`; null when no day of the week is one. */
export function previousWorkingDay(date: string, workingDays: readonly number[]): string | null {
  return firstWorkingDay(date, workingDays, -1);
}

/** The first working day after `date`; null when no day of the week is one. */
export function nextWorkingDay(date: string, workingDays: readonly number[]): string | null {
  return firstWorkingDay(date, workingDays, 1);
}

function firstWorkingDay(
  date: string,
  workingDays: readonly number[],
  direction: 1 | -1,
): string | null {
  const weekday = weekdayOf(date);
  const days = weekdays.find((count) =>
    workingDays.includes(((weekday - 1 + count * direction + 7) % 7) + 1),
  );
  if (days === undefined) return null;
  return Temporal.PlainDate.from(date)
    .add({ days: days * direction })
    .toString();
}
