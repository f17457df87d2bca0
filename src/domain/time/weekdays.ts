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
export function previousWorkingDay(date: string, workingDays: readonly Weekday[]): string | null {
  const day = Temporal.PlainDate.from(date);
  for (const days of weekdays) {
    const earlier = day.subtract({ days }).toString();
    if (workingDays.includes(weekdayOf(earlier))) return earlier;
  }
  return null;
}
