import type { StoreProblem } from './store.ts';

/** What is wrong at the moment, each thing said once. */
export class Problems {
  #problems: readonly StoreProblem[] = [];
  readonly #listeners = new Set<() => void>();

  all(): readonly StoreProblem[] {
    return this.#problems;
  }

  /** Adds a problem, or says it anew when it is there already. */
  add(id: string, message: string): void {
    if (this.#problems.some((problem) => problem.id === id && problem.message === message)) return;
    this.#problems = [...this.#problems.filter((problem) => problem.id !== id), { id, message }];
    this.#tell();
  }

  /** Takes a problem away that is over. */
  withdraw(id: string): void {
    if (!this.#problems.some((problem) => problem.id === id)) return;
    this.#problems = this.#problems.filter((problem) => problem.id !== id);
    this.#tell();
  }

  onChange(listener: () => void): () => void {
    this.#listeners.add(listener);
    return () => this.#listeners.delete(listener);
  }

  #tell(): void {
    for (const listener of this.#listeners) listener();
  }
}
