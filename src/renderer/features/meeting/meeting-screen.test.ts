import { undo } from '@codemirror/commands';
import { configure, fireEvent, render, waitFor, within } from '@testing-library/svelte';
import { expect, test } from 'vitest';
import { meetingWith, pointWith } from '../../../domain/agenda/test-data/meeting-with.ts';
import type { Meeting, TalkingPoint } from '../../../domain/documents/meeting.ts';
import { failure, success } from '../../../ipc/result.ts';
import type { MeetingView, TemplateSummary, TemplateView } from '../../../ipc/views.ts';
import { appContext } from '../../api/app.svelte.ts';
import { FakeBridge, loadedApp, sam, testNow } from '../../test-support/fake-bridge.ts';
import { notesEditor, pressIn, shownEditor, typeNotes } from '../../test-support/notes-editor.ts';
import MeetingScreen from './MeetingScreen.svelte';

// Components are compiled when they are first shown, which takes its time on a busy machine.
configure({ asyncUtilTimeout: 10_000 });

// The editor takes jsdom for Safari, whose selection it reads by a command that jsdom does not know.
Object.assign(document, { execCommand: () => false });

const meetingId = 'meeting-one';

const point = (text: string, more: Partial<TalkingPoint> = {}): TalkingPoint =>
  pointWith({ id: `point-${text}`, text, firstRaisedOn: '2026-11-23', ...more });

const weekly: TemplateSummary = {
  id: 'weekly',
  source: 'shipped',
  title: 'Weekly 1:1',
  isUsable: true,
  summary: 'Half an hour.',
  when: 'Every week.',
  durationMinutes: 30,
};
const weeklyView: TemplateView = {
  summary: weekly,
  text: '',
  sections: [
    { heading: 'Promises', stance: null, prompts: ['Begin with your own.'], points: ['Promises'] },
  ],
  avoid: ['Do not collect status.'],
};
const openAction = {
  doneAt: null,
  stance: null,
  fromPointId: null,
  carriedFrom: null,
  createdAt: testNow,
};

/** A main process that keeps one meeting. */
async function open(agenda: TalkingPoint[] = [], more: Partial<Meeting> = {}) {
  let meeting: Meeting = meetingWith({
    ...{ id: meetingId, personId: sam.id, seriesId: 'series-sam', agenda, createdAt: testNow },
    ...{ originalLocal: '2026-11-23T11:00', startLocal: '2026-11-23T11:00', ...more },
  });
  const view = (): MeetingView => ({
    now: testNow,
    meeting,
    personName: sam.name,
    startsAt: '2026-11-23T10:00:00Z',
    endsAt: '2026-11-23T10:30:00Z',
    decisions: [],
  });
  const bridge = new FakeBridge()
    .answer('templates.list', () => success([weekly]))
    .answer('templates.choices', () =>
      success({ fitting: [{ template: weekly, reason: { kind: 'regular' } }], others: [] }),
    )
    .answer('templates.read', ({ templateId }) =>
      templateId === weekly.id
        ? success(weeklyView)
        : failure('not-found', 'There is no template of this name.'),
    )
    .answer('meetings.applyTemplate', ({ templateId }) => {
      meeting = { ...meeting, templateId, agenda: [...meeting.agenda, point('from a template')] };
      return success(meeting);
    })
    .answer('meetings.read', () => success(view()))
    .answer('meetings.plan', () => success(view()))
    .answer('meetings.writeNotes', (input) => {
      const { notes = meeting.notes, privateNotes = meeting.privateNotes } = input;
      meeting = { ...meeting, notes, privateNotes };
      return success({ notes, privateNotes });
    })
    .answer('meetings.addAction', ({ text, owner, dueOn }) => {
      const added = { ...{ id: `action-${text}`, rank: 'a0', text, owner, dueOn }, ...openAction };
      meeting = { ...meeting, actionItems: [...meeting.actionItems, added] };
      return success(added);
    })
    .answer('meetings.changeAction', ({ actionId, stance = null }) => {
      const before = meeting.actionItems.find(({ id }) => id === actionId);
      if (before === undefined) return failure('not-found', 'It is not there.');
      const changed = { ...before, stance };
      meeting = {
        ...meeting,
        actionItems: meeting.actionItems.map((one) => (one === before ? changed : one)),
      };
      return success(changed);
    })
    .answer('meetings.addPoint', ({ text, addedBy, visibility }) => {
      const added = point(text, { addedBy, visibility });
      meeting = { ...meeting, agenda: [...meeting.agenda, added] };
      return success(added);
    })
    .answer('meetings.changePoint', ({ pointId, text, isDiscussed, stance, topic }) => {
      const before = meeting.agenda.find(({ id }) => id === pointId) ?? point('lost');
      const changed = {
        ...before,
        text: text ?? before.text,
        stance: stance === undefined ? before.stance : stance,
        topic: topic === undefined ? before.topic : topic,
        discussedAt: isDiscussed === true ? testNow : before.discussedAt,
      };
      meeting = {
        ...meeting,
        agenda: meeting.agenda.map((one) => (one.id === pointId ? changed : one)),
      };
      return success(changed);
    })
    .answer('meetings.movePoint', ({ pointId, toIndex }) => {
      const moved = meeting.agenda.filter(({ id }) => id === pointId);
      const others = meeting.agenda.filter(({ id }) => id !== pointId);
      meeting = { ...meeting, agenda: others.toSpliced(toIndex, 0, ...moved) };
      return success(meeting);
    });
  const app = await loadedApp(bridge);
  const screen = render(MeetingScreen, {
    context: appContext(app),
    props: { route: { place: 'meeting', meetingId } },
  });
  await screen.findByRole('heading', { level: 1, name: '1:1 with Sam Okafor' });
  const shownPoints = (): string[] =>
    screen.queryAllByRole('textbox', { name: /^Talking point \d/ }).map(valueOf);
  const field = (name: string): HTMLElement => screen.getByRole('textbox', { name });
  const notes = (label = 'Notes') => notesEditor(screen.container, label);
  return { app, bridge, screen, shownPoints, field, notes };
}

const valueOf = (field: HTMLElement): string =>
  field instanceof HTMLTextAreaElement ||
  field instanceof HTMLInputElement ||
  field instanceof HTMLSelectElement
    ? field.value
    : '';

async function type(element: HTMLElement, value: string): Promise<void> {
  element.focus();
  await fireEvent.input(element, { target: { value } });
}

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
  pressIn(editor, 'Enter', { altKey: true });
  expect(editor.state.doc.toString()).toBe('- [→] sam: send the draft by Friday');
  await screen.findByRole('checkbox', { name: 'Done: send the draft' });
  pressIn(editor, 'Enter', { altKey: true });
  expect(bridge.inputsOf('meetings.addAction')).toEqual([
    { meetingId, text: 'send the draft', owner: 'them', dueOn: '2026-11-27' },
  ]);
  expect(screen.queryByRole('button', { name: /^Make it an action item/ })).toBeNull();
});

test('an action item typed in one line is shown as it is read before Enter takes it', async () => {
  const { screen, bridge, field } = await open();
  const add = field('Add an action item');
  await type(add, '[] me: ask finance by 1/12');
  await screen.findByText(/^Read as: Me · ask finance · Tue 1 Dec\./);
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
