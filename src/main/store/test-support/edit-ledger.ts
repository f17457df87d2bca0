import type { Contents, WriterLine } from './writer-lines.ts';
import { chainOf } from './writer-lines.ts';

type Present = Readonly<Record<string, string>>;

/**
 * What must be found after a crash, going by what was acknowledged before it: of each chain of acts
 * the state after the last acknowledged one, or after one that was under way, and nothing else.
 */
export class EditLedger {
  /** Documents that were not as they were acknowledged. */
  lost = 0;
  /** Acts of which a part alone was there. */
  halfDone = 0;
  /** Acts that were acknowledged. */
  acknowledged = 0;
  /** Crashes that came while an act was under way. */
  interrupted = 0;
  readonly problems = new Set<string>();
  readonly #certain = new Map<string, Present>();
  /** Acts of each chain that were begun and may or may not have become final, oldest first. */
  readonly #begun = new Map<string, Contents[]>();

  /**
   * Takes in what a writer said until it was stopped; answers whether it got to its own work.
   * @param heardBefore how many of the lines were heard before the crash began: a process that is
   * still running when its disk is gone may believe what is not so
   */
  take(lines: readonly WriterLine[], heardBefore = lines.length): boolean {
    for (const [index, line] of lines.entries()) {
      if (line.kind === 'begun') this.#begin(line.chain, line.contents);
      if (index >= heardBefore) continue;
      if (line.kind === 'found') this.compare(line.contents);
      if (line.kind === 'problem') this.problems.add(line.message);
      if (line.kind === 'done') this.#acknowledge(line.chain);
    }
    if ([...this.#begun.values()].some((acts) => acts.length > 0)) this.interrupted += 1;
    return lines.slice(0, heardBefore).some(({ kind }) => kind === 'found');
  }

  /** Compares what is there with what must be, and goes on from what is there. */
  compare(found: Present): void {
    const chains = new Set([...Object.keys(found).map(chainOf), ...this.#certain.keys()]);
    for (const chain of chains) {
      const entries = Object.entries(found).filter(([id]) => chainOf(id) === chain);
      const own = Object.fromEntries(entries);
      this.#compareChain(this.#possibleStates(chain), own);
      this.#certain.set(chain, own);
    }
    this.#begun.clear();
  }

  #possibleStates(chain: string): readonly Present[] {
    let state = this.#certain.get(chain) ?? {};
    const later = (this.#begun.get(chain) ?? []).map((act) => (state = applied(state, act)));
    return [this.#certain.get(chain) ?? {}, ...later];
  }

  #compareChain(possible: readonly Present[], found: Present): void {
    const ids = [...new Set([found, ...possible].flatMap((state) => Object.keys(state)))];
    const isAsIn = (state: Present): boolean => ids.every((id) => found[id] === state[id]);
    if (possible.some(isAsIn)) return;
    const isNeither = ids.filter((id) => possible.every((state) => found[id] !== state[id]));
    if (isNeither.length === 0) this.halfDone += 1;
    else this.lost += isNeither.length;
  }

  #begin(chain: string, act: Contents): void {
    const acts = this.#begun.get(chain);
    if (acts === undefined) this.#begun.set(chain, [act]);
    else acts.push(act);
  }

  #acknowledge(chain: string): void {
    const act = this.#begun.get(chain)?.shift();
    if (act === undefined) throw new Error(`${chain} acknowledges what was never begun.`);
    this.acknowledged += 1;
    this.#certain.set(chain, applied(this.#certain.get(chain) ?? {}, act));
  }
}

function applied(before: Present, changes: Contents): Present {
  const after = Object.entries({ ...before, ...changes });
  return Object.fromEntries(after.flatMap(([id, text]) => (text === null ? [] : [[id, text]])));
}
