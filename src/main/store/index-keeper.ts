import { setImmediate as breathe } from 'node:timers/promises';
import type { DocumentRef } from '../../domain/documents/document.ts';
import { SearchIndex } from './search-index.ts';
import type { Place, Shelf } from './shelf.ts';

/** Few enough that an act which comes meanwhile hardly waits. */
const documentsAtOnce = 20;

/**
 * Keeps the index in step with the shelf: all of it after the start, in small parts while the rest
 * of the store is at work, then whatever changes. A broken index is made anew.
 */
export class IndexKeeper {
  readonly #shelf: Shelf;
  readonly #localFolder: string;
  #index: SearchIndex;
  #building: Promise<void>;
  #isClosed = false;

  constructor(shelf: Shelf, localFolder: string) {
    this.#shelf = shelf;
    this.#localFolder = localFolder;
    this.#index = SearchIndex.open(localFolder);
    this.#building = this.#catchUp().catch(() => this.#makeAnew());
  }

  /** Takes in what has been written or removed. */
  follow(places: readonly Place[]): void {
    if (this.#isClosed) return;
    try {
      this.#index.inBulk(() => {
        for (const place of places) this.#followOne(place);
      });
    } catch {
      this.#building = this.#makeAnew();
    }
  }

  /** Documents that hold every word, best first. */
  async search(text: string, limit: number): Promise<readonly DocumentRef[]> {
    await this.#building;
    try {
      return this.#index.search(text, limit);
    } catch {
      this.#building = this.#makeAnew();
      await this.#building;
      return this.#index.search(text, limit);
    }
  }

  async close(): Promise<void> {
    this.#isClosed = true;
    await this.#building;
    this.#index.close();
  }

  /** A second failure in a row leaves the index as far as it came: it is only there for searching. */
  #makeAnew(): Promise<void> {
    this.#index.close();
    this.#index = SearchIndex.anew(this.#localFolder);
    return this.#catchUp().catch(() => undefined);
  }

  async #catchUp(): Promise<void> {
    const places = this.#shelf.places();
    for (let start = 0; start < places.length && !this.#isClosed; start += documentsAtOnce) {
      this.#index.inBulk(() => {
        for (const place of places.slice(start, start + documentsAtOnce)) this.#followOne(place);
      });
      await breathe();
    }
    if (this.#isClosed) return;
    const gone = this.#index.all().filter((ref) => this.#shelf.placeOf(ref) === null);
    this.#index.inBulk(() => {
      for (const ref of gone) this.#index.remove(ref);
    });
  }

  #followOne({ ref, file }: Place): void {
    const document = this.#shelf.documentOf(ref);
    if (document === null) this.#index.remove(ref);
    else this.#index.put(document, file.stamp ?? '');
  }
}
