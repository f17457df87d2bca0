import type { Decision, SentMove } from '../../domain/documents/decision.ts';

/** Somebody a decision can be about. */
export interface DecisionPerson {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly string[];
}

export interface DecisionRunView {
  /** Null when none is under way. */
  readonly run: Decision | null;
  /** Those who are not archived, by name. */
  readonly people: readonly DecisionPerson[];
}

export interface DecisionsView {
  /** The calendar date that this view was made on. */
  readonly today: string;
  /** What was decided last stands first. */
  readonly decisions: readonly {
    readonly decision: Decision;
    readonly personName: string | null;
  }[];
}

export interface DecisionView {
  /** The calendar date that this view was made on. */
  readonly today: string;
  readonly decision: Decision;
  /** Null for nobody in particular, and where nothing is known of them any more. */
  readonly personName: string | null;
  readonly people: readonly DecisionPerson[];
  /** What was sent and is still there, with the meeting that it is in now. */
  readonly sent: readonly (SentMove & { readonly startsAt: string | null })[];
  /** Whether the level in force is written down with the person, from this decision. */
  readonly isLevelNoted: boolean;
}
