import type { Series } from '../../documents/series.ts';
import { shuffleRank } from '../../questions/shuffle-rank.ts';
import type { Occurrence } from '../../series/occurrences.ts';
import { occurrencesBetween } from '../../series/occurrences.ts';
import { epochOf, textOfEpoch } from '../../time/instants.ts';
import type { Ledger } from '../ledger-schema.ts';
import type { RemindableMeeting } from '../schedule.ts';
import { aheadMinutes, meetingsToWatch, watchFrom } from '../watch.ts';

const day = 24 * 60 * 60_000;
/** Longer than from one occurrence of any rule drawn here to the next, beyond what is watched. */
const neededAhead = 40 * day;
const knownAhead = 120 * day;
/** What is looked for begins a little earlier now and later then. */
const knownBehind = 5 * day;

/** A 1:1 with its times as numbers: they are compared at every look. */
interface Placed {
  readonly meeting: RemindableMeeting;
  readonly start: number;
  readonly end: number;
}

interface Known {
  readonly from: number;
  readonly until: number;
  readonly placed: readonly Placed[];
}

/** The 1:1s of a simulated life. What a series gives is worked out for some weeks at a time. */
export class SimulatedCalendar {
  series: readonly Series[] = [];
  readonly #seed: string;
  readonly #held = new Set<RemindableMeeting>();
  readonly #heldKeys = new Set<string>();
  readonly #known = new WeakMap<Series, readonly Known[]>();

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Notes that a 1:1 was held and wrapped up: nothing comes of it any more. */
  hold(meeting: RemindableMeeting): void {
    this.#held.add(meeting);
    this.#heldKeys.add(keyOf(meeting));
  }

  /** What the planner is given, found as the app finds it. */
  watched(ledger: Ledger, now: string): readonly RemindableMeeting[] {
    const series = new Map(this.series.map((one) => [one.id, one]));
    return meetingsToWatch(this.series, ledger, now)
      .filter((occurrence) => !this.#heldKeys.has(keyOf(occurrence)))
      .map((occurrence) => this.#planned(occurrence, series.get(occurrence.seriesId)));
  }

  /** The same, from what has been worked out already. */
  watchedQuickly(ledger: Ledger, now: string): readonly RemindableMeeting[] {
    const from = epochOf(watchFrom(ledger, now));
    const to = epochOf(now) + aheadMinutes * 60_000;
    const found: RemindableMeeting[] = [];
    for (const series of this.series) {
      let isBeyond = false;
      for (const { meeting, start, end } of this.#knownOf(series, from, epochOf(now))) {
        if (isBeyond || end <= from) continue;
        isBeyond = start >= to;
        if (!this.#held.has(meeting)) found.push(meeting);
      }
    }
    return found;
  }

  /** Those that end after an instant and start within ten days of `now`. */
  around(from: number, now: number): readonly RemindableMeeting[] {
    const to = now + 10 * day;
    const found: RemindableMeeting[] = [];
    for (const series of this.series) {
      for (const { meeting, start, end } of this.#knownOf(series, from, now)) {
        if (start < to && end > from && !this.#held.has(meeting)) found.push(meeting);
      }
    }
    return found;
  }

  #knownOf(series: Series, from: number, now: number): readonly Placed[] {
    const known = this.#known.get(series) ?? [];
    const isEnough = (one: Known): boolean => one.from <= from && one.until >= now + neededAhead;
    const found = known.find(isEnough);
    if (found !== undefined) return found.placed;
    const span = { from: from - knownBehind, until: now + knownAhead };
    const placed = this.#workOut(series, span.from, span.until);
    // The newest first; a few, since a clock that was wrong comes back to where it was.
    this.#known.set(series, [{ ...span, placed }, ...known.slice(0, 3)]);
    return placed;
  }

  #workOut(series: Series, from: number, until: number): readonly Placed[] {
    const made = epochOf(series.createdAt);
    return occurrencesBetween(series, textOfEpoch(from), textOfEpoch(until))
      .map((occurrence) => ({
        meeting: this.#planned(occurrence, series),
        start: epochOf(occurrence.startsAt),
        end: epochOf(occurrence.endsAt),
      }))
      .filter(({ end, meeting }) => end > made && !this.#heldKeys.has(keyOf(meeting)));
  }

  #planned(occurrence: Occurrence, series: Series | undefined): RemindableMeeting {
    const createdAt = series?.createdAt ?? occurrence.startsAt;
    // Every other plan has something in it.
    const needsWrapUp = shuffleRank(this.#seed, keyOf(occurrence)) % 2 === 0;
    return { ...occurrence, createdAt, needsWrapUp };
  }
}

const keyOf = ({ seriesId, originalLocal }: RemindableMeeting): string =>
  `${seriesId ?? ''}/${originalLocal ?? ''}`;
