import type { StoreProblem } from './store.ts';

/** What is wrong at the moment, each thing said once. */
export class Problems {
  #problems: readonly StoreProblem[] = [];
  readonly #tell: (problems: readonly StoreProblem[]) => void;

  /** @param tell called after each change, with all problems there are */
  constructor(tell: (problems: readonly StoreProblem[]) => void) {
    this.#tell = tell;
  }

  all(): readonly StoreProblem[] {
    return this.#problems;
  }

  /** Adds a problem, or says it anew when it is there already. */
  add(id: string, message: string): void {
    if (this.#problems.some((problem) => problem.id === id && problem.message === message)) return;
    this.#problems = [...this.#problems.filter((problem) => problem.id !== id), { id, message }];
    this.#tell(this.#problems);
  }

  /** Takes a problem away that is over. */
  withdraw(id: string): void {
    if (!this.#problems.some((problem) => problem.id === id)) return;
    this.#problems = this.#problems.filter((problem) => problem.id !== id);
    this.#tell(this.#problems);
  }
}
