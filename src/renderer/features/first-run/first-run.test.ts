import { fireEvent, render } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { Series } from '../../../domain/documents/series.ts';
import { failure, success } from '../../../ipc/result.ts';
import { appContext } from '../../api/app.svelte.ts';
import {
  emptyToday,
  FakeBridge,
  loadedApp,
  sam,
  samsNext,
  samsPage,
} from '../../test-support/fake-bridge.ts';
import TodayScreen from '../today/TodayScreen.svelte';

const series: Series = {
  kind: 'series',
  version: 3,
  id: 'series-sam',
  personId: sam.id,
  startLocal: '2026-11-24T10:00',
  timeZone: 'Europe/Berlin',
  durationMinutes: 30,
  rule: 'FREQ=WEEKLY;BYDAY=TU',
  exceptions: [],
  place: '',
  continues: null,
  calendar: null,
  createdAt: '2026-11-23T08:40:00Z',
};

async function start() {
  let hasPeople = false;
  const bridge = new FakeBridge()
    .answer('today.read', () => success({ ...emptyToday, hasPeople }))
    .answer('people.add', () => {
      hasPeople = true;
      return success(sam);
    })
    .answer('series.add', () => success(series))
    .answer('people.read', () => success({ ...samsPage, series: [series], upcoming: [samsNext] }));
  const app = await loadedApp(bridge);
  const screen = render(TodayScreen, { context: appContext(app) });
  await screen.findByRole('heading', { name: 'Who do you meet?' });
  return { bridge, screen };
}

type Screen = Awaited<ReturnType<typeof start>>['screen'];

async function press(screen: Screen, name: string): Promise<void> {
  await fireEvent.click(await screen.findByRole('button', { name }));
}

async function nameSam(screen: Screen): Promise<void> {
  await fireEvent.input(screen.getByLabelText('Name'), { target: { value: 'Sam Okafor' } });
  await press(screen, 'Continue');
}

test('leads from a name over a time to the plan of the first 1:1', async () => {
  const { bridge, screen } = await start();
  await nameSam(screen);
  await screen.findByRole('heading', { name: 'When do you meet Sam Okafor?' });
  // Main says that people changed; the first run goes on all the same.
  bridge.send('changed', { topics: ['people'] });
  expect(await screen.findByLabelText('Time zone')).toHaveProperty('value', 'Europe/Berlin');
  await press(screen, 'Continue');
  const link = await screen.findByRole('link', { name: /^Open plan for Sam Okafor/ });
  expect(link.getAttribute('href')).toBe(
    `#/plan/series-sam/${encodeURIComponent('2026-11-23T11:00')}`,
  );
  expect(bridge.inputsOf('people.add')).toEqual([{ name: 'Sam Okafor', relationship: 'report' }]);
  expect(bridge.inputsOf('series.add')).toEqual([
    {
      personId: sam.id,
      startLocal: '2026-11-24T10:00',
      timeZone: 'Europe/Berlin',
      durationMinutes: 30,
      rule: 'FREQ=WEEKLY;BYDAY=TU',
      place: '',
    },
  ]);
});

test('a missing name is said at the field, which takes the focus', async () => {
  const { bridge, screen } = await start();
  await press(screen, 'Continue');
  const field = screen.getByLabelText('Name');
  expect(field.getAttribute('aria-invalid')).toBe('true');
  const described = field.getAttribute('aria-describedby') ?? '';
  expect(document.getElementById(described)?.textContent).toBe('Write a name.');
  expect(document.activeElement).toBe(field);
  expect(bridge.inputsOf('people.add')).toEqual([]);
});

test('a save that failed keeps what was typed and says why', async () => {
  const { bridge, screen } = await start();
  bridge.answer('people.add', () => failure('not-saved', 'The disk is full.'));
  await nameSam(screen);
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Sam Okafor');
});

test('can wait: the desk says how to come back', async () => {
  const { screen } = await start();
  await press(screen, 'Not now');
  await screen.findByRole('heading', { name: 'Your desk is empty' });
  expect(document.activeElement).toBe(screen.getByRole('heading', { level: 1 }));
  await press(screen, 'Set up the first 1:1');
  expect(await screen.findByRole('heading', { name: 'Who do you meet?' })).toBeTruthy();
});

test('a zone that nobody knows is said at its field', async () => {
  const { bridge, screen } = await start();
  await nameSam(screen);
  const zone = await screen.findByLabelText('Time zone');
  await fireEvent.input(zone, { target: { value: 'Atlantis' } });
  await press(screen, 'Continue');
  expect(zone.getAttribute('aria-invalid')).toBe('true');
  expect(document.activeElement).toBe(zone);
  expect(bridge.inputsOf('series.add')).toEqual([]);
});
