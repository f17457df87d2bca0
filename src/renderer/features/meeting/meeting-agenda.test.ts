import { fireEvent, render, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { failure, success } from '../../../ipc/result.ts';
import { appContext } from '../../api/app.svelte.ts';
import { testNow } from '../../test-support/fake-bridge.ts';
import { meetingId, open, point, type, valueOf } from '../../test-support/open-meeting.ts';
import MeetingScreen from './MeetingScreen.svelte';

test('Enter adds a talking point and leaves the focus for the next', async () => {
  const { screen, bridge, shownPoints, field } = await open();
  const add = field('Add a talking point');
  for (const text of ['Holiday cover', 'The queue library']) {
    await type(add, text);
    await fireEvent.submit(add.closest('form') ?? add);
    expect(valueOf(add)).toBe('');
    expect(document.activeElement).toBe(add);
  }
  await waitFor(() => {
    expect(shownPoints()).toEqual(['Holiday cover', 'The queue library']);
    expect(screen.queryByText('not saved yet')).toBeNull();
  });
  expect(bridge.inputsOf('meetings.addPoint')).toHaveLength(2);
});

test('a line that is too long stays whole in its field, and is not added', async () => {
  const { screen, bridge, field } = await open();
  const add = field('Add a talking point');
  expect(add.hasAttribute('maxlength')).toBe(false);
  await type(add, 'x'.repeat(10_000));
  expect(screen.getByText(/longer than the 2,000 characters/)).toBeTruthy();
  await fireEvent.submit(add.closest('form') ?? add);
  expect(valueOf(add)).toHaveLength(10_000);
  expect(bridge.inputsOf('meetings.addPoint')).toEqual([]);
});

test('a point that could not be saved stays, says so, and goes with the next try', async () => {
  const { screen, bridge, shownPoints, field } = await open([point('first')]);
  bridge.answer('meetings.addPoint', () => failure('not-saved', 'The disk is full.'));
  const add = field('Add a talking point');
  await type(add, 'Holiday cover');
  await fireEvent.submit(add.closest('form') ?? add);
  await screen.findByText('not saved yet');
  expect(shownPoints()).toEqual(['first', 'Holiday cover']);
  bridge.answer('meetings.addPoint', ({ text }) => success(point(text)));
  await fireEvent.click(screen.getByRole('button', { name: 'Try again' }));
  await waitFor(() => {
    expect(screen.queryByText('not saved yet')).toBeNull();
  });
  expect(shownPoints()).toEqual(['first', 'Holiday cover']);
});

test('Alt with an arrow moves a point, and the focus moves with it', async () => {
  const { screen, bridge, shownPoints, field } = await open([point('a'), point('b'), point('c')]);
  const row = field('Talking point 1');
  row.focus();
  await fireEvent.keyDown(row, { key: 'ArrowDown', altKey: true });
  expect(shownPoints()).toEqual(['b', 'a', 'c']);
  await waitFor(() => {
    expect(screen.getByText('Now in place 2 of 3.')).toBeTruthy();
  });
  expect(document.activeElement).toBe(field('Talking point 2'));
  await fireEvent.keyDown(field('Talking point 2'), { key: 'ArrowDown', altKey: true });
  await fireEvent.keyDown(field('Talking point 3'), { key: 'ArrowDown', altKey: true });
  expect(shownPoints()).toEqual(['b', 'c', 'a']);
  expect(bridge.inputsOf('meetings.movePoint')).toEqual([
    { meetingId, pointId: 'point-a', toIndex: 1 },
    { meetingId, pointId: 'point-a', toIndex: 2 },
  ]);
});

test('a reading that comes while a point is edited takes nothing away', async () => {
  const { bridge, shownPoints, field } = await open([point('a')]);
  await type(field('Talking point 1'), 'a and ');
  bridge.send('changed', { topics: ['meetings'] });
  await new Promise((resolve) => setTimeout(resolve, 20));
  expect(shownPoints()).toEqual(['a and ']);
  await waitFor(() => {
    expect(bridge.inputsOf('meetings.changePoint')).toEqual([
      { meetingId, pointId: 'point-a', text: 'a and' },
    ]);
  });
  expect(shownPoints()).toEqual(['a and ']);
  await fireEvent.blur(field('Talking point 1'));
  expect(shownPoints()).toEqual(['a and']);
});

test('a text is written from the side from which its letters are', async () => {
  const { field } = await open([point('מה שלום הצוות?')]);
  expect(field('Talking point 1').dir).toBe('auto');
  expect(field('Add a talking point').getAttribute('dir')).toBe('auto');
});

test('a point is ticked off at once', async () => {
  const { screen } = await open([point('a'), point('b')]);
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Discussed: a' }));
  expect(screen.getByText('1 of 2 discussed')).toBeTruthy();
});

test('a point that has left the agenda says what became of it, and is not ticked off here', async () => {
  const at = testNow;
  const { screen } = await open([
    point('a', { leftAs: { kind: 'carried', toMeetingId: 'meeting-two', at } }),
    point('b', { leftAs: { kind: 'decision', text: 'Twice a month', at } }),
    point('c'),
  ]);
  expect(screen.getByText('Moved on to a later 1:1')).toBeTruthy();
  expect(screen.getByText('Decided: Twice a month')).toBeTruthy();
  const boxes = screen.getAllByRole('checkbox', { name: /^Discussed: / });
  expect(boxes.map((box) => box.hasAttribute('disabled'))).toEqual([true, true, false]);
});

test('of a 1:1 that is over, a point that moved on can be ticked while it is open there', async () => {
  const leftAs = { kind: 'carried', toMeetingId: 'meeting-two', at: testNow } as const;
  const agenda = [point('a', { leftAs }), point('b', { leftAs })];
  const { screen, bridge } = await open(agenda, { status: 'held' }, ['point-b']);
  const boxes = screen.getAllByRole('checkbox', { name: /^Discussed: / });
  expect(boxes.map((box) => box.hasAttribute('disabled'))).toEqual([true, false]);
  expect(screen.getByText(/what you add goes on the next agenda/)).toBeTruthy();
  await fireEvent.click(screen.getByRole('checkbox', { name: 'Discussed: b' }));
  await waitFor(() => {
    expect(bridge.inputsOf('meetings.changePoint')).toEqual([
      { meetingId, pointId: 'point-b', isDiscussed: true },
    ]);
  });
});

test('a 1:1 that is over takes no template', async () => {
  const { screen } = await open([], { status: 'held' });
  expect(screen.getByText('Nothing was on the agenda.')).toBeTruthy();
  expect(screen.queryByRole('button', { name: /template/i })).toBeNull();
});

test('an empty agenda offers what fits it, and says why', async () => {
  const { screen, bridge, shownPoints } = await open();
  expect(await screen.findByText('For every week.')).toBeTruthy();
  expect(screen.getByRole('button', { name: 'Other templates…' })).toBeTruthy();
  await fireEvent.click(screen.getByRole('button', { name: 'Start from “Weekly 1:1”' }));
  await waitFor(() => {
    expect(shownPoints()).toEqual(['from a template']);
  });
  expect(bridge.inputsOf('meetings.applyTemplate')).toEqual([{ meetingId, templateId: 'weekly' }]);
});

test('the prompts of the template stand beside the agenda, and stay folded once they are', async () => {
  const { screen, app } = await open([point('a')], { templateId: 'weekly' });
  const guide = within(await screen.findByRole('region', { name: 'Prompts: Weekly 1:1' }));
  expect(guide.getByText('Begin with your own.')).toBeTruthy();
  expect(guide.getByText('Do not collect status.')).toBeTruthy();
  const details = screen.container.querySelector('details');
  if (details === null) throw new Error('There is nothing to fold.');
  details.open = false;
  await fireEvent(details, new Event('toggle'));
  screen.unmount();
  const again = render(MeetingScreen, {
    context: appContext(app),
    props: { route: { place: 'meeting', meetingId } },
  });
  await again.findByRole('region', { name: 'Prompts: Weekly 1:1' });
  expect(again.container.querySelector('details')?.open).toBe(false);
});

test('a template that was removed is said to be, and its points stay', async () => {
  const { screen, shownPoints } = await open([point('a')], { templateId: 'template-gone' });
  await screen.findByText(/is not there any more. Its points stay/);
  expect(shownPoints()).toEqual(['a']);
});

test('a passage leads back to the guide or to the library, by what it was taken from', async () => {
  const from = (pageId: string) => ({
    origin: { kind: 'guide', pageId, anchor: 'nights' } as const,
  });
  const ownPage = '0f0e0d0c-0b0a-4908-8706-050403020100';
  const { screen } = await open([point('led', from('leading')), point('own', from(ownPage))]);
  const shipped = await screen.findByRole('link', { name: 'From the guide: led' });
  expect(shipped.getAttribute('href')).toBe('#/guide/leading?at=nights');
  const own = screen.getByRole('link', { name: 'From your library: own' });
  expect(own.textContent).toBe('From your library');
  expect(own.getAttribute('href')).toBe(`#/guide/${ownPage}?at=nights`);
});
