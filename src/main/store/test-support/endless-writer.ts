// A process of its own that opens the store named on its command line and writes without end, to
// be killed. What it prints (writer-lines.ts) is all that is known of it afterwards.
import { Buffer } from 'node:buffer';
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { setTimeout as wait } from 'node:timers/promises';
import { Worker } from 'node:worker_threads';
import type { Meeting } from '../../../domain/documents/meeting.ts';
import { errorCode, nodeFileSystem } from '../file-system.ts';
import type { FileSystem } from '../file-system.ts';
import { openStore } from '../open-store.ts';
import type { Change, Store } from '../store.ts';
import { NotSavedError } from '../store.ts';
import { sampleMeeting, samplePerson } from './sample-documents.ts';
import type { WriterChain } from './writer-chains.ts';
import { writerChains } from './writer-chains.ts';
import type { Contents, WriterLine } from './writer-lines.ts';
import { chainOf } from './writer-lines.ts';

/** After so many acts it rests, as people do: then the journal lets go of what is done. */
const actsInARow = 300;
const restMilliseconds = 450;

const [dataFolder = '', localFolder = '', care = 'careful'] = process.argv.slice(2);
const store = await open();
store.onProblem(sayProblems);
await addPeople();
const contents: Record<string, string> = {};
for (const { id } of await store.summaries('meeting')) contents[id] = 'in the lists alone';
for (const meeting of await store.list('meeting')) contents[meeting.id] = contentOf(meeting);
say({ kind: 'found', contents });
sayProblems();
let acts = 0;
let resting: Promise<unknown> | null = null;
await Promise.all(writerChains.map((chain) => writeOn(chain)));

async function open(): Promise<Store> {
  const opened = await openStore({
    dataFolder,
    localFolder,
    now: () => new Date().toISOString(),
    newId: randomUUID,
    // Kills shall meet the comparison of the folder, too, for which most lives here are too short.
    checkAfterMilliseconds: 0,
    ...(care === 'careless'
      ? { fileSystem: withoutSync() }
      : {
          startWorker: (workerData: object) =>
            new Worker(new URL('./store-worker.mjs', import.meta.url), {
              workerData: { ...workerData, checkAfterMilliseconds: 0 },
            }),
        }),
  });
  if (!opened.ok) throw new Error(opened.error.message);
  return opened.value;
}

/** The people whom the meetings are about: to nobody, nothing comes back. */
async function addPeople(): Promise<void> {
  const known = new Set((await store.summaries('person')).map(({ id }) => id));
  const missing = writerChains.map(({ name }) => personOf(name)).filter((id) => !known.has(id));
  if (missing.length === 0) return;
  const changes = missing.map((id): Change => ({ kind: 'put', document: samplePerson({ id }) }));
  await store.act(() => Promise.resolve({ act: { label: 'Add', changes }, value: null }));
}

/** A disk that is never asked to make anything durable: the control of the power cuts. */
function withoutSync(): FileSystem {
  return {
    ...nodeFileSystem,
    open: async (path, flags, mode) => {
      const file = await nodeFileSystem.open(path, flags, mode);
      return {
        ...file,
        writeAt: (position, bytes) => file.writeAt(position, bytes, false),
        sync: () => Promise.resolve(),
      };
    },
  };
}

/** The way back from an act: its ticket, and what the documents say when it has been taken. */
interface Back {
  readonly ticket: string;
  readonly contents: Contents;
}

async function writeOn({ name, next }: WriterChain): Promise<void> {
  let own = Object.fromEntries(Object.entries(contents).filter(([id]) => chainOf(id) === name));
  let back: Back | null = null;
  for (;;) {
    await resting;
    const wanted: Contents = next(own, back?.contents ?? null);
    say({ kind: 'begun', chain: name, contents: wanted });
    const before = Object.fromEntries(Object.keys(wanted).map((id) => [id, own[id] ?? null]));
    let ticket: string | null;
    try {
      ticket = await perform(wanted, back);
    } catch (error) {
      // The power is off; it is not for this process to say so.
      if (error instanceof NotSavedError) return;
      throw error;
    }
    say({ kind: 'done', chain: name });
    back = ticket === null ? null : { ticket, contents: before };
    acts += 1;
    if (acts % actsInARow === 0) resting = wait(restMilliseconds);
    const after = Object.entries({ ...own, ...wanted });
    own = Object.fromEntries(after.flatMap(([id, text]) => (text === null ? [] : [[id, text]])));
  }
}

/** Answers the ticket of the way back from what was done. */
async function perform(wanted: Contents, back: Back | null): Promise<string | null> {
  if (wanted === back?.contents) {
    const undone = await store.undo(back.ticket);
    if (undone.kind !== 'undone') throw new Error(`The way back is refused: ${undone.kind}.`);
    return undone.redo.id;
  }
  const changes = Object.entries(wanted).map(([id, content]): Change =>
    content === null
      ? { kind: 'remove', ref: { kind: 'meeting', id } }
      : { kind: 'put', document: meetingWith(id, content) },
  );
  const act = { label: 'Count', changes };
  const { undo } = await store.act(() => Promise.resolve({ act, value: null }));
  return undo?.id ?? null;
}

function personOf(chain: string): string {
  return `${chain}-person`;
}

/** Its length differs from version to version, so that a torn one would show. */
function meetingWith(id: string, notes: string): Meeting {
  const privateNotes = `So that a write takes a moment: ${notes}. `.repeat(Number(notes) % 100);
  return sampleMeeting({ id, personId: personOf(chainOf(id)), notes, privateNotes });
}

/** What a document says, when it is whole. */
function contentOf({ id, notes, privateNotes }: Meeting): string {
  return meetingWith(id, notes).privateNotes === privateNotes ? notes : `torn: ${notes}`;
}

function sayProblems(): void {
  for (const { message } of store.problems()) say({ kind: 'problem', message });
}

/** At once and whole: what is said after an act must not be said before it, or never. */
function say(line: WriterLine): void {
  const bytes = Buffer.from(`${JSON.stringify(line)}\n`);
  for (let written = 0; written < bytes.length;) {
    try {
      written += writeSync(1, bytes, written);
    } catch (error) {
      // Whoever listens is slower than this.
      if (errorCode(error) !== 'EAGAIN') throw error;
      Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0, 1);
    }
  }
}
