import { newMeeting, undatedMeeting } from '../agenda/meeting-times.ts';
import type { Meeting } from '../documents/meeting.ts';
import type { Series, SeriesException } from '../documents/series.ts';
import type { Occurrence } from '../series/occurrences.ts';
import { nextOccurrence, occurrencesBetween } from '../series/occurrences.ts';
import { addMinutes, epochOf, instantOf } from '../time/instants.ts';
import { isSomebodyAway } from './absences.ts';
import type { CastMember } from './cast.ts';
import type { Dice } from './dice.ts';

const dayMinutes = 24 * 60;
/** How far ahead is decided what is moved and what is cancelled. */
const aheadMinutes = 15 * dayMinutes;

/** One 1:1 with somebody, and what became of it. */
export interface Slot {
  readonly startsAt: string;
  readonly endsAt: string;
  readonly fate: 'held' | 'cancelled' | 'skipped' | 'upcoming';
  /** An empty plan for it; `id` is new, `now` a UTC instant. */
  readonly plan: (made: { readonly id: string; readonly now: string }) => Meeting;
}

/** A series with its exceptions, and its 1:1s in their order. */
interface SeriesWithSlots {
  readonly series: Series;
  readonly slots: readonly Slot[];
}

type Fate = Slot['fate'] | 'away' | 'moved';

/** Decides what became of every 1:1 of a series up to now, and soon after. */
export function followSeries(
  rule: Series,
  { name }: CastMember,
  { dice, now }: { readonly dice: Dice; readonly now: string },
): SeriesWithSlots {
  const until = addMinutes(now, aheadMinutes);
  const all = occurrencesBetween(rule, instantOf(rule.startLocal, rule.timeZone), until);
  const fates = new Map(all.map((one) => [one.originalLocal, fateOf(one, name, dice, now)]));
  const series = { ...rule, exceptions: all.flatMap((one) => exceptionOf(one, fates)) };
  const isCalledOff = ({ originalLocal }: Occurrence): boolean =>
    ['cancelled', 'skipped'].includes(fates.get(originalLocal) ?? '');
  const kept = occurrencesBetween(series, instantOf(rule.startLocal, rule.timeZone), until);
  const next = nextOccurrence(series, until);
  const occurrences = [...all.filter(isCalledOff), ...kept, ...(next === null ? [] : [next])];
  const slots = occurrences
    .map((one) => slotOf(one, fates.get(one.originalLocal) ?? 'upcoming', now))
    .sort((one, other) => epochOf(one.startsAt) - epochOf(other.startsAt));
  return { series, slots };
}

/** 1:1s that belong to no series: one after the other, so many days apart, up to an instant. */
export function slotsWithoutSeries(
  base: Pick<Meeting, 'personId' | 'timeZone' | 'durationMinutes'>,
  { fromLocal, everyDays, until }: { fromLocal: string; everyDays: number; until: string },
): readonly Slot[] {
  const slots: Slot[] = [];
  for (let local = fromLocal; ; local = laterLocal(local, { days: everyDays })) {
    const startsAt = instantOf(local, base.timeZone);
    if (epochOf(startsAt) > epochOf(until)) return slots;
    slots.push({
      startsAt,
      endsAt: addMinutes(startsAt, base.durationMinutes),
      fate: 'held',
      plan: (made) => ({ ...undatedMeeting({ ...base, ...made }), startLocal: local }),
    });
  }
}

function fateOf(occurrence: Occurrence, name: string, dice: Dice, now: string): Fate {
  const isOver = epochOf(occurrence.endsAt) <= epochOf(now);
  const chance = dice.between(0, 99);
  if (isSomebodyAway(name, occurrence.startLocal.slice(0, 10))) return 'away';
  if (chance < 5) return 'moved';
  if (!isOver) return chance > 96 ? 'away' : 'upcoming';
  if (chance < 8) return 'cancelled';
  return chance < 11 ? 'skipped' : 'held';
}

function exceptionOf(
  { originalLocal, durationMinutes }: Occurrence,
  fates: ReadonlyMap<string, Fate>,
): readonly SeriesException[] {
  switch (fates.get(originalLocal)) {
    case 'away':
    case 'cancelled':
    case 'skipped':
      return [{ kind: 'cancelled', originalLocal }];
    case 'moved': {
      const isFriday = Temporal.PlainDateTime.from(originalLocal).dayOfWeek === 5;
      const startLocal = laterLocal(originalLocal, isFriday ? { hours: 2 } : { days: 1 });
      return [{ kind: 'moved', originalLocal, startLocal, durationMinutes }];
    }
    case 'held':
    case 'upcoming':
    case undefined:
      return [];
  }
}

function slotOf(occurrence: Occurrence, decided: Fate, now: string): Slot {
  const { startsAt, endsAt } = occurrence;
  const isOver = epochOf(endsAt) <= epochOf(now);
  const wasMoved = decided === 'moved' || decided === 'away';
  const fate = wasMoved ? (isOver ? 'held' : 'upcoming') : decided;
  return { startsAt, endsAt, fate, plan: (made) => newMeeting(occurrence, made) };
}

function laterLocal(local: string, by: { days?: number; hours?: number }): string {
  return Temporal.PlainDateTime.from(local).add(by).toString({ smallestUnit: 'minute' });
}
