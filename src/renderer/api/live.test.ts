import { render } from '@testing-library/svelte';
import { tick } from 'svelte';
import { expect, test } from 'vitest';
import { failure, success, type Result } from '../../ipc/result.ts';
import type { TodayView } from '../../ipc/views.ts';
import TodayScreen from '../features/today/TodayScreen.svelte';
import {
  emptyToday,
  FakeBridge,
  loadedApp,
  sam,
  samsNext,
  testNow,
} from '../test-support/fake-bridge.ts';
import { appContext } from './app.svelte.ts';
import { LiveResource } from './live.svelte.ts';

const withSam: TodayView = { ...emptyToday, hasPeople: true, upcoming: [samsNext] };

async function renderToday(bridge: FakeBridge) {
  const app = await loadedApp(bridge);
  return render(TodayScreen, { context: appContext(app) });
}

test('shows the answer, and reads again after a change of its topics alone', async () => {
  let view: TodayView = withSam;
  const bridge = new FakeBridge().answer('today.read', () => success(view));
  const screen = await renderToday(bridge);
  expect(await screen.findByRole('heading', { name: sam.name })).toBeTruthy();

  view = { ...withSam, upcoming: [{ ...samsNext, personName: 'Mei-Ling Andersson' }] };
  bridge.send('changed', { topics: ['notices'] });
  await tick();
  expect(bridge.inputsOf('today.read')).toHaveLength(1);
  bridge.send('changed', { topics: ['people'] });
  expect(await screen.findByRole('heading', { name: 'Mei-Ling Andersson' })).toBeTruthy();
});

test('stops listening when its screen goes', async () => {
  const bridge = new FakeBridge().answer('today.read', () => success(withSam));
  const screen = await renderToday(bridge);
  expect(bridge.listenerCount('changed')).toBe(1);
  screen.unmount();
  expect(bridge.listenerCount('changed')).toBe(0);
});

test('says what went wrong where the answer would stand, and tries again', async () => {
  const answers: Result<TodayView>[] = [failure('unreadable', 'A file is torn.')];
  const bridge = new FakeBridge().answer('today.read', () => answers.shift() ?? success(withSam));
  const screen = await renderToday(bridge);
  const alert = await screen.findByRole('alert');
  expect(alert.textContent).toContain('A file is torn.');
  expect(screen.getByRole('heading', { level: 1 }).textContent).toContain('Today');
  screen.getByRole('button', { name: 'Try again' }).click();
  expect(await screen.findByRole('heading', { name: sam.name })).toBeTruthy();
});

test('keeps the last answer in sight while a later reading fails', async () => {
  const answers: Result<TodayView>[] = [success(withSam), failure('unreadable', 'A file is torn.')];
  const bridge = new FakeBridge().answer('today.read', () => answers.shift() ?? success(withSam));
  const screen = await renderToday(bridge);
  await screen.findByRole('heading', { name: sam.name });
  bridge.send('changed', { topics: ['people'] });
  expect((await screen.findByRole('alert')).textContent).toContain('A file is torn.');
  expect(screen.getByRole('heading', { name: sam.name })).toBeTruthy();
});

test('an answer that a newer reading has overtaken is dropped', async () => {
  let answerSlowly: (result: Result<TodayView>) => void = () => undefined;
  const slow = new Promise<Result<TodayView>>((resolve) => {
    answerSlowly = resolve;
  });
  const answers: (Result<TodayView> | Promise<Result<TodayView>>)[] = [slow, success(withSam)];
  const bridge = new FakeBridge().answer('today.read', () => answers.shift() ?? success(withSam));
  const { api } = await loadedApp(bridge);
  const resource = new LiveResource(api, 'today.read', []);
  const first = resource.reload();
  await resource.reload();
  answerSlowly(success({ ...emptyToday, now: testNow }));
  await first;
  expect(resource.value?.hasPeople).toBe(true);
});
