import { render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp } from '../../test-support/fake-bridge.ts';
import Topics from './Topics.svelte';

async function titlesFor(...days: readonly number[]): Promise<(string | null)[]> {
  const topics = days.map((age, index) => ({
    topic: index === 0 ? ('growth' as const) : ('team' as const),
    days: age,
  }));
  const context = appContext(await loadedApp(new FakeBridge()));
  const screen = render(Topics, { context, props: { topics } });
  return screen.getAllByRole('heading', { level: 3 }).map(({ textContent }) => textContent);
}

test('what was talked about lately is set against what was not', async () => {
  expect(await titlesFor(70, 3)).toEqual(['Not touched for 60 days or more', 'Touched since then']);
});

test('the days are named where nothing is older', async () => {
  expect(await titlesFor(12, 3)).toEqual(['Touched in the last 60 days']);
});
