import type { DelegationLevelNumber } from '../../domain/decision/choices.ts';

/** One area of a person: who decides there now, and how that came to be. */
export interface AreaView {
  readonly area: string;
  /** Null while nothing was ever agreed. */
  readonly level: DelegationLevelNumber | null;
  /** The calendar date from which the level has held. */
  readonly since: string | null;
  /** The latest first. */
  readonly history: readonly {
    readonly id: string;
    readonly level: DelegationLevelNumber;
    readonly on: string;
    /** The decision that it comes from, if that is still known. */
    readonly decision: { readonly id: string; readonly title: string } | null;
  }[];
}

/** The areas of one person, as they stand in the ledger. */
export interface PersonAreas {
  readonly id: string;
  readonly name: string;
  readonly areas: readonly AreaView[];
}

export interface DelegationView {
  /** The calendar date that this view was made on. */
  readonly today: string;
  /** Those who are not archived, by name. */
  readonly people: readonly PersonAreas[];
}
