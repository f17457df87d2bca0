/** What becomes of reading while a store closes, and after. */
import { setImmediate as breathe } from 'node:timers/promises';
import { afterEach, beforeEach, expect, test } from 'vitest';
import type { Store } from './store.ts';
import { NotReadError } from './store.ts';
import { sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
});
afterEach(() => folders.remove());

const person = samplePerson();
const meetings = Array.from({ length: 40 }, (_, index) =>
  sampleMeeting({ id: `meeting-${String(index)}` }),
);
/** Everything that a store can be asked. */
const questions: readonly (readonly [string, (store: Store) => Promise<unknown>])[] = [
  ['a document', (store) => store.read('person', person.id)],
  ['documents', (store) => store.list('meeting')],
  ['summaries', (store) => store.summaries('meeting', { personId: person.id })],
  ['a search', (store) => store.search('Sam', 10)],
  ['versions', (store) => store.versions(person)],
  ['one version', (store) => store.readVersion(1)],
  ['what was removed', (store) => store.removed()],
  ['backups', (store) => store.backups()],
  ['what a backup holds', (store) => store.differencesTo(1)],
  ['what was set aside', (store) => store.setAside()],
  ['ways back', (store) => store.waysBack()],
];

const ways: readonly (readonly [where: string, open: () => Promise<Store>])[] = [
  ['on this thread', () => folders.open()],
  ['in a thread of its own', () => folders.openInWorker()],
];

test.each(ways)('what is asked before it closes is answered, %s', async (_, open) => {
  const store = await open();
  await put(store, person, ...meetings);
  const expected = await Promise.all(questions.map(([, ask]) => ask(store)));
  const asked = questions.map(([, ask]) => ask(store));
  const closing = store.close();
  expect(await Promise.all(asked)).toEqual(expected);
  await closing;
});

test.each(ways)(
  'what is asked while it closes is answered or refused with a sentence, %s',
  async (_, open) => {
    const store = await open();
    await put(store, person, ...meetings);
    const closed = store.close().then(() => true);
    const failures: unknown[] = [];
    const askAll = async (): Promise<false> => {
      const asked = questions.map(([, ask]) => ask(store));
      for (const answer of await Promise.allSettled(asked))
        if (answer.status === 'rejected') failures.push(answer.reason);
      await breathe();
      return false;
    };
    while (!(await Promise.race([closed, askAll()])));
    expect(failures.filter((failure) => !(failure instanceof NotReadError))).toEqual([]);
    for (const [what, ask] of questions)
      await expect(ask(store), what).rejects.toThrow(/^This cannot be shown: Evenkeel is closing/);
  },
);
