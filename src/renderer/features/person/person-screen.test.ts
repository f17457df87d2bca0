import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { PersonView } from '../../../ipc/views.ts';
import { failure, success } from '../../../ipc/result.ts';
import { appContext } from '../../api/app.svelte.ts';
import '../../test-support/dialog.ts';
import { FakeBridge, loadedApp, sam, samsPage } from '../../test-support/fake-bridge.ts';
import PersonScreen from './PersonScreen.svelte';

async function start(change: Partial<PersonView> = {}) {
  const bridge = new FakeBridge()
    .answer('people.read', () => success({ ...samsPage, ...change }))
    .answer('people.change', () => success(sam));
  const app = await loadedApp(bridge);
  const screen = render(PersonScreen, { props: { personId: sam.id }, context: appContext(app) });
  await screen.findByRole('heading', { level: 1, name: sam.name });
  return { bridge, screen };
}

type Screen = Awaited<ReturnType<typeof start>>['screen'];

const type = (screen: Screen, label: string, value: string): Promise<unknown> =>
  fireEvent.input(screen.getByLabelText(label), { target: { value } });
const select = (screen: Screen, label: string, value: string): Promise<unknown> =>
  fireEvent.change(screen.getByLabelText(label), { target: { value } });

test('an agreed number of days is kept as it is chosen, and as it is typed', async () => {
  const { bridge, screen } = await start();
  await select(screen, 'How often you agreed to meet', '14');
  await select(screen, 'How often you agreed to meet', 'other');
  await type(screen, 'Days between two 1:1s', '400');
  screen.getByText(/^Write whole days, from 1 to 366/);
  await type(screen, 'Days between two 1:1s', '10');
  await select(screen, 'How often you agreed to meet', 'none');
  const kept = bridge.inputsOf('people.change');
  expect(kept).toEqual([14, 10, null].map((cadenceDays) => ({ personId: sam.id, cadenceDays })));
});

test('the latest meetings are shown, and all when asked, with the focus on the first that came', async () => {
  const meetings = Array.from({ length: 10 }, (_, index) => ({
    ...({ id: `meeting-${String(index)}`, status: 'held', points: 0, openActions: 0 } as const),
    startsAt: `2026-11-${String(20 - index)}T09:00:00Z`,
  }));
  const { bridge, screen } = await start({ meetings: meetings.slice(0, 8), meetingCount: 10 });
  bridge.answer('people.meetings', () => success(meetings));
  const places = (): readonly (string | null)[] =>
    [...screen.container.querySelectorAll('a[href^="#/meetings/"]')].map((link) =>
      link.getAttribute('href'),
    );
  expect(places()).toHaveLength(8);
  await fireEvent.click(screen.getByRole('button', { name: /2/ }));
  await waitFor(() => {
    expect(document.activeElement?.getAttribute('href')).toBe('#/meetings/meeting-8');
  });
  expect(places()).toEqual(meetings.map(({ id }) => `#/meetings/${id}`));
});

test('a zone is found by its city; one that nobody knows is refused and not kept', async () => {
  const { bridge, screen } = await start();
  await type(screen, 'Time zone', 'atlantis');
  await fireEvent.change(screen.getByLabelText('Time zone'));
  screen.getByText(/^No time zone has this name/);
  expect(bridge.inputsOf('people.change')).toEqual([]);
  await type(screen, 'Time zone', 'tokyo');
  await fireEvent.change(screen.getByLabelText('Time zone'));
  expect(screen.getByLabelText('Time zone')).toHaveProperty('value', 'Asia/Tokyo');
  expect(bridge.inputsOf('people.change')).toEqual([{ personId: sam.id, timeZone: 'Asia/Tokyo' }]);
});

test('the time is said where they are', async () => {
  const { screen } = await start({ person: { ...sam, timeZone: 'Asia/Tokyo' } });
  screen.getByText('17:40 in Tokyo');
  screen.getByText('8 hours ahead of you');
});

test('areas are added with Enter, once each, and taken away with the focus kept', async () => {
  const { bridge, screen } = await start();
  const areas = screen.getByLabelText('Areas of ownership', { selector: 'input' });
  for (const area of ['Billing', 'On-call', 'billing']) {
    await fireEvent.input(areas, { target: { value: area } });
    await fireEvent.keyDown(areas, { key: 'Enter' });
  }
  // Whoever is in the field would not come to it again, and hear why.
  expect(screen.getByRole('alert').textContent).toBe('“billing” is there already.');
  await fireEvent.click(screen.getByRole('button', { name: 'Remove Billing' }));
  await waitFor(() => {
    expect(document.activeElement?.getAttribute('aria-label')).toBe('Remove On-call');
  });
  await fireEvent.click(screen.getByRole('button', { name: 'Remove On-call' }));
  await waitFor(() => {
    expect(document.activeElement).toBe(areas);
  });
  const kept = [['Billing'], ['Billing', 'On-call'], ['On-call'], []];
  expect(bridge.inputsOf('people.change')).toEqual(
    kept.map((lines) => ({ personId: sam.id, areas: lines })),
  );
});

test('whoever is archived can be brought back from the page', async () => {
  const { screen } = await start({ person: { ...sam, archivedOn: '2026-03-02' } });
  screen.getByRole('button', { name: 'Bring back' });
  expect(screen.queryByRole('button', { name: 'Archive' })).toBeNull();
});

test('reminders of one person are as usual, never, always, or at other minutes', async () => {
  const { bridge, screen } = await start();
  await select(screen, 'To prepare', 'never');
  await select(screen, 'To wrap up', 'always');
  await select(screen, 'Before the start', 'never');
  await select(screen, 'Before the start', 'own');
  await type(screen, 'Minutes before a 1:1', 'soon');
  await fireEvent.change(screen.getByLabelText('Minutes before a 1:1'));
  screen.getByText(/^Write up to five whole numbers/);
  await type(screen, 'Minutes before a 1:1', '5, 30');
  await fireEvent.change(screen.getByLabelText('Minutes before a 1:1'));
  await select(screen, 'Before the start', 'usual');
  const base = { startingLeadMinutes: null, prepares: false, wrapsUp: null };
  const kept = [
    base,
    ...[null, [], [10], [30, 5], null].map((startingLeadMinutes) => ({
      ...base,
      wrapsUp: true,
      startingLeadMinutes,
    })),
  ];
  expect(bridge.inputsOf('people.change')).toEqual(
    kept.map((reminders) => ({ personId: sam.id, reminders })),
  );
});

test.each([
  [0, 0],
  [2, 1],
])(
  'with %i calendars the question before deleting names them %i times',
  async (calendars, times) => {
    const { bridge, screen } = await start();
    const none = { series: 0, meetings: 0, feedback: 0, decisions: 0, openActions: 0 };
    bridge.answer('people.extent', () => success({ name: sam.name, ...none, calendars }));
    await fireEvent.click(screen.getByRole('button', { name: 'Delete everything…' }));
    const dialog = await screen.findByRole('dialog', { name: 'Delete everything on Sam Okafor?' });
    expect(dialog.textContent.match(/can still name Sam Okafor/g) ?? []).toHaveLength(times);
  },
);

const extent = { name: sam.name, series: 1, meetings: 2, feedback: 3, decisions: 0 };

async function askToSave(calendars = 0) {
  const { bridge, screen } = await start();
  bridge.answer('people.extent', () => success({ ...extent, openActions: 1, calendars }));
  const button = screen.getByRole('button', { name: 'Save everything…' });
  button.focus();
  await fireEvent.click(button);
  const dialog = await screen.findByRole('dialog', { name: 'Save everything on Sam Okafor?' });
  return { bridge, screen, dialog };
}

test('everything is saved with what is private, after a look at how much it is', async () => {
  const { bridge, screen, dialog } = await askToSave(1);
  bridge.answer('people.saveAll', () => success({ path: '/home/robin/sam.md' }));
  const lines = [...dialog.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['2', '1', '1', '3']);
  expect(dialog.textContent).toContain('can also name Sam Okafor');
  const box = screen.getByRole('checkbox', { name: /^With what is marked private/ });
  expect(box).toHaveProperty('checked', true);
  await fireEvent.submit(dialog.querySelector('form') ?? dialog);
  const told = await screen.findByText('Saved as /home/robin/sam.md');
  expect(told.getAttribute('role')).toBe('status');
  expect(screen.queryByRole('dialog')).toBeNull();
  const kept = [{ personId: sam.id, withPrivate: true }];
  expect(bridge.inputsOf('people.saveAll')).toEqual(kept);
});

test('without what is private the question counts nothing that is, and says why a file was not written', async () => {
  const { bridge, screen, dialog } = await askToSave();
  bridge.answer('people.saveAll', () => failure('invalid', 'That could not be written.'));
  await fireEvent.click(screen.getByRole('checkbox', { name: /^With what is marked private/ }));
  const lines = [...dialog.querySelectorAll('li')].map(({ textContent }) => textContent);
  expect(lines.map((line) => line.split(' ')[0])).toEqual(['2', '1']);
  expect(dialog.textContent).not.toContain('can also name');
  await fireEvent.submit(dialog.querySelector('form') ?? dialog);
  expect((await screen.findByRole('alert')).textContent).toContain('That could not be written.');
  const kept = [{ personId: sam.id, withPrivate: false }];
  expect(bridge.inputsOf('people.saveAll')).toEqual(kept);
});

test('whoever thinks better of saving everything has saved nothing', async () => {
  const { bridge, screen } = await askToSave();
  await fireEvent.click(screen.getByRole('button', { name: 'Cancel' }));
  await waitFor(() => {
    expect(screen.queryByRole('dialog')).toBeNull();
  });
  expect(bridge.inputsOf('people.saveAll')).toEqual([]);
});
