import type { TalkingPoint } from '../documents/meeting.ts';

/** Whose points an agenda holds. */
export interface AgendaOwnership {
  readonly mine: number;
  readonly theirs: number;
  /** The other person's share of the points, from 0 to 1; null while there are none. */
  readonly theirShare: number | null;
}

/**
 * How far some points are the other person's, be they of meetings or of their summaries. A template's
 * points are nobody's.
 */
export function agendaOwnership(
  points: readonly Pick<TalkingPoint, 'addedBy' | 'origin'>[],
): AgendaOwnership {
  const raised = points.filter(({ origin }) => origin.kind !== 'template');
  const theirs = raised.filter(({ addedBy }) => addedBy === 'them').length;
  return {
    mine: raised.length - theirs,
    theirs,
    theirShare: raised.length === 0 ? null : theirs / raised.length,
  };
}
