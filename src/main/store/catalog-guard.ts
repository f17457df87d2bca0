import { settingsId } from '../../domain/documents/settings.ts';
import type { FolderWriter } from './folder-writer.ts';
import type { Purpose, Reading } from './read-folder.ts';
import { enterFolder } from './read-folder.ts';
import { isDatabaseError } from './save-failure.ts';

/** Makes the catalogue when there is none, and makes it anew when it turns out to be broken. */
export class CatalogGuard {
  readonly #reading: Reading;
  readonly #writer: FolderWriter;
  readonly #afterRenewal: () => void;
  #renewing: Promise<void> | null = null;

  constructor(reading: Reading, writer: FolderWriter, afterRenewal: () => void) {
    this.#reading = reading;
    this.#writer = writer;
    this.#afterRenewal = afterRenewal;
  }

  /** Asks something that needs the catalogue; asks again with a new one when it was broken. */
  async ask<T>(question: () => T | Promise<T>): Promise<T> {
    if (this.#renewing === null && !this.#reading.catalog.isBroken) {
      try {
        return await question();
      } catch (error) {
        if (!isDatabaseError(error)) throw error;
      }
    }
    this.#renewing ??= this.#renew().finally(() => {
      this.#renewing = null;
    });
    await this.#renewing;
    return await question();
  }

  /** Enters every document in the catalogue, which begins anew. */
  async enterAll(purpose: Purpose): Promise<void> {
    const { catalog } = this.#reading;
    catalog.renew();
    await enterFolder(this.#reading, purpose);
    this.#enterSettings();
    catalog.complete();
    catalog.save();
  }

  /** They were read before there was a catalogue. */
  #enterSettings(): void {
    const { catalog, shelf } = this.#reading;
    const place = shelf.placeOf({ kind: 'settings', id: settingsId });
    const { stamp } = place?.file ?? {};
    if (!place?.low.data || !stamp) return;
    catalog.put(place.low.data, place.path, stamp);
    // Nobody searches for them, and they alone are no reason for a first backup.
    catalog.putWords({ ref: place.ref, path: place.path, stamp }, null);
  }

  async #renew(): Promise<void> {
    const { catalog, shelf } = this.#reading;
    await this.enterAll('tidying');
    // What waits to be written is newer than its file.
    for (const { place } of this.#writer.all()) {
      const document = shelf.documentOf(place.ref);
      if (document === null) catalog.remove(place.ref);
      else catalog.put(document, place.path, null);
    }
    this.#afterRenewal();
  }
}
