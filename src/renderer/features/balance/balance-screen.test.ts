import { fireEvent, render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { sumOf } from '../../../domain/balance/balance.ts';
import { periodsUpTo } from '../../../domain/balance/periods.ts';
import { success } from '../../../ipc/result.ts';
import { createFormatter } from '../../../messages/format.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, sam } from '../../test-support/fake-bridge.ts';
import BalanceScreen from './BalanceScreen.svelte';
import { isAllUntagged, periodWords, shownParts, sumWords } from './balance-words.ts';

// What jsdom lacks of a window. A chart that is never idle is never drawn, and stands there all the same.
Object.assign(window, {
  matchMedia: () => new EventTarget(),
  requestIdleCallback: () => 0,
  cancelIdleCallback: () => undefined,
});

const none = sumOf([]);

test('with nothing to weigh it says so, by name, and how to begin; what is asked for is kept', async () => {
  const bridge = new FakeBridge()
    .answer('people.names', () => success([{ id: sam.id, name: sam.name, relationship: 'report' }]))
    .answer('balance.read', ({ step }) => {
      const periods = periodsUpTo('2026-11-23', step, 12);
      return success({ bars: periods.map((period) => ({ ...period, counts: none })) });
    });
  const app = await loadedApp(bridge);
  const screen = render(BalanceScreen, { context: appContext(app), props: { personId: sam.id } });
  await screen.findByText(`Nothing to weigh with ${sam.name} yet`);
  screen.getByText(/M tags a row as manage and L as lead/);
  expect(screen.queryByRole('table')).toBeNull();
  await fireEvent.change(screen.getByRole('combobox', { name: 'Person' }), {
    target: { value: '' },
  });
  await screen.findByText('Nothing to weigh yet');
  await fireEvent.click(screen.getByRole('radio', { name: 'Month' }));
  await screen.findByText('Nothing to weigh yet');
  expect(bridge.inputsOf('balance.read')).toEqual([
    { personId: sam.id, step: 'week' },
    { personId: null, step: 'week' },
    { personId: null, step: 'month' },
  ]);
});

test('the chart is one picture with its words, whose legend is no second name for it', async () => {
  const [period] = periodsUpTo('2026-11-23', 'week', 1);
  const counts = { ...none, manage: 2 };
  const bridge = new FakeBridge()
    .answer('people.names', () => success([]))
    .answer('balance.read', () => success({ bars: period ? [{ ...period, counts }] : [] }));
  const context = appContext(await loadedApp(bridge));
  const screen = render(BalanceScreen, { context, props: { personId: null } });
  await screen.findByRole('img', { name: /Manage 2, Lead 0/ });
  expect(screen.queryByRole('figure')).toBeNull();
});

test('both and neither are named where there is something of them, untagged always', () => {
  expect(shownParts(none)).toEqual(['manage', 'lead', 'untagged']);
  const sum = { ...none, both: 1, none: 2, lead: 3 };
  expect(sumWords(sum, 'month', 12)).toBe(
    'The last 12 months: Manage 0, Lead 3, Both 1, Neither 2, Untagged 0.',
  );
});

test('nothing is tagged only where there is something that could be', () => {
  expect(isAllUntagged(none)).toBe(false);
  expect(isAllUntagged({ ...none, untagged: 2 })).toBe(true);
  expect(isAllUntagged({ ...none, untagged: 2, none: 1 })).toBe(false);
});

test('a period reads as a week or as a month', () => {
  const format = createFormatter('en-GB');
  expect(periodWords('2026-11-23', 'week', format)).toBe('week of 23 November');
  expect(periodWords('2026-11-01', 'month', format)).toBe('November 2026');
});
