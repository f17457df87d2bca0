import type { Recurrence, RuleDescription } from '../../../domain/series/describe-rule.ts';
import { describeRule } from '../../../domain/series/describe-rule.ts';
import { parseRule } from '../../../domain/series/rule.ts';
import type { Until } from '../../../domain/series/rule-parts.ts';
import { nthWeekdayOf } from '../../../domain/series/usual-rules.ts';
import { localOf } from '../../../domain/time/instants.ts';
import { weekdayOf } from '../../../domain/time/weekdays.ts';
import type { Repeat, SeriesDraft, SeriesValues } from './series-draft.ts';
import { emptyDraft, ruleOf } from './series-draft.ts';

/**
 * The fields that say what a series says. A rule that they cannot say is shown as it is written: it is
 * kept to the letter, never made simpler.
 */
export function draftOf(values: SeriesValues, now: string): SeriesDraft {
  const { startLocal, timeZone, durationMinutes, rule, place } = values;
  const plain: SeriesDraft = {
    ...emptyDraft(now, timeZone),
    date: startLocal.slice(0, 10),
    time: startLocal.slice(11, 16),
    minutes: String(durationMinutes),
    place,
    repeat: 'once',
  };
  if (rule === null) return plain;
  const shown = shownIn(plain, values, describeRule(rule, startLocal));
  return shown !== null && meansTheSame(shown, values)
    ? shown
    : { ...plain, repeat: 'own', ownRule: rule };
}

function shownIn(
  plain: SeriesDraft,
  values: SeriesValues,
  description: RuleDescription,
): SeriesDraft | null {
  if (description.kind !== 'recurring') return null;
  const rhythm = rhythmFields(plain, description.recurrence);
  if (rhythm === null) return null;
  const { end } = description;
  switch (end.kind) {
    case 'never':
      return { ...plain, ...rhythm };
    case 'count':
      return { ...plain, ...rhythm, ending: 'count', times: String(end.count) };
    case 'until':
      return { ...plain, ...rhythm, ending: 'date', lastDate: lastDateOf(end.until, values) };
  }
}

const weeklyRepeats: readonly Repeat[] = ['weekly', 'two-weekly', 'three-weekly'];

function rhythmFields({ date }: SeriesDraft, recurrence: Recurrence): Partial<SeriesDraft> | null {
  switch (recurrence.kind) {
    case 'weekly': {
      const repeat = weeklyRepeats[recurrence.interval - 1];
      const isOfDate =
        recurrence.weekdays.length === 1 && recurrence.weekdays[0] === weekdayOf(date);
      const weekdays = isOfDate ? null : recurrence.weekdays;
      return repeat === undefined ? null : { repeat, weekdays };
    }
    case 'monthly-on-date': {
      const monthDay = recurrence.dayOfMonth === -1 ? 'last-day' : 'date';
      return recurrence.interval === 1 ? { repeat: 'monthly', monthDay } : null;
    }
    case 'monthly-on-weekday': {
      const isNth = recurrence.nthWeekday === nthWeekdayOf(date);
      const monthDay = isNth ? 'nth-weekday' : 'last-weekday';
      return recurrence.interval === 1 ? { repeat: 'monthly', monthDay } : null;
    }
    case 'daily':
    case 'yearly':
    case 'other':
      return null;
  }
}

/** Whether the fields give the same first date and rhythm; the end was taken over as it is. */
function meansTheSame(draft: SeriesDraft, { startLocal, rule }: SeriesValues): boolean {
  const written = ruleOf(draft);
  if (written.firstDate !== startLocal.slice(0, 10)) return false;
  const [one, other] = [written.rule, rule].map((text) => describeRule(text, startLocal));
  if (one?.kind !== 'recurring' || other?.kind !== 'recurring') return false;
  if (JSON.stringify(one.recurrence) !== JSON.stringify(other.recurrence)) return false;
  return !isWeekStartTelling(rule, other.recurrence);
}

/** Where weeks are left out and there is more than one day, the day on which a week begins counts. */
function isWeekStartTelling(rule: string | null, recurrence: Recurrence): boolean {
  const parsed = parseRule(rule ?? '');
  if (!parsed.ok || recurrence.kind !== 'weekly' || recurrence.weekdays.length === 1) return false;
  return recurrence.interval > 1 && parsed.rule.weekStart !== 1;
}

/** The last day on which there is still an occurrence's time before the end. */
function lastDateOf(until: Until, { startLocal, timeZone }: SeriesValues): string {
  if (until.kind === 'date') return until.date;
  const local = until.kind === 'local' ? until.local : localOf(until.instant, timeZone);
  const day = Temporal.PlainDate.from(local);
  const isDayOver = local.slice(11, 16) >= startLocal.slice(11, 16);
  return (isDayOver ? day : day.subtract({ days: 1 })).toString();
}
