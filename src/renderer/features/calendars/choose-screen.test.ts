import { fireEvent, render, waitFor, within } from '@testing-library/svelte';
import { beforeEach, expect, test } from 'vitest';
import type { Guess } from '../../../domain/calendar/guess.ts';
import { failure, success } from '../../../ipc/result.ts';
import type { CalendarPreview, PreviewedEvent } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, sam } from '../../test-support/fake-bridge.ts';
import ChooseScreen from './ChooseScreen.svelte';

beforeEach(() => {
  window.location.hash = '';
});

const nobodys: Guess = {
  ...{ likelihood: 'unlikely', reason: 'none', personId: null, newName: '', address: null },
};

const event = (uid: string, title: string, guess: Partial<Guess> = {}): PreviewedEvent => ({
  ...{ uid, title, startLocal: '2026-11-23T10:00:00', timeZone: 'Europe/Berlin' },
  ...{ durationMinutes: 30, isAllDay: false, rule: 'FREQ=WEEKLY', others: [] },
  guess: { ...nobodys, ...guess },
});

const samsEvent = event('sam', '1:1', {
  ...{ likelihood: 'likely', reason: 'attendee', personId: sam.id },
});
const kimsEvent = event('kim', 'Kim and Robin', {
  ...{ likelihood: 'likely', reason: 'two-people', newName: 'Kim Sund' },
});
const perhaps = event('perhaps', 'Catch up', { likelihood: 'possible', reason: 'two-people' });
const left = event('left', 'Coffee', { likelihood: 'possible', reason: 'two-people' });
const planning = event('planning', 'Planning');

/** A main process with these events, all of which have to do with 1:1s unless they are unlikely. */
async function open(events: readonly PreviewedEvent[], change: Partial<CalendarPreview> = {}) {
  const likely = events.filter(({ guess }) => guess.likelihood !== 'unlikely');
  const counts = { taken: 1, updated: 0, unchanged: 0, cancelled: 0, skipped: 0, undecided: 0 };
  const undo = { id: 'undo-1', label: 'Choose 1:1s of Work' };
  const bridge = new FakeBridge()
    .answer('calendars.choose', () => success({ value: counts, undo }))
    .answer('calendars.preview', ({ text, isLikelyOnly, offset, limit }) => {
      const found = (isLikelyOnly ? likely : events).filter(({ title }) => title.includes(text));
      return success({
        ...{ calendarId: 'calendar-work', name: 'Work', total: found.length },
        ...{ likely: likely.length, events: found.slice(offset, offset + limit), unread: 0 },
        people: [{ id: sam.id, name: sam.name }],
        ...change,
      });
    });
  const app = await loadedApp(bridge);
  const screen = render(ChooseScreen, {
    props: { calendarId: 'calendar-work' },
    context: appContext(app),
  });
  await screen.findByRole('search');
  const whose = (title: string): HTMLElement =>
    screen.getByRole('combobox', { name: new RegExp(`^Whose 1:1 is ${title},`) });
  const say = (title: string, value: string): Promise<unknown> =>
    fireEvent.change(whose(title), { target: { value } });
  const press = (name: string | RegExp): Promise<unknown> =>
    fireEvent.click(screen.getByRole('button', { name }));
  const said = (): unknown => bridge.inputsOf('calendars.choose');
  return { bridge, screen, whose, say, press, said };
}

const isReported = (): Promise<void> =>
  waitFor(() => {
    expect(window.location.hash).toBe('#/calendars/calendar-work/report');
  });

test('what is likely begins with its guess and the reason; what is only possible with none', async () => {
  const { screen, whose } = await open([samsEvent, kimsEvent, perhaps, planning]);
  await screen.findByText('3 events');
  expect(whose('1:1')).toHaveProperty('value', sam.id);
  screen.getByText('guessed from who is invited');
  expect(whose('Kim and Robin')).toHaveProperty('value', 'new');
  expect(screen.getByLabelText('Name')).toHaveProperty('value', 'Kim Sund');
  expect(whose('Catch up')).toHaveProperty('value', 'none');
  screen.getByRole('button', { name: 'Take 2 1:1s' });
  expect(screen.queryByText('Planning')).toBeNull();
});

test('all that was seen is said: whose, who is new, and which that look so are none', async () => {
  const { say, press, said, screen } = await open([samsEvent, kimsEvent, perhaps, left, planning]);
  await fireEvent.click(await screen.findByRole('radio', { name: 'All events' }));
  await screen.findByText('Planning');
  await say('1:1', 'none');
  await say('Catch up', sam.id);
  await fireEvent.change(screen.getByLabelText('Who they are to you'), {
    target: { value: 'peer' },
  });
  await press('Take 2 1:1s');
  await isReported();
  expect(said()).toEqual([
    {
      calendarId: 'calendar-work',
      choices: [
        { uid: 'sam', whose: { kind: 'none' } },
        { uid: 'kim', whose: { kind: 'new', name: 'Kim Sund', relationship: 'peer' } },
        { uid: 'perhaps', whose: { kind: 'person', personId: sam.id } },
        { uid: 'left', whose: { kind: 'none' } },
      ],
    },
  ]);
});

test('somebody new needs a name: it is asked for at the field, and nothing is taken', async () => {
  const { screen, press, said } = await open([samsEvent, kimsEvent]);
  const name = await screen.findByLabelText('Name');
  await fireEvent.input(name, { target: { value: ' ' } });
  await press('Take 2 1:1s');
  await screen.findByText('Write a name, or say that it is not a 1:1.');
  expect(document.activeElement).toBe(name);
  expect(said()).toEqual([]);
  await fireEvent.input(name, { target: { value: 'Kim' } });
  expect(screen.queryByText('Write a name, or say that it is not a 1:1.')).toBeNull();
});

test('what was said stays through a search, and counts when it is not in sight', async () => {
  const { screen, say, whose, press, said } = await open([samsEvent, perhaps]);
  await say('Catch up', sam.id);
  const search = screen.getByLabelText('Search by name or person');
  await fireEvent.input(search, { target: { value: '1:1' } });
  await screen.findByText('1 event');
  expect(screen.queryByText('Catch up')).toBeNull();
  screen.getByRole('button', { name: 'Take 2 1:1s' });
  await fireEvent.input(search, { target: { value: '' } });
  await screen.findByText('2 events');
  expect(whose('Catch up')).toHaveProperty('value', sam.id);
  await press('Take 2 1:1s');
  await isReported();
  expect(said()).toMatchObject([{ choices: [{ uid: 'sam' }, { uid: 'perhaps' }] }]);
});

test('with nothing that could be a 1:1 all events are shown; nothing said leads on', async () => {
  const { screen, press, said } = await open([planning]);
  await screen.findByText('Planning');
  expect(screen.getByRole('radio', { name: 'All events' })).toHaveProperty('checked', true);
  await press('Save');
  await isReported();
  expect(said()).toEqual([]);
});

test('fifty are shown, then the rest, with the focus on the first that came', async () => {
  const many = Array.from({ length: 53 }, (_, index) =>
    event(`event-${String(index)}`, `Talk ${String(index)}`, { likelihood: 'possible' }),
  );
  const { screen, press, whose } = await open(many);
  await screen.findByText('53 events');
  expect(screen.getAllByRole('listitem')).toHaveLength(50);
  await press('Show 3 more');
  await waitFor(() => {
    expect(document.activeElement).toBe(whose('Talk 50'));
  });
  expect(screen.getAllByRole('listitem')).toHaveLength(53);
  expect(screen.queryByRole('button', { name: /^Show/ })).toBeNull();
});

test('what could not be saved stays chosen, and the reason is said', async () => {
  const { bridge, screen, press, whose } = await open([samsEvent]);
  bridge.answer('calendars.choose', () => failure('not-saved', 'The disk is full.'));
  await press('Take 1 1:1');
  expect((await screen.findByRole('alert')).textContent).toContain('The disk is full.');
  expect(whose('1:1')).toHaveProperty('value', sam.id);
  expect(window.location.hash).toBe('');
});

test('that some could not be read is said, and leads to why', async () => {
  const { screen } = await open([samsEvent], { unread: 3 });
  const notice = (await screen.findByText(/^3 events could not be read/)).closest('div');
  const link = within(notice ?? screen.container).getByRole('link', { name: 'Report' });
  expect(link.getAttribute('href')).toBe('#/calendars/calendar-work/report');
});
