import type { Series } from '../documents/series.ts';
import { usualRule } from '../series/usual-rules.ts';
import { localDateOf } from '../time/instants.ts';
import { weekdayOf } from '../time/weekdays.ts';
import type { CastMember } from './cast.ts';

/** The part of the time after which somebody left, or was met less often. */
const turnAfter = 0.55;

/** What the series of somebody are made for. */
interface SeriesParts {
  readonly personId: string;
  readonly newId: () => string;
  readonly timeZone: string;
  /** UTC instants: since when they have been met, and the present. */
  readonly joinedAt: string;
  readonly now: string;
}

/** The series with somebody, earliest first, without exceptions; nobody neglected has one. */
export function seriesOf(member: CastMember, parts: SeriesParts): readonly Series[] {
  const { timeZone, joinedAt, now } = parts;
  const { weekday, everyWeeks } = member.rhythm;
  const joinedOn = localDateOf(joinedAt, timeZone);
  const today = localDateOf(now, timeZone);
  const ruleEvery = (interval: number): string =>
    usualRule({ kind: 'weekly', interval, weekdays: [weekday] }, joinedOn).rule;
  const rule = ruleEvery(everyWeeks);
  switch (member.turn) {
    case 'neglected':
      return [];
    case 'new':
      return [seriesFrom(member, parts, { from: daysAfter(today, 1), rule, madeAt: joinedAt })];
    case 'none':
      return [seriesFrom(member, parts, { from: joinedOn, rule, madeAt: joinedAt })];
    case 'left': {
      const until = untilText(turnDate(joinedOn, today));
      const ended = `${rule};UNTIL=${until}`;
      return [seriesFrom(member, parts, { from: joinedOn, rule: ended, madeAt: joinedAt })];
    }
    case 'slowed-down': {
      const turn = turnDate(joinedOn, today);
      const often = `${ruleEvery(1)};UNTIL=${untilText(turn)}`;
      const first = seriesFrom(member, parts, { from: joinedOn, rule: often, madeAt: joinedAt });
      const madeAt = `${turn}T09:00:00Z`;
      const second = seriesFrom(member, parts, { from: daysAfter(turn, 1), rule, madeAt });
      return [first, { ...second, continues: first.id }];
    }
  }
}

/** The date on which somebody left, or was met less often from then on. */
export function turnDate(joinedOn: string, today: string): string {
  const from = Temporal.PlainDate.from(joinedOn);
  return daysAfter(joinedOn, Math.round(from.until(today).days * turnAfter));
}

function seriesFrom(
  { rhythm: { weekday, time }, durationMinutes, place }: CastMember,
  { personId, newId, timeZone }: SeriesParts,
  { from, rule, madeAt }: { readonly from: string; readonly rule: string; readonly madeAt: string },
): Series {
  const firstDate = daysAfter(from, (weekday - weekdayOf(from) + 7) % 7);
  return {
    kind: 'series',
    version: 3,
    id: newId(),
    personId,
    startLocal: `${firstDate}T${time}`,
    timeZone,
    durationMinutes,
    rule,
    exceptions: [],
    place,
    continues: null,
    calendar: null,
    createdAt: madeAt,
  };
}

const untilText = (date: string): string => date.replaceAll('-', '');

function daysAfter(date: string, days: number): string {
  return Temporal.PlainDate.from(date).add({ days }).toString();
}
