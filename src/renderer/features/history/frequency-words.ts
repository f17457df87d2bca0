import type { HistoryView } from '../../../ipc/views.ts';
import type { Formatter } from '../../../messages/format.ts';
import { m } from '../../../messages/index.ts';

type Figures = Pick<HistoryView, 'months' | 'gaps' | 'cadenceDays'>;

/** How often the two met and meant to, in sentences. */
export function frequencyWords(
  { months, gaps, cadenceDays }: Figures,
  format: Formatter,
): readonly string[] {
  const count = months.reduce((sum, { held }) => sum + held, 0);
  const { averageDays, longestDays, daysSinceLast } = gaps;
  return [
    countWords(count, averageDays, format),
    cadenceDays === null
      ? m.history_agreed_none()
      : m.history_agreed({ days: format.days(cadenceDays) }),
    ...(longestDays === null ? [] : [m.history_longest({ days: format.days(longestDays) })]),
    ...(daysSinceLast === null ? [] : [m.history_last({ age: format.daysAgo(daysSinceLast) })]),
  ];
}

function countWords(count: number, averageDays: number | null, format: Formatter): string {
  if (count === 0) return m.history_frequency_none();
  if (averageDays === null) return `${m.history_met({ count })}.`;
  return `${m.history_met_every({ count, days: format.days(averageDays) })}.`;
}
