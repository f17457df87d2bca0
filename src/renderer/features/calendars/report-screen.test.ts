import { fireEvent, render, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { failure, success } from '../../../ipc/result.ts';
import type { CalendarReportView } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, sam } from '../../test-support/fake-bridge.ts';
import ReportScreen from './ReportScreen.svelte';

type Row = CalendarReportView['rows'][number];

const weekly = {
  ...{ startLocal: '2026-11-23T10:00:00', timeZone: 'America/New_York' },
  ...{ rule: 'FREQ=WEEKLY', isAllDay: false },
};
const row = (title: string, change: Partial<Row>): Row => ({
  ...{ title, when: weekly, outcome: 'skipped', reason: 'not-chosen', notes: [] },
  ...{ personId: null, personName: null, ...change },
});
const sams = row('1:1', {
  ...{ outcome: 'taken', reason: null, personId: sam.id, personName: sam.name },
  notes: ['floating-time'],
});
const broken = row('', { when: null, reason: 'unknown-zone', notes: ['zone-matched'] });
const counts = { taken: 1, updated: 0, unchanged: 0, cancelled: 0, skipped: 1200, undecided: 0 };

async function open(rows: readonly Row[], bridge = new FakeBridge()) {
  bridge.answer('calendars.report', ({ text, outcome, offset, limit }) => {
    const found = rows.filter(
      (one) => one.title.includes(text) && (outcome === null || one.outcome === outcome),
    );
    return success({
      ...{ calendarId: 'calendar-work', name: 'Work', at: '2026-11-23T08:00:00Z', counts },
      ...{ total: found.length, rows: found.slice(offset, offset + limit) },
    });
  });
  const app = await loadedApp(bridge);
  const props = { calendarId: 'calendar-work' };
  const screen = render(ReportScreen, { props, context: appContext(app) });
  const lines = (): readonly string[] =>
    screen
      .getAllByRole('row')
      .slice(1)
      .map((line) =>
        [...line.children].map((cell) => cell.textContent.replace(/\s+/g, ' ').trim()).join(' | '),
      );
  return { bridge, screen, lines };
}

test('each event has its outcome and its reason, and how it was understood where it was taken', async () => {
  const { screen, lines } = await open([sams, broken]);
  await screen.findByText('2 events');
  expect(lines()).toEqual([
    '1:1 1:1 with Sam Okafor Every Monday, 10:00, New York time | Taken | It names no time zone, so its times are those of this computer.',
    'Event without a name | Skipped | Its time zone is not known, and the calendar does not explain it.',
  ]);
  screen.getByText(/as it was on .*23 Nov.*09:00/);
});

test('it is narrowed by outcome and by name, and says when nothing fits', async () => {
  const { screen, bridge, lines } = await open([sams, broken]);
  const outcome = await screen.findByLabelText('Outcome');
  within(outcome).getByRole('option', { name: 'Skipped (1,200)' });
  await fireEvent.change(outcome, { target: { value: 'taken' } });
  await screen.findByText('1 event');
  expect(lines()).toHaveLength(1);
  await fireEvent.input(screen.getByLabelText('Search by name'), { target: { value: 'Plan' } });
  await screen.findByText('No event fits.');
  expect(screen.queryByRole('table')).toBeNull();
  expect(bridge.inputsOf('calendars.report')).toMatchObject([
    { text: '', outcome: null },
    { text: '', outcome: 'taken' },
    { text: 'Plan', outcome: 'taken' },
  ]);
});

test('a hundred are shown, then the rest, with the focus on the first that came', async () => {
  const many = Array.from({ length: 101 }, (_, index) => row(`Talk ${String(index)}`, {}));
  const { screen, lines } = await open(many);
  await fireEvent.click(await screen.findByRole('button', { name: 'Show 1 more' }));
  await waitFor(() => {
    expect(document.activeElement?.textContent).toContain('Talk 100');
  });
  expect(lines()).toHaveLength(101);
});

test('it is read again when calendars change, and not when something else does', async () => {
  const rows = [sams];
  const { screen, bridge } = await open(rows);
  await screen.findByText('1 event');
  rows.push(broken);
  bridge.send('changed', { topics: ['people'] });
  expect(bridge.inputsOf('calendars.report')).toHaveLength(1);
  bridge.send('changed', { topics: ['calendars'] });
  await screen.findByText('2 events');
  expect(bridge.inputsOf('calendars.report')).toHaveLength(2);
});

test('a calendar that was never read here says so, and can be tried again', async () => {
  const { screen, bridge } = await open([sams]);
  await screen.findByText('1 event');
  bridge.answer('calendars.report', () => failure('unavailable', 'It has not been read yet.'));
  bridge.send('changed', { topics: ['calendars'] });
  expect((await screen.findByRole('alert')).textContent).toContain('It has not been read yet.');
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  expect(bridge.inputsOf('calendars.report')).toHaveLength(3);
});
