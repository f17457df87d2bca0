import type { Answers, AnswerValue } from '../../../domain/decision/model.ts';

interface Sheet {
  readonly situation: string;
  readonly answers: Answers;
}

const emptySheet: Sheet = { situation: '', answers: {} };

/** One run of the helper: what it is about, the answers so far, and the way back to the run before. */
export class DecisionRun {
  #sheet = $state.raw<Sheet>(emptySheet);
  /** What "Start over" put away; kept until the new run begins. */
  #putAway = $state.raw<Sheet | null>(null);

  /** A line for oneself; nothing is computed from it. */
  get situation(): string {
    return this.#sheet.situation;
  }

  set situation(situation: string) {
    this.#change({ ...this.#sheet, situation });
  }

  /** By scale id; what was skipped has no entry. */
  get answers(): Answers {
    return this.#sheet.answers;
  }

  /** Whether there is nothing to start over from. */
  get isEmpty(): boolean {
    return this.situation === '' && Object.keys(this.answers).length === 0;
  }

  /** Whether the run before can be taken up again. */
  get canTakeBack(): boolean {
    return this.#putAway !== null;
  }

  answer(scaleId: string, value: AnswerValue): void {
    this.#change({ ...this.#sheet, answers: { ...this.answers, [scaleId]: value } });
  }

  /** Takes one answer out, so that it counts for nothing. */
  skip(scaleId: string): void {
    const kept = Object.entries(this.answers).filter(([id]) => id !== scaleId);
    this.#change({ ...this.#sheet, answers: Object.fromEntries(kept) });
  }

  /** Puts the run away and begins an empty one. */
  readonly startOver = (): void => {
    if (this.isEmpty) return;
    this.#putAway = this.#sheet;
    this.#sheet = emptySheet;
  };

  /** Goes back to the run that was put away. */
  readonly takeBack = (): void => {
    if (this.#putAway !== null) this.#change(this.#putAway);
  };

  #change(sheet: Sheet): void {
    this.#sheet = sheet;
    this.#putAway = null;
  }
}
