import { m } from '../../../messages/index.ts';

/** How long ago a calendar day was: "today", "yesterday", "12 days ago", "3 weeks ago". */
export function ageWords(days: number): string {
  if (days <= 0) return m.history_today();
  if (days === 1) return m.history_yesterday();
  if (days < 21) return m.history_days_ago({ count: days });
  if (days < 70) return m.history_weeks_ago({ count: Math.round(days / 7) });
  if (days < 700) return m.history_months_ago({ count: Math.round(days / 30.44) });
  return m.history_years_ago({ count: Math.round(days / 365.25) });
}
