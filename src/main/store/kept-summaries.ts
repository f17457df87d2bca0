import { compareTexts } from '../../domain/compare-texts.ts';
import type { DocumentKind, DocumentRef } from '../../domain/documents/document.ts';
import type { Summary } from '../../domain/documents/summaries.ts';
import { freezeDeeply } from './freeze.ts';
import type { Where } from './store.ts';

type Summaries = readonly Summary[];

/** So many answers and summaries in them are kept; a summary takes one to three kilobytes. */
const mostKept = 3000;

/**
 * The summaries that were asked for last: one screen after the other wants those of the same people
 * and series, and until something changes the answers are the same, down to the objects in them, by
 * which in turn may be remembered what was worked out of them.
 */
export class KeptSummaries {
  readonly #ask: (kind: DocumentKind, where?: Where) => Promise<Summaries>;
  readonly #kept = new Map<string, { readonly kind: DocumentKind; readonly answer: Summaries }>();
  #count = 0;
  /** Rises when something is forgotten: what was asked before that may be answered after it. */
  #age = 0;

  constructor(ask: (kind: DocumentKind, where?: Where) => Promise<Summaries>) {
    this.#ask = ask;
  }

  async read(kind: DocumentKind, where?: Where): Promise<Summaries> {
    const key = keyOf(kind, where);
    const kept = this.#kept.get(key);
    if (kept !== undefined) return kept.answer;
    const age = this.#age;
    const answer = freezeDeeply(await this.#ask(kind, where));
    if (age === this.#age) this.#keep(key, kind, answer);
    return answer;
  }

  /** Asks anew for what is of the same kinds as these documents. */
  forget(touched: readonly DocumentRef[]): void {
    const kinds = new Set(touched.map(({ kind }) => kind));
    this.#forgetWhere((kind) => kinds.has(kind));
  }

  forgetAll(): void {
    this.#forgetWhere(() => true);
  }

  #keep(key: string, kind: DocumentKind, answer: Summaries): void {
    if (this.#kept.has(key)) return;
    if (this.#count + sizeOf(answer) > mostKept) this.forgetAll();
    if (sizeOf(answer) > mostKept) return;
    this.#kept.set(key, { kind, answer });
    this.#count += sizeOf(answer);
  }

  #forgetWhere(isOver: (kind: DocumentKind) => boolean): void {
    this.#age += 1;
    for (const [key, { kind, answer }] of this.#kept) {
      if (!isOver(kind)) continue;
      this.#kept.delete(key);
      this.#count -= sizeOf(answer);
    }
  }
}

/** One with nothing in it takes room, too. */
const sizeOf = (answer: Summaries): number => answer.length + 1;

const keyOf = (kind: DocumentKind, where: Where = {}): string =>
  JSON.stringify([
    kind,
    ...Object.entries(where).toSorted(([one], [other]) => compareTexts(one, other)),
  ]);
