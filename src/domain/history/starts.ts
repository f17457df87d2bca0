import type { Meeting } from '../documents/meeting.ts';
import type { Series } from '../documents/series.ts';
import { instantOf } from '../time/instants.ts';

/** The wall times of occurrences that are not when the rule has them, by series and identity. */
export type Moves = ReadonlyMap<string, string>;

type Occurring = Pick<Meeting, 'seriesId' | 'originalLocal' | 'startLocal'>;

/** What was moved in some series: the series has the say when its 1:1s are. */
export function movesOf(series: readonly Pick<Series, 'id' | 'exceptions'>[]): Moves {
  const moved = series.flatMap(({ id, exceptions }) =>
    exceptions.flatMap((one) =>
      one.kind !== 'cancelled' ? [[keyOf(id, one.originalLocal), one.startLocal] as const] : [],
    ),
  );
  return new Map(moved);
}

/**
 * The wall time at which a meeting was or is, without computing its series: quick enough for all
 * that one has ever had. Null while it has no date.
 */
export function wallTimeOf(meeting: Occurring, moves: Moves): string | null {
  const { seriesId, originalLocal, startLocal } = meeting;
  const moved =
    seriesId === null || originalLocal === null
      ? undefined
      : moves.get(keyOf(seriesId, originalLocal));
  return moved ?? startLocal ?? originalLocal;
}

/** The instant of that; null without a date, or with an impossible one. */
export function startOf(
  meeting: Occurring & Pick<Meeting, 'timeZone'>,
  moves: Moves,
): string | null {
  const local = wallTimeOf(meeting, moves);
  if (local === null) return null;
  try {
    return instantOf(local, meeting.timeZone);
  } catch {
    return null;
  }
}

const keyOf = (seriesId: string, originalLocal: string): string => `${seriesId} ${originalLocal}`;
