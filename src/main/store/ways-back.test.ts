import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { Store } from './store.ts';
import { sampleMeeting, samplePerson, samplePoint } from './test-support/sample-documents.ts';
import { put, StoreFolders } from './test-support/store-bench.ts';

// Every act waits for the disk, which others may be using, too.
vi.setConfig({ testTimeout: 60_000 });

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
});
afterEach(() => folders.remove());

/** Takes points off an agenda one by one, and keeps each way back. */
async function removePoints(store: Store, count: number): Promise<readonly string[]> {
  const points = Array.from({ length: count }, (_, index) => samplePoint(`p${String(index)}`));
  await put(store, samplePerson(), sampleMeeting({ agenda: points }));
  const tickets: string[] = [];
  for (let left = count - 1; left >= 0; left -= 1) {
    const { undo } = await put(store, sampleMeeting({ agenda: points.slice(0, left) }));
    tickets.push(undo?.id ?? 'none');
    await store.keepWayBack(undo?.id ?? 'none');
  }
  return tickets;
}

/** More than the journal keeps: what somebody types in a long hour. */
async function typeMuch(store: Store): Promise<void> {
  const page = 'x'.repeat(60_000);
  for (let line = 0; line < 90; line += 1) {
    const notes = `${page} ${String(line)}`;
    await store.act(async (reader) => {
      const meeting = await reader.read('meeting', 'meeting-000001');
      const changed = { ...(meeting ?? sampleMeeting()), notes };
      return {
        act: { label: 'Write notes', changes: [{ kind: 'put', document: changed }] },
        value: null,
      };
    });
  }
  await store.flush();
}

test('the last twenty ways back outlive much other work and a restart', async () => {
  const first = await folders.open();
  const tickets = await removePoints(first, 20);
  await typeMuch(first);
  const store = await folders.open();
  expect((await store.waysBack()).map(({ id }) => id)).toEqual(tickets.toReversed());
  for (const ticket of tickets.toReversed())
    expect(await store.undo(ticket)).toMatchObject({ kind: 'undone' });
  const meeting = await store.read('meeting', 'meeting-000001');
  expect(meeting?.agenda.map(({ id }) => id)).toHaveLength(20);
  expect(meeting?.notes).toMatch(/ 89$/);
});

test('a way back that was taken is offered no longer, also after a restart', async () => {
  const first = await folders.open();
  const [one, two] = await removePoints(first, 2);
  await first.undo(one ?? '');
  expect((await first.waysBack()).map(({ id }) => id)).toEqual([two]);
  const second = await folders.open();
  expect((await second.waysBack()).map(({ id }) => id)).toEqual([two]);
});

test('an act whose way back nobody asked to keep is not offered', async () => {
  const store = await folders.open();
  await put(store, samplePerson(), sampleMeeting());
  expect(await store.waysBack()).toEqual([]);
});
