import { writeFile } from 'node:fs/promises';
import { join } from 'node:path';
import { afterEach, expect, test } from 'vitest';
import type { FileSystem } from './file-system.ts';
import type { Store } from './store.ts';
import { faultyFileSystem, systemError } from './test-support/faulty-file-system.ts';
import type { Step } from './test-support/faulty-file-system.ts';
import { sampleMeeting, samplePerson, sampleSeries } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders | undefined;
afterEach(() => folders?.remove());

const readingOnly: readonly Step['operation'][] = ['readFile', 'readFolder', 'stampOf'];

/** A disk that does so many steps, half of the next, and none after that: a crash. */
function disk(steps: number): { fileSystem: FileSystem; hasCrashed: () => boolean } {
  let left = steps;
  const fileSystem = faultyFileSystem(({ operation }) => {
    if (!readingOnly.includes(operation)) left -= 1;
    return left < 0 ? systemError('ECRASH') : null;
  });
  return { fileSystem, hasCrashed: () => left < 0 };
}

const meeting = (id: string, notes: string) => sampleMeeting({ id: `meeting-00000${id}`, notes });

/** Acts of several documents each: new ones, changed ones, removed ones, in new folders and old. */
const acts: readonly ((store: Store) => Promise<unknown>)[] = [
  (store) => put(store, samplePerson(), sampleSeries(), meeting('1', 'first')),
  (store) => put(store, meeting('1', 'second'), meeting('2', 'second')),
  (store) =>
    store.act(() =>
      Promise.resolve({
        act: {
          label: 'Carry over',
          changes: [
            { kind: 'put', document: meeting('2', 'third') },
            { kind: 'remove', ref: { kind: 'meeting', id: 'meeting-000001' } },
            { kind: 'put', document: samplePerson({ id: 'ada-000002', name: 'Ada' }) },
          ],
        },
        value: null,
      }),
    ),
];

const stateOf = async (store: Store): Promise<string> =>
  JSON.stringify([
    (await store.list('person')).map(({ id }) => id).sort(),
    (await store.list('series')).map(({ id }) => id),
    (await store.list('meeting')).map(({ id, notes }) => `${id} ${notes}`).sort(),
  ]);

async function statesAfterEachAct(): Promise<readonly string[]> {
  const whole = await StoreFolders.make();
  const store = await whole.open();
  const states = [await stateOf(store)];
  for (const act of acts) {
    await act(store);
    states.push(await stateOf(store));
  }
  await whole.remove();
  return states;
}

/** Runs the acts until the disk crashes; answers how many were acknowledged. */
async function runUntilCrash(fileSystem: FileSystem, to: StoreFolders): Promise<number> {
  let acknowledged = 0;
  try {
    const store = await to.open(fileSystem);
    for (const act of acts) {
      await act(store);
      acknowledged += 1;
    }
    await store.close();
  } catch {
    // The crash.
  }
  return acknowledged;
}

test('wherever a crash comes, acknowledged acts are whole afterwards and none is half done', async () => {
  const states = await statesAfterEachAct();
  const crashed: string[] = [];
  for (let steps = 0; ; steps += 1) {
    folders = await StoreFolders.make();
    const { fileSystem, hasCrashed } = disk(steps);
    const acknowledged = await runUntilCrash(fileSystem, folders);
    const store = await folders.open();
    const state = await stateOf(store);
    const found = states.indexOf(state);
    expect([acknowledged, acknowledged + 1], `after ${String(steps)} steps: ${state}`).toContain(
      found,
    );
    expect(store.problems()).toEqual([]);
    expect((await folders.filesIn()).filter((path) => path.endsWith('.tmp'))).toEqual([]);
    expect(await stateOf(await folders.open())).toBe(state);
    await folders.remove();
    crashed.push(state);
    if (!hasCrashed()) break;
  }
  // Each of the states was reached, so that the crashes did fall into every act.
  expect(new Set(crashed)).toEqual(new Set(states));
}, 120_000);

test('what another program changed after a crash stays when the act is led to its end', async () => {
  folders = await StoreFolders.make();
  let isCrashed = false;
  const fileSystem = faultyFileSystem(({ operation, path }) => {
    isCrashed ||= operation === 'rename' && path.endsWith('.tmp') && path.includes('/people/');
    return isCrashed && !path.includes('.journal') ? systemError('ECRASH') : null;
  });
  const before = await folders.open();
  await put(before, samplePerson(), meeting('1', 'first'));
  await before.close();
  const store = await folders.open(fileSystem);
  await put(store, meeting('1', 'acknowledged'));
  // Another device, through a sync tool, before the next start.
  const elsewhere = { ...meeting('1', 'first'), status: 'held', durationMinutes: 45 };
  const file = 'people/sam-okafor-sam-000001/2026-11-30-meeting-000001.json';
  await writeFile(join(folders.dataFolder, file), JSON.stringify(elsewhere));
  const again = await folders.open();
  expect(await again.read('meeting', 'meeting-000001')).toMatchObject({
    notes: 'acknowledged',
    status: 'held',
    durationMinutes: 45,
  });
});
