import { afterEach, beforeEach, expect, test } from 'vitest';
import { decisionWith } from '../../domain/decision/test-data/decision-with.ts';
import type { TestServices } from '../test-support/test-services.ts';
import { errorOf, startServices, valueOf } from '../test-support/test-services.ts';
import { put } from './acts.ts';

let services: TestServices;
beforeEach(async () => {
  services = await startServices();
});
afterEach(() => services.temporary.dispose());

async function samWithBuilds(): Promise<string> {
  const { personId } = await services.addSam();
  valueOf(await services.call['people.change']({ personId, areas: ['Builds', 'On call'] }));
  return personId;
}

const areas = async () => {
  const view = valueOf(await services.call['delegation.read'](undefined));
  return view.people.flatMap((person) => person.areas);
};

test('an area begins without a level, and a move gives it one from today on', async () => {
  const personId = await samWithBuilds();
  expect(await areas()).toMatchObject([
    { area: 'Builds', level: null, since: null, history: [] },
    { area: 'On call', level: null },
  ]);
  valueOf(await services.call['delegation.agree']({ personId, area: 'Builds', level: 4 }));
  const [builds] = await areas();
  expect(builds).toMatchObject({ area: 'Builds', level: 4, since: '2026-11-23' });
  expect(builds?.history).toMatchObject([{ level: 4, on: '2026-11-23', decision: null }]);
});

test('a move is taken back by its way back, and an entry is too', async () => {
  const { call, clock } = services;
  const personId = await samWithBuilds();
  valueOf(await call['delegation.agree']({ personId, area: 'Builds', level: 3 }));
  clock.set('2026-11-30T09:00:00Z');
  const moved = valueOf(await call['delegation.agree']({ personId, area: 'Builds', level: 5 }));
  expect(moved.undo.label).toContain('Builds');
  expect((await areas())[0]?.history.map(({ level }) => level)).toEqual([5, 3]);
  valueOf(await call['undo.undo']({ undoId: moved.undo.id }));
  expect((await areas())[0]).toMatchObject({ level: 3 });

  const entryId = (await areas())[0]?.history[0]?.id ?? '';
  const removed = valueOf(await call['delegation.removeEntry']({ personId, entryId }));
  expect((await areas())[0]).toMatchObject({ level: null, history: [] });
  valueOf(await call['undo.undo']({ undoId: removed.undo.id }));
  expect((await areas())[0]).toMatchObject({ level: 3 });
});

test('a level that a decision agreed brings the decision with it', async () => {
  const { call, temporary } = services;
  const personId = await samWithBuilds();
  const chosen = { stance: 'leave', level: 5, reason: 'x' } as const;
  const about = { id: 'decision-one', personId, area: 'Builds', chosen };
  const label = 'A decision';
  await temporary.store.act(() =>
    Promise.resolve({ act: { label, changes: [put(decisionWith(about))] }, value: null }),
  );
  valueOf(await call['decisions.noteLevel']({ decisionId: 'decision-one' }));
  const [builds] = await areas();
  expect(builds?.history).toMatchObject([
    { level: 5, decision: { id: 'decision-one', title: 'The release slips' } },
  ]);
  valueOf(await call['decisions.remove']({ decisionId: 'decision-one' }));
  expect((await areas())[0]?.history).toMatchObject([{ level: 5, decision: null }]);
});

test('what cannot be done says why and writes nothing', async () => {
  const { call } = services;
  const personId = await samWithBuilds();
  const nobody = { personId: 'nobody-1', area: 'Builds', level: 4 } as const;
  expect(errorOf(await call['delegation.agree'](nobody))).toBe('not-found');
  valueOf(await call['delegation.agree']({ personId, area: 'Builds', level: 4 }));
  expect(errorOf(await call['delegation.agree']({ personId, area: 'Builds', level: 4 }))).toBe(
    'invalid',
  );
  const gone = { personId, entryId: 'entry-gone' };
  expect(errorOf(await call['delegation.removeEntry'](gone))).toBe('not-found');
});

test('somebody archived is not on the board', async () => {
  const personId = await samWithBuilds();
  valueOf(await services.call['people.archive']({ personId }));
  expect(valueOf(await services.call['delegation.read'](undefined)).people).toEqual([]);
});
