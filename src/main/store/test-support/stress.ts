import { readdir, readFile, stat } from 'node:fs/promises';
import { dirname, join } from 'node:path';
import { setTimeout as wait } from 'node:timers/promises';
import type { Meeting } from '../../../domain/documents/meeting.ts';
import type { Store } from '../store.ts';
import { OutsideWriter } from './outside-writer.ts';
import { sampleMeeting } from './sample-documents.ts';
import { put, StoreFolders } from './store-bench.ts';

export interface StressOptions {
  readonly seconds: number;
  readonly editsPerSecond: number;
  /** Documents that are edited here; another program edits others. */
  readonly documents: number;
}

/** What came of many edits with another program writing in the same folder. */
export interface StressOutcome {
  readonly edits: number;
  readonly outsideEdits: number;
  /** Documents that did not say in the end, or after a restart, what was acknowledged last. */
  readonly lost: number;
  /** The same for what the other program wrote. */
  readonly lostOutside: number;
  readonly problems: readonly string[];
  /** From asking for an edit to its acknowledgement, each. */
  readonly saveMs: readonly number[];
  /** The most edits that were asked for and not yet acknowledged. */
  readonly mostWaiting: number;
  /** From an acknowledgement to the document's file, of one edit in ten. */
  readonly toFileMs: readonly number[];
  readonly largestJournalBytes: number;
}

const outsideDocuments = 100;
/** Documents that somebody types in, so that each is edited several times a second. */
const typedIn = 10;
const outsideEditsPerSecond = 10;
const documentsPerPerson = 50;
const lookMilliseconds = 50;
const takeInMilliseconds = 20_000;

/** Edits documents at a steady pace, whether or not the store keeps up. */
export async function stress(options: StressOptions): Promise<StressOutcome> {
  const folders = await StoreFolders.make();
  try {
    const store = await folders.openInWorker();
    const run = new StressRun(store, folders);
    await run.fill(options.documents);
    await run.edit(options);
    await store.flush();
    await run.waitForOutside();
    await run.compare(store);
    await store.close();
    for (const localFolder of [folders.localFolder, join(folders.root, 'elsewhere')]) {
      const again = await folders.openWith({ localFolder });
      await run.compare(again);
      await again.close();
    }
    return run.outcome();
  } finally {
    await folders.remove();
  }
}

class StressRun {
  readonly #store: Store;
  readonly #folders: StoreFolders;
  readonly #acknowledged = new Map<string, number>();
  readonly #lost = new Set<string>();
  readonly #lostOutside = new Set<string>();
  readonly #problems = new Set<string>();
  readonly #saveMs: number[] = [];
  readonly #toFileMs: number[] = [];
  readonly #outside: OutsideWriter;
  #outsideEdits = 0;
  #waiting = 0;
  #mostWaiting = 0;
  #largestJournalBytes = 0;

  constructor(store: Store, folders: StoreFolders) {
    this.#store = store;
    this.#folders = folders;
    const folder = `unknown-${OutsideWriter.personId}`;
    this.#outside = new OutsideWriter(join(folders.dataFolder, 'people', folder));
  }

  async fill(documents: number): Promise<void> {
    const ours = Array.from({ length: documents }, (_, index) => ourMeeting(index, 0));
    const all = [...ours, ...OutsideWriter.documents(outsideDocuments)];
    for (let from = 0; from < all.length; from += documentsPerPerson) {
      await put(this.#store, ...all.slice(from, from + documentsPerPerson));
    }
  }

  async edit({ seconds, editsPerSecond, documents }: StressOptions): Promise<void> {
    const journal = await journalPath(this.#folders);
    const going: Promise<void>[] = [];
    await Promise.all([
      everyFor(seconds, 1000 / editsPerSecond, (edit) => {
        // Every other one where somebody is typing, so that edits meet files that are being written.
        const index = edit % 2 === 0 ? ((edit / 2) * 7919) % documents : ((edit - 1) / 2) % typedIn;
        going.push(this.#editOne(index, edit + 1));
      }),
      everyFor(seconds, 1000 / outsideEditsPerSecond, async () => {
        await this.#outside.edit(outsideDocuments);
        this.#outsideEdits += 1;
      }),
      everyFor(seconds, 500, async () => {
        const { size } = await stat(journal);
        this.#largestJournalBytes = Math.max(this.#largestJournalBytes, size);
      }),
    ]);
    await Promise.all(going);
  }

  async #editOne(index: number, count: number): Promise<void> {
    const document = ourMeeting(index, count);
    const act = { label: 'Type', changes: [{ kind: 'put' as const, document }] };
    const asked = performance.now();
    this.#waiting += 1;
    this.#mostWaiting = Math.max(this.#mostWaiting, this.#waiting);
    await this.#store.act(() => Promise.resolve({ act, value: null }));
    this.#waiting -= 1;
    this.#saveMs.push(performance.now() - asked);
    this.#acknowledged.set(document.id, count);
    if (count % 10 === 0) await this.#waitForFile(document, count);
  }

  async #waitForFile({ id, personId, startLocal }: Meeting, count: number): Promise<void> {
    const acknowledged = performance.now();
    const name = `${startLocal?.slice(0, 10) ?? ''}-${id}.json`;
    const path = join(this.#folders.dataFolder, 'people', `unknown-${personId}`, name);
    while (countIn(await readFile(path, 'utf8')) < count) await wait(lookMilliseconds);
    this.#toFileMs.push(performance.now() - acknowledged);
  }

  /** Gives the store time to hear of what the other program wrote last. */
  async waitForOutside(): Promise<void> {
    const deadline = performance.now() + takeInMilliseconds;
    while (performance.now() < deadline) {
      if ((await this.#differencesOutside(this.#store)).length === 0) return;
      await wait(lookMilliseconds);
    }
  }

  async compare(store: Store): Promise<void> {
    const meetings = await store.list('meeting');
    const found = new Map(meetings.map(({ id, notes }) => [id, notes]));
    for (const [id, count] of this.#acknowledged) {
      if (found.get(id) !== String(count)) this.#lost.add(id);
    }
    for (const id of await this.#differencesOutside(store)) this.#lostOutside.add(id);
    for (const { message } of store.problems()) this.#problems.add(message);
  }

  async #differencesOutside(store: Store): Promise<readonly string[]> {
    const meetings = await store.list('meeting', { personId: OutsideWriter.personId });
    const found = new Map(meetings.map(({ id, notes }) => [id, notes]));
    return [...this.#outside.written]
      .filter(([id, notes]) => (found.get(id) ?? null) !== notes)
      .map(([id]) => id);
  }

  outcome(): StressOutcome {
    return {
      edits: this.#saveMs.length,
      outsideEdits: this.#outsideEdits,
      lost: this.#lost.size,
      lostOutside: this.#lostOutside.size,
      problems: [...this.#problems],
      saveMs: this.#saveMs,
      mostWaiting: this.#mostWaiting,
      toFileMs: this.#toFileMs,
      largestJournalBytes: this.#largestJournalBytes,
    };
  }
}

/** Counts up at a pace that does not wait for what it starts; a late beat is made up for, the last too. */
async function everyFor(
  seconds: number,
  milliseconds: number,
  task: (count: number) => Promise<void> | void,
): Promise<void> {
  const begun = performance.now();
  for (let count = 0; count * milliseconds < seconds * 1000; count += 1) {
    await task(count);
    const next = begun + (count + 1) * milliseconds;
    if (next > performance.now()) await wait(next - performance.now());
  }
}

function ourMeeting(index: number, count: number): Meeting {
  const personId = `stress-person-${String(Math.floor(index / documentsPerPerson))}`;
  const id = `stress-${String(index)}`;
  return sampleMeeting({ id, personId, notes: String(count), privateNotes: 'Long. '.repeat(300) });
}

const countIn = (text: string): number => Number(/"notes": \[\s*"(\d+)"/.exec(text)?.[1] ?? -1);

async function journalPath({ localFolder }: StoreFolders): Promise<string> {
  const paths = await readdir(localFolder, { recursive: true });
  const path = paths.find((one) => one.endsWith('acts.journal'));
  if (path === undefined) throw new Error(`No journal in ${dirname(localFolder)}.`);
  return join(localFolder, path);
}
