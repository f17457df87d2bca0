import { expect, test } from 'vitest';
import type { UndoTicket } from '../../ipc/contract.ts';
import { failure, success } from '../../ipc/result.ts';
import { FakeBridge, sam } from '../test-support/fake-bridge.ts';
import { createClient } from './client.ts';

function clientOf(bridge: FakeBridge) {
  const offered: UndoTicket[] = [];
  return { offered, api: createClient(bridge, (ticket) => offered.push(ticket)) };
}

test('a call brings the answer of main', async () => {
  const bridge = new FakeBridge().answer('people.add', () => success(sam));
  const { api, offered } = clientOf(bridge);
  const result = await api.call('people.add', { name: 'Sam Okafor', relationship: 'report' });
  expect(result).toEqual(success(sam));
  expect(bridge.inputsOf('people.add')).toEqual([{ name: 'Sam Okafor', relationship: 'report' }]);
  expect(offered).toEqual([]);
});

test('a destructive call offers its way back and hands the screen the bare value', async () => {
  const undo = { id: 'undo-1', label: 'Sam Okafor was archived' };
  const bridge = new FakeBridge().answer('people.archive', () => success({ value: sam, undo }));
  const { api, offered } = clientOf(bridge);
  expect(await api.call('people.archive', { personId: sam.id })).toEqual(success(sam));
  expect(offered).toEqual([undo]);
});

test('a destructive call that failed offers nothing', async () => {
  const bridge = new FakeBridge().answer('people.archive', () =>
    failure('not-saved', 'The disk is full.'),
  );
  const { api, offered } = clientOf(bridge);
  const result = await api.call('people.archive', { personId: sam.id });
  expect(result).toEqual(failure('not-saved', 'The disk is full.'));
  expect(offered).toEqual([]);
});

test('a bridge that breaks becomes a sentence, not an exception', async () => {
  const bridge = new FakeBridge().answer('people.list', () => Promise.reject(new Error('gone')));
  const { api } = clientOf(bridge);
  const result = await api.call('people.list');
  expect(result.ok ? null : result.error.code).toBe('unavailable');
});
