import { afterEach, beforeEach, expect, test } from 'vitest';
import { faultyFileSystem, systemError } from './test-support/faulty-file-system.ts';
import { sampleArticle, sampleMeeting, samplePerson } from './test-support/sample-documents.ts';
import { put, remove, StoreFolders } from './test-support/store-bench.ts';

let folders: StoreFolders;
beforeEach(async () => {
  folders = await StoreFolders.make();
});
afterEach(() => folders.remove());

test('what was removed while another program held its file is gone after the next start, whatever its file is called', async () => {
  const first = await folders.open();
  await put(first, samplePerson(), sampleMeeting(), sampleArticle());
  // Files keep the names that they began with.
  const moved = sampleMeeting({ startLocal: '2026-12-02T10:00' });
  await put(first, moved, sampleArticle({ title: 'Called otherwise' }));
  await first.close();

  const held = faultyFileSystem(({ operation, path }) =>
    operation === 'remove' && path.endsWith('.json') ? systemError('EBUSY') : null,
  );
  const second = await folders.open(held);
  await remove(
    second,
    { kind: 'meeting', id: 'meeting-000001' },
    { kind: 'article', id: 'article-000001' },
  );
  expect(await folders.filesIn()).toHaveLength(4);
  await second.close();

  const third = await folders.open();
  expect(await third.list('meeting')).toEqual([]);
  expect(await third.list('article')).toEqual([]);
  await third.flush();
  expect(await folders.filesIn()).toEqual([
    'evenkeel.json',
    'people/sam-okafor-sam-000001/person.json',
  ]);
});
