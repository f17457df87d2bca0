import { undo } from '@codemirror/commands';
import { fireEvent, render, waitFor } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { success } from '../../../ipc/result.ts';
import { appContext } from '../../api/app.svelte.ts';
import { pressIn, shownEditor, typeNotes } from '../../test-support/notes-editor.ts';
import {
  meetingId,
  openAction,
  open,
  point,
  type,
  valueOf,
} from '../../test-support/open-meeting.ts';
import MeetingScreen from './MeetingScreen.svelte';

test('private notes are not on the page until they are asked for, and one key hides them', async () => {
  const { screen, notes } = await open([], { privateNotes: 'tired' });
  const isShown = (): boolean => shownEditor(screen.container, 'Private notes') !== null;
  await notes();
  expect(screen.container.textContent).not.toContain('tired');
  expect(isShown()).toBe(false);
  await fireEvent.keyDown(window, { code: 'KeyP', key: 'p', altKey: true });
  const editor = await notes('Private notes');
  expect(editor.state.doc.toString()).toBe('tired');
  await waitFor(() => {
    expect(editor.hasFocus).toBe(true);
  });
  await fireEvent.keyDown(document.activeElement ?? window, { key: 'Escape' });
  await waitFor(() => {
    expect(isShown()).toBe(false);
  });
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show private notes' }));
});

test('private notes hide with the window only if the user wishes it', async () => {
  localStorage.clear();
  const { screen, notes } = await open([], { privateNotes: 'tired' });
  const isShown = (): boolean => shownEditor(screen.container, 'Private notes') !== null;
  await fireEvent.click(screen.getByRole('button', { name: 'Show private notes' }));
  await notes('Private notes');
  await fireEvent.blur(window);
  expect(isShown()).toBe(true);
  const wish = screen.getByRole('checkbox', { name: /^Hide them whenever/ });
  wish.focus();
  await fireEvent.click(wish);
  await fireEvent.blur(window);
  expect(isShown()).toBe(false);
  expect(document.activeElement).toBe(screen.getByRole('button', { name: 'Show private notes' }));
});

test('leaving the screen saves what was typed last', async () => {
  const { screen, bridge, notes } = await open();
  typeNotes(await notes(), 'half a thought');
  screen.unmount();
  expect(bridge.inputsOf('meetings.writeNotes')).toEqual([
    { meetingId, notes: 'half a thought', notesBefore: '' },
  ]);
});

test('hiding the window saves what was typed last', async () => {
  const { bridge, notes } = await open();
  typeNotes(await notes(), 'half a thought');
  window.dispatchEvent(new Event('pagehide'));
  expect(bridge.inputsOf('meetings.writeNotes')).toEqual([
    { meetingId, notes: 'half a thought', notesBefore: '' },
  ]);
});

test('undo is whole, also after the notes were hidden', async () => {
  const { screen, notes } = await open([], { privateNotes: 'one' });
  const show = 'Show private notes';
  await fireEvent.click(screen.getByRole('button', { name: show }));
  typeNotes(await notes('Private notes'), '\nmine');
  await screen.findByText('Saved');
  await fireEvent.click(screen.getByRole('button', { name: 'Hide private notes' }));
  expect(shownEditor(screen.container, 'Private notes')).toBeNull();
  await fireEvent.click(screen.getByRole('button', { name: show }));
  const editor = await notes('Private notes');
  expect(editor.state.doc.toString()).toBe('one\nmine');
  undo(editor);
  expect(editor.state.doc.toString()).toBe('one');
  undo(editor);
  expect(editor.state.doc.toString()).toBe('one');
});

test('undo leaves alone what came from elsewhere', async () => {
  const { bridge, app, screen, notes } = await open([], { notes: 'one' });
  const editor = await notes();
  typeNotes(editor, '\nmine');
  const read = await app.api.call('meetings.read', { meetingId });
  if (!read.ok) throw new Error(read.error.message);
  const meeting = { ...read.value.meeting, notes: 'from the phone\none' };
  bridge.answer('meetings.writeNotes', ({ notes: typed = '' }) =>
    success({ notes: typed, privateNotes: '' }),
  );
  bridge.answer('meetings.read', () => success({ ...read.value, meeting }));
  bridge.send('changed', { topics: ['meetings'] });
  await waitFor(() => {
    expect(editor.state.doc.toString()).toBe('from the phone\none\nmine');
  });
  undo(editor);
  expect(editor.state.doc.toString()).toBe('from the phone\none');
  screen.unmount();
});

test('a line that names who does what becomes an action item by one key, once', async () => {
  const { screen, bridge, notes } = await open();
  const editor = await notes();
  typeNotes(editor, '- [ ] sam: send the draft by Friday');
  await screen.findByText('Sam · send the draft · Fri 27 Nov');
  const said = 'Read as an action item: Sam · send the draft · Fri 27 Nov. Alt+Enter makes it one.';
  expect((await screen.findByText(said)).role).toBe('status');
  pressIn(editor, 'Enter', { altKey: true });
  expect(editor.state.doc.toString()).toBe('- [→] sam: send the draft by Friday');
  await screen.findByRole('checkbox', { name: 'Done: send the draft' });
  pressIn(editor, 'Enter', { altKey: true });
  expect(bridge.inputsOf('meetings.addAction')).toEqual([
    { meetingId, text: 'send the draft', owner: 'them', dueOn: '2026-11-27' },
  ]);
  expect(screen.queryByRole('button', { name: /^Make it an action item/ })).toBeNull();
});

test('a line that was an action item before is no second one, and gives it its date', async () => {
  const known = { id: 'action-send', rank: 'a0', text: 'send the draft', owner: 'me' } as const;
  const actionItems = [{ ...openAction, ...known, dueOn: '2026-11-27' }];
  const { bridge, notes } = await open([], { actionItems });
  const editor = await notes();
  typeNotes(editor, '[] me: send the draft by Tuesday');
  pressIn(editor, 'Enter', { altKey: true });
  expect(editor.state.doc.toString()).toBe('[→] me: send the draft by Tuesday');
  await waitFor(() => {
    expect(bridge.inputsOf('meetings.changeAction')).toEqual([
      { meetingId, actionId: 'action-send', dueOn: '2026-11-24' },
    ]);
  });
  undo(editor);
  pressIn(editor, 'Enter', { altKey: true });
  expect(bridge.inputsOf('meetings.addAction')).toEqual([]);
});

test('an action item typed in one line is shown as it is read before Enter takes it', async () => {
  const { screen, bridge, field } = await open();
  const add = field('Add an action item');
  await type(add, '[] me: ask finance by 1/12');
  const read = await screen.findByText(/^Read as: Me · ask finance · Tue 1 Dec\./);
  // It changes with every letter: read out is what stands there when typing pauses.
  expect(read.role).toBeNull();
  const said = await screen.findByText(/^Read as an action item: Me · ask finance · Tue 1 Dec\./);
  expect(said.role).toBe('status');
  await fireEvent.submit(add.closest('form') ?? add);
  await type(add, '[] them: look at [1]');
  await screen.findByText(/^Read as: Sam · look at \[1\] · no date/);
  await fireEvent.keyDown(add, { key: 'Escape' });
  await screen.findByText('Left as text.');
  await fireEvent.submit(add.closest('form') ?? add);
  expect(bridge.inputsOf('meetings.addAction')).toEqual([
    { meetingId, text: 'ask finance', owner: 'me', dueOn: '2026-12-01' },
    { meetingId, text: '[] them: look at [1]', owner: 'me', dueOn: null },
  ]);
});

test('in a row one letter says the stance, but not while its text is typed', async () => {
  const { screen, bridge, field } = await open([point('a'), point('b')]);
  await fireEvent.keyDown(field('Talking point 1'), { key: 'm' });
  expect(bridge.inputsOf('meetings.changePoint')).toEqual([]);
  await fireEvent.keyDown(screen.getByRole('checkbox', { name: 'Discussed: a' }), { key: 'l' });
  // Of many rows a list of controls must say which is whose.
  screen.getByRole('button', { name: 'mine: change to Sam’s. a' });
  expect(valueOf(screen.getByRole('combobox', { name: 'Stance: a' }))).toBe('lead');
  const { textContent: firstSaid } = await screen.findByText('Stance: lead');
  await fireEvent.keyDown(screen.getByRole('checkbox', { name: 'Discussed: b' }), { key: 'l' });
  // The same words again would not be read out.
  expect((await screen.findByText('Stance: lead')).textContent).not.toBe(firstSaid);
  await fireEvent.change(screen.getByRole('combobox', { name: 'Topic: a' }), {
    target: { value: 'career' },
  });
  expect(bridge.inputsOf('meetings.changePoint')).toEqual([
    { meetingId, pointId: 'point-a', stance: 'lead' },
    { meetingId, pointId: 'point-b', stance: 'lead' },
    { meetingId, pointId: 'point-a', topic: 'career' },
  ]);
});

test('a key says the stance of an action item, and another takes it back', async () => {
  const action = { ...openAction, id: 'a', rank: 'a0', text: 'Ask', owner: 'me', dueOn: null };
  const { screen, bridge, field } = await open([], { actionItems: [{ ...action, owner: 'me' }] });
  await fireEvent.keyDown(field('Action item 1'), { key: 'm' });
  const box = screen.getByRole('checkbox', { name: 'Done: Ask' });
  const stance = () => valueOf(screen.getByRole('combobox', { name: 'Stance: Ask' }));
  await fireEvent.keyDown(box, { key: 'm', ctrlKey: true });
  expect(stance()).toBe('');
  await fireEvent.keyDown(box, { key: 'M' });
  expect(stance()).toBe('manage');
  await screen.findByText('Stance: manage');
  await fireEvent.keyDown(box, { key: 'Backspace' });
  expect(stance()).toBe('');
  await screen.findByText('Stance: not said any more');
  expect(bridge.inputsOf('meetings.changeAction')).toEqual([
    { meetingId, actionId: 'a', stance: 'manage' },
    { meetingId, actionId: 'a', stance: null },
  ]);
});

test("a plan's address asks for the plan once and becomes its meeting's", async () => {
  const { bridge, app, screen } = await open();
  screen.unmount();
  const plan = render(MeetingScreen, {
    context: appContext(app),
    props: {
      route: { place: 'plan', seriesId: 'series-sam', originalLocal: '2026-11-23T11:00' },
    },
  });
  await waitFor(() => {
    expect(app.navigation.route).toEqual({ place: 'meeting', meetingId });
  });
  await plan.rerender({ route: { place: 'meeting', meetingId } });
  await plan.findByRole('heading', { level: 1, name: '1:1 with Sam Okafor' });
  expect(bridge.inputsOf('meetings.plan')).toHaveLength(1);
});
