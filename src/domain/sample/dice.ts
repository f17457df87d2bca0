import { shuffleRank } from '../questions/shuffle-rank.ts';

/** Draws that look random and are the same in every run with the same seed. */
export class Dice {
  readonly #seed: string;
  #draws = 0;

  constructor(seed: string) {
    this.#seed = seed;
  }

  /** Whether something happens that does so in this part of all cases, from 0 to 1. */
  happens(part: number): boolean {
    return this.#draw() < part;
  }

  /** A whole number, both ends included. */
  between(from: number, to: number): number {
    return from + Math.floor(this.#draw() * (to - from + 1));
  }

  /** One of a list that is not empty. */
  oneOf<T>(list: readonly T[]): T {
    const index = this.between(0, list.length - 1);
    const found = list[index];
    if (found === undefined) throw new Error('Nothing can be drawn from an empty list.');
    return found;
  }

  /** All of a list, in another order. */
  shuffled<T>(list: readonly T[]): readonly T[] {
    const round = String(this.between(0, 1_000_000));
    return list
      .map((item, index) => [shuffleRank(this.#seed, `${round} ${String(index)}`), item] as const)
      .toSorted(([one], [other]) => one - other)
      .map(([, item]) => item);
  }

  #draw(): number {
    this.#draws += 1;
    return shuffleRank(this.#seed, String(this.#draws)) / 2 ** 32;
  }
}
