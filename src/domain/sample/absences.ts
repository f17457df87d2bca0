import { shuffleRank } from '../questions/shuffle-rank.ts';

/** The user's own holidays, by month and day, both ends included. */
const ownHolidays = [
  ['01-01', '01-02'],
  ['04-10', '04-15'],
  ['08-08', '08-21'],
  ['12-23', '12-31'],
] as const;

/** Whether one of the two is away on a date, and no 1:1 takes place. */
export function isSomebodyAway(name: string, date: string): boolean {
  const day = date.slice(5);
  return ownHolidays.some(([from, to]) => day >= from && day <= to) || isAway(name, date);
}

/** Everybody takes two weeks a year, each year others. */
function isAway(name: string, date: string): boolean {
  const { yearOfWeek, weekOfYear } = Temporal.PlainDate.from(date);
  const first = 2 + (shuffleRank(name, String(yearOfWeek)) % 48);
  return weekOfYear === first || weekOfYear === first + 1;
}
