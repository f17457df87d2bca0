import { rename, rm, writeFile } from 'node:fs/promises';
import { basename, dirname, join } from 'node:path';
import type { Meeting } from '../../../domain/documents/meeting.ts';
import { sampleMeeting } from './sample-documents.ts';

const personId = 'outside-person';

/** Another program that writes in the data folder: a sync tool, an editor, a script of the user's. */
export class OutsideWriter {
  /** What each document must say in the end; null when it was removed. */
  readonly written = new Map<string, string | null>();
  readonly #folder: string;
  #edits = 0;

  /** @param folder the person's folder in the data folder; it must be there */
  constructor(folder: string) {
    this.#folder = folder;
  }

  /** The documents that it changes, to be made before it begins. */
  static documents(count: number): readonly Meeting[] {
    return Array.from({ length: count }, (_, index) => meeting(String(index), 'first'));
  }

  static readonly personId = personId;

  /** Changes the next of so many documents, or makes or removes one. */
  async edit(count: number): Promise<void> {
    this.#edits += 1;
    const number = this.#edits;
    const text = `outside ${String(number)}`;
    if (number % 10 === 0) {
      await this.#replace(meeting(`new-${String(number)}`, text));
    } else if (number % 10 === 5 && number > 10) {
      await this.#remove(meeting(`new-${String(number - 5)}`, ''));
    } else {
      const one = meeting(String(number % count), text);
      await (number % 2 === 0 ? this.#replace(one) : this.#writeInPlace(one));
    }
  }

  /** As careful programs and sync tools do it. */
  async #replace(one: Meeting): Promise<void> {
    const path = this.#pathOf(one);
    const part = join(dirname(path), `.${basename(path)}.part`);
    await writeFile(part, JSON.stringify(one, null, 2));
    await rename(part, path);
    this.written.set(one.id, one.notes);
  }

  /** As careless programs do it: for a moment the file is empty, or half there. */
  async #writeInPlace(one: Meeting): Promise<void> {
    await writeFile(this.#pathOf(one), JSON.stringify(one, null, 2));
    this.written.set(one.id, one.notes);
  }

  async #remove(one: Meeting): Promise<void> {
    await rm(this.#pathOf(one));
    this.written.set(one.id, null);
  }

  #pathOf({ id, startLocal }: Meeting): string {
    return join(this.#folder, `${startLocal?.slice(0, 10) ?? ''}-${id}.json`);
  }
}

const meeting = (name: string, notes: string): Meeting =>
  sampleMeeting({ id: `outside-${name}`, personId, notes, privateNotes: 'Long. '.repeat(300) });
