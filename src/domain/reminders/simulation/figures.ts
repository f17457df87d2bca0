/** What a simulation has counted. */
export interface Figures {
  years: number;
  /** How often the planner was asked. */
  looks: number;
  /** Shown and missed together. */
  reminders: number;
  shown: number;
  missed: number;
  /** Due, and neither shown nor listed when it had to be. */
  lost: number;
  /** Shown or listed once more, or when it should not have been. */
  doubled: number;
  /** Shown or listed with the wrong time. */
  mistimed: number;
  /** How often the planner would have been asleep when something fell due. */
  late: number;
  crashes: number;
  /** Shown again after a crash between showing and writing, under the same identity. */
  crashShownTwice: number;
  /** Found different when looked up the slow way. */
  different: number;
}

/** The figures of a simulation that has not begun. */
export const noFigures = (): Figures => ({
  years: 0,
  looks: 0,
  reminders: 0,
  shown: 0,
  missed: 0,
  lost: 0,
  doubled: 0,
  mistimed: 0,
  late: 0,
  crashes: 0,
  crashShownTwice: 0,
  different: 0,
});

/** Whether the law held: nothing lost, nothing twice, nothing late. */
export const isLawKept = (figures: Figures): boolean =>
  figures.lost + figures.doubled + figures.mistimed + figures.late + figures.different === 0;
