// A process of its own that opens the store named on its command line and writes without end, to
// be killed: each line it prints is an act that the store has acknowledged.
import { randomUUID } from 'node:crypto';
import { writeSync } from 'node:fs';
import { Worker } from 'node:worker_threads';
import type { Meeting } from '../../../domain/documents/meeting.ts';
import { openStore } from '../open-store.ts';
import type { Change, Store } from '../store.ts';
import { sampleMeeting } from './sample-documents.ts';

/** Documents edited one at a time. */
const alone = ['meeting-alone1', 'meeting-alone2', 'meeting-alone3'];
/** Documents that one act always changes together. */
const together = ['meeting-group1', 'meeting-group2', 'meeting-group3'];

const [dataFolder = '', localFolder = ''] = process.argv.slice(2);
const opened = await openStore({
  dataFolder,
  localFolder,
  now: () => new Date().toISOString(),
  newId: randomUUID,
  startWorker: (workerData) =>
    new Worker(new URL('./store-worker.mjs', import.meta.url), { workerData }),
});
if (!opened.ok) throw new Error(opened.error.message);
await Promise.all([
  ...alone.map((id) => writeOn(opened.value, [id])),
  writeOn(opened.value, together),
]);

/** Counts up in the notes of some documents, all in one act, and prints what was acknowledged. */
async function writeOn(store: Store, ids: readonly string[]): Promise<never> {
  const [first = ''] = ids;
  for (;;) {
    const { value } = await store.act(async (reader) => {
      const before = Number((await reader.read('meeting', first))?.notes ?? '0');
      const changes = ids.map((id): Change => ({ kind: 'put', document: counted(id, before + 1) }));
      return { act: { label: 'Count', changes }, value: before + 1 };
    });
    for (const id of ids) writeSync(1, `${id} ${String(value)}\n`);
  }
}

function counted(id: string, count: number): Meeting {
  const privateNotes = 'So that a write takes a moment. '.repeat(count % 100);
  return sampleMeeting({ id, notes: String(count), privateNotes });
}
