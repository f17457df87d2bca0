import type { Document } from '../../domain/documents/document.ts';
import type { ActRecord } from './act-record.ts';

/**
 * The JSON of acts. What a document was before one act is what the act before it left, or what was
 * read: its text, half of the record, is there already and need not be made while somebody waits.
 */
export class RecordTexts {
  /** Documents never change; a text goes with its document. */
  readonly #known = new WeakMap<Document, string>();

  /** Makes a document's text ready for the act that will change it. */
  make(document: Document): void {
    this.#of(document);
  }

  /** The same text as JSON.stringify gives. */
  ofAct({ changes, ...rest }: ActRecord): string {
    const texts = changes.map(({ before, after, ...ref }) => {
      const head = JSON.stringify(ref).slice(0, -1);
      return `${head},"before":${this.#of(before)},"after":${this.#of(after)}}`;
    });
    return `${JSON.stringify(rest).slice(0, -1)},"changes":[${texts.join(',')}]}`;
  }

  #of(document: Document | null): string {
    if (document === null) return 'null';
    const known = this.#known.get(document);
    if (known !== undefined) return known;
    const text = JSON.stringify(document);
    this.#known.set(document, text);
    return text;
  }
}
