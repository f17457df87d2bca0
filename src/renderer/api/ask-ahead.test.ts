import { expect, test } from 'vitest';
import { success } from '../../ipc/result.ts';
import { emptyToday, FakeBridge } from '../test-support/fake-bridge.ts';
import { askAhead } from './ask-ahead.ts';

const asked = (bridge: FakeBridge): number => bridge.inputsOf('today.read').length;
const makeBridge = (): FakeBridge =>
  new FakeBridge().answer('today.read', () => success(emptyToday));

test('the first to ask gets the answer that is under way, the next a new one', async () => {
  const real = makeBridge();
  const bridge = askAhead(real, 'today.read');
  expect(asked(real)).toBe(1);
  expect(await bridge.call('today.read', undefined)).toEqual(success(emptyToday));
  expect(asked(real)).toBe(1);
  expect(real.listenerCount('changed')).toBe(0);
  await bridge.call('today.read', undefined);
  expect(asked(real)).toBe(2);
});

test('other calls and events go their usual way', async () => {
  const real = makeBridge();
  const bridge = askAhead(real, 'today.read');
  await bridge.call('app.read', undefined);
  expect(real.inputsOf('app.read')).toHaveLength(1);
  const stop = bridge.on('changed', () => undefined);
  expect(real.listenerCount('changed')).toBe(2);
  stop();
});

test('an answer is asked for anew when something has changed since', async () => {
  const real = makeBridge();
  const bridge = askAhead(real, 'today.read');
  real.send('changed', { topics: ['people'] });
  await bridge.call('today.read', undefined);
  expect(asked(real)).toBe(2);
});
