import type { Meeting } from '../documents/meeting.ts';

/** Whose points an agenda holds. */
export interface AgendaOwnership {
  readonly mine: number;
  readonly theirs: number;
  /** The other person's share of the points, from 0 to 1; null while there are none. */
  readonly theirShare: number | null;
}

/** How far the agendas of some meetings are the other person's. A template's points are nobody's. */
export function agendaOwnership(meetings: readonly Meeting[]): AgendaOwnership {
  const raised = meetings
    .flatMap(({ agenda }) => agenda)
    .filter(({ origin }) => origin.kind !== 'template');
  const theirs = raised.filter(({ addedBy }) => addedBy === 'them').length;
  return {
    mine: raised.length - theirs,
    theirs,
    theirShare: raised.length === 0 ? null : theirs / raised.length,
  };
}
