import { fireEvent, render, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import type { ArchivedPerson, PersonSummary } from '../../../ipc/views.ts';
import { success } from '../../../ipc/result.ts';
import { appContext } from '../../api/app.svelte.ts';
import { calm, FakeBridge, loadedApp, sam, samsNext } from '../../test-support/fake-bridge.ts';
import PeopleScreen from './PeopleScreen.svelte';

const summary = (name: string, change: Partial<PersonSummary> = {}): PersonSummary => ({
  id: `person-${name.toLowerCase()}`,
  ...{ name, relationship: 'report', next: null, openActions: 0, tags: [], attention: calm },
  ...change,
});

const overdue: PersonSummary = summary('Zoë', {
  tags: ['payments'],
  openActions: 3,
  attention: {
    cadence: { kind: 'overdue', cadenceDays: 14, daysSince: 23, daysOverdue: 9 },
    promises: { open: 3, overdue: 2, mostDaysOverdue: 4 },
  },
});

const archivedKim: ArchivedPerson = {
  ...{ id: 'person-kim', name: 'Kim Sund', relationship: 'peer', archivedOn: '2026-03-02' },
};

async function start(people: readonly PersonSummary[], archived = [archivedKim]) {
  const bridge = new FakeBridge()
    .answer('people.list', () => success(people))
    .answer('people.archived', () => success(archived))
    .answer('people.restore', () => success({ value: sam, undo: { id: 'u1', label: 'Back' } }));
  const app = await loadedApp(bridge);
  const screen = render(PeopleScreen, { context: appContext(app) });
  await screen.findByText('Archived');
  return { bridge, app, screen };
}

const everybody = [overdue, summary('Sam', { next: samsNext }), summary('Mia')];

test('who needs attention stands apart, with the reason in words', async () => {
  const { screen } = await start(everybody);
  const group = within(screen.getByRole('region', { name: /^Needs attention/ }));
  expect(group.getAllByRole('listitem')).toHaveLength(1);
  group.getByText('Agreed every 14 days; last met 23 days ago');
  group.getByText('3 open promises, 2 overdue');
  const others = within(screen.getByRole('region', { name: /^Nothing due/ }));
  expect(others.getAllByRole('listitem')).toHaveLength(2);
});

test('narrows while a name is typed, says how many are shown, and shows all again', async () => {
  const { screen } = await start(everybody);
  const search = screen.getByLabelText('Search by name');
  await fireEvent.input(search, { target: { value: 'zoe' } });
  screen.getByText('1 of 3 people');
  expect(screen.queryByText('Sam')).toBeNull();
  await fireEvent.input(search, { target: { value: 'nobody' } });
  screen.getByText('Nobody here fits');
  await fireEvent.click(screen.getByRole('button', { name: 'Show everybody' }));
  screen.getByText('3 people');
});

test('what the list is narrowed to is still so when the user comes back to it', async () => {
  const { screen, app } = await start(everybody);
  await fireEvent.change(screen.getByLabelText('Tag'), { target: { value: 'payments' } });
  screen.unmount();
  const again = render(PeopleScreen, { context: appContext(app) });
  await again.findByText('1 of 3 people');
});

test('the archive brings somebody back', async () => {
  const { bridge, screen } = await start(everybody);
  const name = 'Bring back Kim Sund from the archive';
  await fireEvent.click(screen.getByRole('button', { name, hidden: true }));
  expect(bridge.inputsOf('people.restore')).toEqual([{ personId: 'person-kim' }]);
});

test('with nobody there it teaches what the place is for, and offers no search', async () => {
  const { screen } = await start([]);
  screen.getByText('Nobody here yet');
  expect(screen.queryByLabelText('Search by name')).toBeNull();
});

test('a name that is missing is said once: at its field, which takes the focus', async () => {
  const { screen } = await start(everybody);
  await fireEvent.click(screen.getByRole('button', { name: 'Add a person' }));
  const field = screen.getByRole('textbox', { name: 'Name' });
  await waitFor(() => {
    expect(document.activeElement).toBe(field);
  });
  const submit = screen.getByRole('button', { name: 'Add person' });
  submit.focus();
  await fireEvent.click(submit);
  const missing = screen.getByText('Write a name.');
  expect(document.activeElement).toBe(field);
  expect(field.getAttribute('aria-describedby')).toContain(missing.id);
  expect(screen.queryByRole('alert')).toBeNull();
});
